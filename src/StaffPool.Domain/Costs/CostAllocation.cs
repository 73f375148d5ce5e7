using StaffPool.Domain.Calculations;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Texts;

namespace StaffPool.Domain.Costs;

/// <summary>
/// Shares the costs of a period between the members, centre by centre, to the cent: the shares of a centre add up to its
/// net cost, whatever its key (CGI 261 B: sums claimed are exactly each one's share of common expenses).
/// </summary>
public static class CostAllocation
{
    /// <param name="exercise">Costs, keys and figures of the members.</param>
    /// <param name="ledger">Roundings left by the former period; <see cref="RoundingLedger.Empty"/> the first time.</param>
    /// <returns>One statement per member present in the period, by identifier, and the ledger for the next.</returns>
    /// <exception cref="DomainException">The exercise has a violation (<see cref="CostExerciseCheck"/>).</exception>
    public static CostAllocationResult Run(CostExercise exercise, RoundingLedger ledger)
    {
        CostExerciseCheck.Assess(exercise).ThrowFirst();

        var all = new List<(string MemberId, StatementLine Line)>();
        foreach (var centre in exercise.Centres)
        {
            var (ofCentre, next) = Share(centre, exercise, ledger);
            all.AddRange(ofCentre);
            ledger = next;
        }

        var lines = all.ToLookup(l => l.MemberId, l => l.Line, StringComparer.Ordinal);
        var statements = exercise.Members
            .Where(m => m.DaysIn(exercise.Period) > 0)
            .OrderBy(m => m.MemberId, StringComparer.Ordinal)
            .Select(member => new MemberStatement(
                member.MemberId,
                member.Name,
                [.. lines[member.MemberId]],
                PaidBy(member, exercise, Settlement.Credited),
                PaidBy(member, exercise, Settlement.Reimbursed),
                PaidBy(member, exercise, Settlement.Given)))
            .ToList();
        return new CostAllocationResult(exercise.Period, statements, ledger);
    }

    private static (IEnumerable<(string, StatementLine)> Lines, RoundingLedger Ledger) Share(
        CostCentre centre, CostExercise exercise, RoundingLedger ledger)
    {
        var key = centre.KeyIn(exercise.Period)!.Key;
        var context = exercise.ContextOf(centre);
        var shares = key.Share(centre.Net.Cents, context);
        var split = ledger.Round(centre.Id, centre.Net, [.. shares.Select(s => new ExactShare(s.MemberId, s.Cents))]);
        var net = CostTexts.Of("costs.step.net", centre.Name, centre.Gross, centre.Received, centre.Given, centre.Net);
        // Shares and parts are both by identifier.
        var lines = shares.Zip(split.Parts, (share, part) => (share.MemberId, new StatementLine(
            centre.Id,
            centre.Name,
            key.Name,
            new Traced<Money>(part.Amount, [net, .. share.Steps, .. RoundingOf(part)]))));
        return ([.. lines], split.Ledger);
    }

    private static IEnumerable<Text> RoundingOf(RoundedPart part)
    {
        if (part.CarriedIn != 0 || part.ExactCents != part.Amount.Cents)
        {
            yield return CostTexts.Of(
                "costs.step.rounded", part.ExactCents / 100, part.CarriedIn, part.Amount, part.CarriedOut);
        }
    }

    private static Money PaidBy(Contributor member, CostExercise exercise, Settlement settlement) =>
        exercise.Centres.SelectMany(c => c.Items)
            .Where(i => i.PaidBy == member.MemberId && i.Settlement == settlement)
            .Sum(i => i.Amount);
}
