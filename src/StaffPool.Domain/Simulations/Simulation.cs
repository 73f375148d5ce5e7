using StaffPool.Domain.Calculations;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Simulations.Changes;

namespace StaffPool.Domain.Simulations;

/// <summary>
/// What a change of members, of key, of share value or of voting rule would give, before anybody decides it. Both states
/// are looked at on the same day and over the same period, so that the changes alone make the difference.
/// </summary>
public static class Simulation
{
    /// <param name="snapshot">The grouping as it is.</param>
    /// <param name="changes">What is done differently, in order; each is assessed on what the former ones left.</param>
    /// <param name="plans">Plans before and after, for the half-days served and the posts of leavers; null without.</param>
    /// <returns>The comparison, unless something blocks, and every problem at once.</returns>
    public static SimulationOutcome Run(
        GroupingSnapshot snapshot, IReadOnlyList<SimulatedChange> changes, SimulatedPlans? plans = null)
    {
        var start = Settled(snapshot);
        var before = new SnapshotFigures(start, start.Rights?.InForce);
        List<Violation> violations = [.. before.Violations.Where(v => v.Severity == Severity.Blocking), .. Strangers(start)];
        var state = start;
        var admissions = new List<SimulatedAdmission>();
        var departures = new List<MemberLeaves>();
        foreach (var change in changes)
        {
            IReadOnlyList<Violation> found = [.. change.Assess(state)];
            violations.AddRange(found);
            if (found.AnyBlocking())
            {
                continue;
            }

            if (change is MemberJoins joins)
            {
                admissions.Add(new SimulatedAdmission(joins.Admission.Newcomer.Id, joins.Admission.Effects(state.Agreement)));
            }

            // One that only came in with these changes has nothing to settle.
            if (change is MemberLeaves leaves && start.MembershipOf(leaves.MemberId) is not null)
            {
                departures.Add(leaves);
            }

            state = change.Apply(state);
        }

        var end = Settled(state);
        var after = new SnapshotFigures(end, before.Votes);
        violations.AddRange(after.Violations);
        if (violations.AnyBlocking())
        {
            return new(start, null, [], [], [], [], [], [], Distinct(violations));
        }

        string NameOf(string id) => start.MembershipOf(id) is null ? end.NameOf(id) : start.NameOf(id);
        var (redistribution, crossings) = start.Costs is null
            ? ([], [])
            : ThresholdCrossing.Of(start.Costs, before.Costs!, state.Costs!, end.Costs!, NameOf);
        violations.AddRange(crossings.Select(c => c.Warning));
        violations.AddRange(NoWayBack(start, end));
        return new(
            start,
            end,
            [.. Everyone(start, end).Select(id => Compare(id, NameOf(id), before, after, plans))],
            crossings,
            redistribution,
            admissions,
            [.. departures.Select(leaves => ExitBill.Of(leaves, start, before.Votes))],
            plans is null ? [] : [.. departures.Select(leaves => StaffDeparture.Of(leaves, plans.Grouping, plans.Before))],
            Distinct(violations));
    }

    private static GroupingSnapshot Settled(GroupingSnapshot snapshot) => snapshot with { Costs = snapshot.Costs?.Settle() };

    private static MemberComparison Compare(
        string id, string name, SnapshotFigures before, SnapshotFigures after, SimulatedPlans? plans)
    {
        return new(
            id,
            name,
            Both(before.SharesOf(id, name), after.SharesOf(id, name)),
            Both(before.VotesOf(id, name), after.VotesOf(id, name)),
            Both(before.VotePercentOf(id, name), after.VotePercentOf(id, name)),
            (before.IsCapped(id), after.IsCapped(id)),
            Both(before.CapitalOf(id, name), after.CapitalOf(id, name)),
            Both(before.DueOf(id, name), after.DueOf(id, name)),
            plans?.ServedTo(id));

        static Compared<T>? Both<T>(Traced<T>? from, Traced<T>? to)
            where T : System.Numerics.ISubtractionOperators<T, T, T> =>
            from is null || to is null ? null : Compared.Of(from, to);
    }

    private static IEnumerable<string> Everyone(params GroupingSnapshot[] states) => states
        .SelectMany(s => s.Memberships.Where(m => !m.HasEndedBy(s.Day)).Select(m => m.Member.Id)
            .Concat(s.Costs?.Exercise.Members.Select(m => m.MemberId) ?? []))
        .Distinct(StringComparer.Ordinal);

    private static IEnumerable<Violation> Strangers(GroupingSnapshot snapshot) =>
        from member in snapshot.Rights?.Facts.Members ?? []
        where snapshot.MembershipOf(member.Id) is null
        select new Violation(
            "simulations.unknown-member",
            Severity.Blocking,
            SimulationTexts.Of("simulations.unknown-member", member.Name, snapshot.Day),
            [member.Id]);

    // "Hardly a way back": the figures fall below a step that was taken, its costs stay (étude GEPSo, site « M. »).
    private static IEnumerable<Violation> NoWayBack(GroupingSnapshot before, GroupingSnapshot after) =>
        from threshold in before.Costs?.Crossed ?? []
        let total = threshold.TotalIn(after.Costs!.Exercise)
        where total < threshold.Limit && !(threshold.TotalIn(before.Costs!.Exercise) < threshold.Limit)
        select new Violation(
            "simulations.no-way-back",
            Severity.Warning,
            SimulationTexts.Of("simulations.no-way-back", threshold.Name, total, threshold.Limit),
            [threshold.CentreId],
            threshold.Reference);

    private static IReadOnlyList<Violation> Distinct(IEnumerable<Violation> violations) =>
        [.. violations.DistinctBy(v => (v.Code, v.Message.ToString()))];
}
