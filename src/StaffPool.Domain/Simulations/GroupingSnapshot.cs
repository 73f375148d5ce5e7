using StaffPool.Domain.Costs;
using StaffPool.Domain.Costs.Accounts;
using StaffPool.Domain.Governance;
using StaffPool.Domain.Governance.Life;
using StaffPool.Domain.Governance.Shares;
using StaffPool.Domain.Governance.Voting;

namespace StaffPool.Domain.Simulations;

/// <summary>
/// What a grouping is on a day, as far as it goes: one has no money (CCS 43), another no votes (EPNAK), another no
/// capital (GCSMS des 9 cantons). What is absent is neither compared nor asked for.
/// </summary>
public sealed record GroupingSnapshot
{
    /// <summary>The day of every table and value; changes are looked at as though in force on it.</summary>
    public required DateOnly Day { get; init; }

    public required FoundingAgreement Agreement { get; init; }

    /// <summary>Who is a member, and since when.</summary>
    public required IReadOnlyList<Membership> Memberships { get; init; }

    /// <summary>Rights and votes, or null where the grouping has none.</summary>
    public RightsSituation? Rights { get; init; }

    /// <summary>Who pays what, or null where no money changes hands.</summary>
    public CostSituation? Costs { get; init; }

    /// <summary>What the grouping owes, for the bill of a leaver.</summary>
    public IReadOnlyList<Debt> Debts { get; init; } = [];

    /// <summary>The same with other costs and figures; nothing changes where no money does.</summary>
    internal GroupingSnapshot WithExercise(Func<CostExercise, CostExercise> change) => this with
    {
        Costs = Costs is { } costs ? costs with { Exercise = change(costs.Exercise) } : null,
    };

    /// <summary>The membership that has not ended by the day, or null.</summary>
    internal Membership? MembershipOf(string memberId) =>
        Memberships.FirstOrDefault(m => m.Member.Id == memberId && !m.HasEndedBy(Day));

    /// <summary>The name of whoever is or was in the grouping, or the identifier of who is not.</summary>
    internal string NameOf(string memberId) =>
        Memberships.FirstOrDefault(m => m.Member.Id == memberId)?.Member.Name
        ?? Costs?.Exercise.Members.FirstOrDefault(m => m.MemberId == memberId)?.Name
        ?? memberId;
}

/// <param name="Agreement">What the agreement says on rights and votes.</param>
/// <param name="Facts">What they are computed from.</param>
/// <param name="NominalValues">Value of a share; null without capital.</param>
/// <param name="InForce">The table until then, for a policy that goes back to it; null at the creation.</param>
public sealed record RightsSituation(
    RightsAgreement Agreement, RightsFacts Facts, ShareNominalValues? NominalValues = null, VoteTable? InForce = null)
{
    /// <summary>The same with other terms on a day; nothing changes where there are none yet.</summary>
    internal RightsSituation WithTerms(DateOnly day, Func<RightsTerms, RightsTerms> change) => this with
    {
        Agreement = new RightsAgreement(
            [.. Agreement.Terms.Select(t => ReferenceEquals(t, Agreement.On(day)) ? change(t) : t)]),
    };
}

/// <param name="Exercise">Costs, keys and figures of a whole period, expected or actual.</param>
/// <param name="Ledger">Roundings left by the former period.</param>
public sealed record CostSituation(CostExercise Exercise, RoundingLedger Ledger)
{
    /// <summary>Provisions already called for the period.</summary>
    public IReadOnlyList<ContributionCall> Calls { get; init; } = [];

    /// <summary>Steps of cost that are still ahead.</summary>
    public IReadOnlyList<CostThreshold> Thresholds { get; init; } = [];

    /// <summary>Steps already taken: their costs are in the exercise, and do not go away again.</summary>
    public IReadOnlyList<CostThreshold> Crossed { get; init; } = [];
}
