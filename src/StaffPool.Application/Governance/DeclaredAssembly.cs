using StaffPool.Domain.Governance.Assemblies;
using StaffPool.Domain.Governance.Voting;

namespace StaffPool.Application.Governance;

/// <summary>A sitting as a scenario declares it, before the table of votes is frozen.</summary>
public sealed record DeclaredAssembly
{
    public required string Id { get; init; }

    /// <summary>Heading, or null for one made of the day.</summary>
    public string? Title { get; init; }

    public required AssemblyNotice Notice { get; init; }

    /// <summary>First day of the new split of the rights on the agenda; null where there is none.</summary>
    public DateOnly? RevisedOn { get; init; }

    public required Participants Present { get; init; }

    public IReadOnlyList<Proxy> Proxies { get; init; } = [];

    public string? Chair { get; init; }

    public IReadOnlyList<CollegeSuspension> SuspensionRights { get; init; } = [];

    public IReadOnlyList<DeclaredMotion> Motions { get; init; } = [];

    /// <summary>The table of votes as it was kept when the notice was sent; null where it follows from the scenario.</summary>
    public FrozenVotes? Frozen { get; init; }
}

/// <summary>Members named one by one, or everyone that can be meant.</summary>
/// <param name="Everyone">Whether all are meant; <paramref name="Members"/> is empty then.</param>
/// <param name="Members">Identifiers.</param>
public sealed record Participants(bool Everyone, IReadOnlyList<string> Members)
{
    public static Participants Nobody { get; } = new(false, []);

    public IReadOnlyList<string> Among(IReadOnlyList<string> all) => Everyone ? all : Members;
}

/// <summary>A motion with who votes how; the ballots follow from it once the table of votes is known.</summary>
public sealed record DeclaredMotion
{
    public required string Id { get; init; }

    public required string AgendaItem { get; init; }

    public required string Wording { get; init; }

    public Participants For { get; init; } = Participants.Nobody;

    public Participants Against { get; init; } = Participants.Nobody;

    public Participants Abstaining { get; init; } = Participants.Nobody;

    /// <summary>Votes cast apart, by college or by holder.</summary>
    public IReadOnlyList<Ballot> Ballots { get; init; } = [];

    public IReadOnlyList<string> Recused { get; init; } = [];

    public string? MemberToExclude { get; init; }

    /// <summary>Members of the suspending college that ask for suspension.</summary>
    public IReadOnlyList<string> SuspendedBy { get; init; } = [];
}
