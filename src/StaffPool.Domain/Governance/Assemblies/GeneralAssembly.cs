using StaffPool.Domain.Governance.Voting;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Governance.Assemblies;

/// <summary>A sitting of the members: how it was called, who is there, what is put to the vote.</summary>
public sealed record GeneralAssembly
{
    public required FoundingAgreement Agreement { get; init; }

    public required AssemblyNotice Notice { get; init; }

    /// <summary>Rights and votes, frozen when the notice was sent.</summary>
    public required VoteTable Votes { get; init; }

    /// <summary>
    /// Members that must agree to every decision, whatever their votes (three at Fil Rouge 35 in Guide ANAP 2011); 1
    /// where votes alone decide. Frozen with the votes.
    /// </summary>
    public int AgreeingMembers { get; init; } = 1;

    /// <summary>
    /// Whether the agreement holds the formula of the rights, so that recomputing them applies it; otherwise a new
    /// split amends the agreement and needs unanimity. Frozen with the votes.
    /// </summary>
    public bool RightsFollowAFormula { get; init; }

    /// <summary>Members present through their own representative.</summary>
    public IReadOnlyList<string> Present { get; init; } = [];

    public IReadOnlyList<Proxy> Proxies { get; init; } = [];

    /// <summary>The member whose representative is in the chair, or null where the chair has no vote.</summary>
    public string? Chair { get; init; }

    public IReadOnlyList<Motion> Motions { get; init; } = [];

    /// <summary>Which college may suspend the decisions of which.</summary>
    public IReadOnlyList<CollegeSuspension> SuspensionRights { get; init; } = [];

    /// <summary>Names by member identifier, for the sentences; a member without one is shown by its identifier.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Names by college identifier, as <see cref="Names"/>.</summary>
    public IReadOnlyDictionary<string, string> CollegeNames { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Identifiers of the members that have votes, each once, in ordinal order.</summary>
    public IReadOnlyList<string> VotingMembers =>
        [.. Votes.Rows.Where(r => !r.IsConsultative).Select(r => r.MemberId).Distinct().Order(StringComparer.Ordinal)];

    public string NameOf(string memberId) => Names.GetValueOrDefault(memberId, memberId);

    public string NameOfCollege(string college) => CollegeNames.GetValueOrDefault(college, college);

    public AgendaItem? ItemOf(Motion motion) => Notice.Agenda.FirstOrDefault(i => i.Id == motion.AgendaItem);

    /// <summary>The value in force on the day of the sitting.</summary>
    public T Setting<T>(SettingDefinition<T> definition) => Agreement.ValueOf(definition, Notice.Day);

    public LegalReference ReferenceOf(SettingDefinition definition) => Agreement.ReferenceOf(definition, Notice.Day);
}

/// <param name="From">The member represented.</param>
/// <param name="To">The member that represents it.</param>
public sealed record Proxy(string From, string To);

/// <summary>One college may suspend what another decides (SAGESS in Guide ANAP 2011: political over technical).</summary>
public sealed record CollegeSuspension(string SuspendingCollege, string SuspendedCollege);
