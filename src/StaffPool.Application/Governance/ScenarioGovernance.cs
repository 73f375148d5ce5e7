using StaffPool.Domain.Governance.Shares;
using StaffPool.Domain.Governance.Voting;

namespace StaffPool.Application.Governance;

/// <summary>What a scenario declares besides the plan: rights, votes, sittings and the life of the grouping.</summary>
public sealed record ScenarioGovernance
{
    /// <summary>Figures written in the scenario, or read from its needs, sites and professionals.</summary>
    public IReadOnlyList<MemberFigure> Figures { get; init; } = [];

    public IReadOnlyList<Contribution> Contributions { get; init; } = [];

    /// <summary>Seats and offices in the assembly.</summary>
    public IReadOnlyList<Mandate> Mandates { get; init; } = [];

    /// <summary>What the agreement says on rights and votes; null where it is not told.</summary>
    public RightsAgreement? Rights { get; init; }

    public ShareNominalValues? ShareValues { get; init; }

    public ShareRegister? Register { get; init; }

    public IReadOnlyList<DeclaredAssembly> Assemblies { get; init; } = [];

    public DeclaredLife? Life { get; init; }
}
