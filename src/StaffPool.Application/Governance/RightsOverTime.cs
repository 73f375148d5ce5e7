using StaffPool.Application.Scenarios;
using StaffPool.Domain.Governance.Life;
using StaffPool.Domain.Governance.Shares;
using StaffPool.Domain.Governance.Voting;
using StaffPool.Domain.Simulations;

namespace StaffPool.Application.Governance;

/// <summary>Rights and votes of a scenario on any day, and the days on which they change.</summary>
internal sealed class RightsOverTime
{
    private readonly Scenario scenario;
    private readonly RightsAgreement agreement;

    // One per day of Days, as far as they were asked for; a day without a table leaves the former one in force.
    private readonly List<VoteTable?> inForceFrom = [];

    private RightsOverTime(Scenario scenario, RightsAgreement agreement)
    {
        (this.scenario, this.agreement) = (scenario, agreement);
        var governance = scenario.Governance;
        Memberships = governance.Life is null ? null : LifeCourse.Of(scenario, governance.Life).Memberships;
        var first = agreement.Terms.Min(t => t.EffectiveFrom);
        Days =
        [
            .. agreement.Terms.Select(t => t.EffectiveFrom)
                .Concat(governance.Figures.Select(f => f.From))
                .Concat(governance.Contributions.Select(c => c.From))
                .Concat(governance.Mandates.Select(m => m.From))
                .Concat((Memberships ?? []).SelectMany(m => m.LastDay is { } last ? [m.From, last.AddDays(1)] : (DateOnly[])[m.From]))
                .Select(day => day < first ? first : day)
                .Distinct()
                .Order(),
        ];
    }

    /// <summary>Oldest first, at least one.</summary>
    public IReadOnlyList<DateOnly> Days { get; }

    /// <summary>Who has rights from when to when; null where the scenario does not tell the life of the grouping.</summary>
    private IReadOnlyList<Membership>? Memberships { get; }

    public static RightsOverTime? Of(Scenario scenario) =>
        scenario.Governance.Rights is { } agreement ? new RightsOverTime(scenario, agreement) : null;

    public RightsTerms? TermsOn(DateOnly day) => agreement.On(day);

    /// <summary>The table of a day; each change goes back to the table before it where the policy wants so.</summary>
    public RightsOutcome On(DateOnly day) => Compute(day, InForceBefore(day));

    /// <summary>What the table of a day is computed from, with the table in force until then.</summary>
    public RightsSituation SituationOn(DateOnly day)
    {
        var inForce = InForceBefore(day);
        return new RightsSituation(AgreementOf(day), FactsOf(day), scenario.Governance.ShareValues, inForce);
    }

    private VoteTable? InForceBefore(DateOnly day)
    {
        var before = Days.Count(d => d < day);
        while (inForceFrom.Count < before)
        {
            var former = inForceFrom.LastOrDefault();
            inForceFrom.Add(Compute(Days[inForceFrom.Count], former).Table?.Value ?? former);
        }

        return before == 0 ? null : inForceFrom[before - 1];
    }

    private RightsOutcome Compute(DateOnly day, VoteTable? inForce) =>
        RightsComputation.Compute(AgreementOf(day), FactsOf(day), day, inForce);

    private RightsFacts FactsOf(DateOnly day)
    {
        var governance = scenario.Governance;
        var members = scenario.Grouping.Members.Where(m => IsThere(m.Id, day)).ToList();
        var ids = members.Select(m => m.Id).ToHashSet(StringComparer.Ordinal);
        return new RightsFacts
        {
            Members = members,
            Figures = [.. governance.Figures.Where(f => ids.Contains(f.MemberId))],
            Contributions = [.. governance.Contributions.Where(c => ids.Contains(c.MemberId))],
            Mandates = [.. governance.Mandates.Where(m => ids.Contains(m.MemberId))],
        };
    }

    private RightsAgreement AgreementOf(DateOnly day) => new(
    [
        .. agreement.Terms.Select(t => t with { ConsultativeMembers = [.. t.ConsultativeMembers.Where(id => IsThere(id, day))] }),
    ]);

    // Of a member that no membership tells of (a consultative one), nothing says that it ever was away.
    private bool IsThere(string memberId, DateOnly day)
    {
        var own = Memberships?.Where(m => m.Member.Id == memberId).ToList() ?? [];
        return own.Count == 0 || own.Exists(m => m.IsInForceOn(day));
    }
}
