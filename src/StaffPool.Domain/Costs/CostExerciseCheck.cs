using StaffPool.Domain.Calculations;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Costs;

/// <summary>Everything that keeps the costs of a period from being shared, all at once.</summary>
public static class CostExerciseCheck
{
    public static IReadOnlyList<Violation> Assess(CostExercise exercise) =>
    [
        .. Identifiers(exercise),
        .. Dates(exercise),
        .. exercise.Centres.SelectMany(c => Amounts(c)),
        .. UnknownMembers(exercise),
        .. Unused(exercise),
        .. exercise.Centres.SelectMany(c => Key(c, exercise)),
    ];

    private static IEnumerable<Violation> Identifiers(CostExercise exercise) =>
        new[] { exercise.Members.Select(m => m.MemberId), exercise.Centres.Select(c => c.Id) }
            .SelectMany(ids => ids.GroupBy(id => id, StringComparer.Ordinal).Where(group => group.Count() > 1))
            .Select(group => Breach("costs.identifier-twice", [group.Key], group.Key));

    private static IEnumerable<Violation> Dates(CostExercise exercise) =>
    [
        .. from member in exercise.Members
           where member.Until < member.From
           select Breach("costs.dates-reversed", [member.MemberId], member.Name, member.From, member.Until),
        .. from centre in exercise.Centres
           from subscription in centre.Subscriptions
           where subscription.Until < subscription.From
           select Breach(
               "costs.dates-reversed", [centre.Id, subscription.MemberId], centre.Name, subscription.From, subscription.Until),
    ];

    private static IEnumerable<Violation> Amounts(CostCentre centre) =>
    [
        .. centre.Items.Where(i => i.Amount < Money.Zero)
            .Select(i => Breach("costs.negative", [centre.Id], centre.Name, i.Label, i.Amount)),
        .. centre.Receipts.Where(r => r.Amount < Money.Zero)
            .Select(r => Breach("costs.negative", [centre.Id], centre.Name, r.Label, r.Amount)),
        .. centre.Items.Where(i => i.PaidBy is null && i.Settlement != Settlement.Reimbursed)
            .Select(i => Breach("costs.contribution-of-nobody", [centre.Id], centre.Name, i.Label)),
    ];

    private static IEnumerable<Violation> UnknownMembers(CostExercise exercise)
    {
        var present = exercise.Members
            .Where(m => m.DaysIn(exercise.Period) > 0)
            .Select(m => m.MemberId)
            .ToHashSet(StringComparer.Ordinal);
        var named = exercise.Centres
            .SelectMany(c => c.Items.Select(i => i.PaidBy).OfType<string>().Concat(c.Subscriptions.Select(s => s.MemberId)))
            .Concat(exercise.Facts.Select(f => f.MemberId))
            .Concat(exercise.Orders.Select(o => o.MemberId));
        return named.Where(id => !present.Contains(id))
            .Distinct(StringComparer.Ordinal)
            .Select(id => Breach("costs.unknown-member", [id], id, exercise.Period.Start, exercise.Period.End));
    }

    // What no key would read: left out in silence, it would change who pays.
    private static IEnumerable<Violation> Unused(CostExercise exercise)
    {
        var participants = exercise.Centres
            .SelectMany(c => exercise.ContextOf(c).Participants.Select(p => (c.Id, p.MemberId)))
            .ToHashSet();
        var lines = exercise.Centres
            .SelectMany(c => c.ServicesIn(exercise.Period).Select(l => (Line: l.Id, Centre: c)))
            .ToLookup(l => l.Line, l => l.Centre, StringComparer.Ordinal);
        return
        [
            .. from fact in exercise.Facts
               where fact.CentreId is not null
               let centre = exercise.Centres.FirstOrDefault(c => c.Id == fact.CentreId)
               where centre is null || (fact.Quantity != 0 && !participants.Contains((centre.Id, fact.MemberId)))
               select centre is null
                   ? Breach("costs.unknown-centre", [fact.MemberId], fact.CentreId, fact.MemberId)
                   : Breach("costs.not-subscribed", [centre.Id, fact.MemberId], centre.Name, fact.MemberId),
            .. from order in exercise.Orders
               where lines[order.LineId].All(c => !participants.Contains((c.Id, order.MemberId)))
               select lines[order.LineId].FirstOrDefault() is { } centre
                   ? Breach("costs.not-subscribed", [centre.Id, order.MemberId], centre.Name, order.MemberId)
                   : Breach("costs.unknown-line", [order.MemberId], order.MemberId, order.LineId),
        ];
    }

    private static IEnumerable<Violation> Key(CostCentre centre, CostExercise exercise)
    {
        foreach (var later in centre.Keys.Where(k => k.EffectiveFrom > exercise.Period.Start && k.EffectiveFrom <= exercise.Period.End))
        {
            yield return Breach("costs.key-changes", [centre.Id], centre.Name, later.EffectiveFrom) with { Reference = later.Reference };
        }

        var context = exercise.ContextOf(centre);
        if (centre.KeyIn(exercise.Period) is not { } dated)
        {
            yield return Breach("costs.no-key", [centre.Id], centre.Name, exercise.Period.Start);
        }
        else if (context.Participants.Count == 0)
        {
            yield return Breach("costs.nobody-takes-part", [centre.Id], centre.Name);
        }
        else
        {
            foreach (var violation in dated.Key.Assess(centre.Net.Cents, context))
            {
                yield return violation with { Reference = dated.Reference };
            }
        }
    }

    private static Violation Breach(string code, IReadOnlyList<string> subjects, params object?[] arguments) =>
        new(code, Severity.Blocking, CostTexts.Of(code, arguments), subjects);
}
