using StaffPool.Domain.Calculations;
using StaffPool.Domain.Costs;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Simulations;

/// <summary>
/// A step of cost that is reached, and who bears it. Two causes make a member pay more, "costs tied to the services,
/// contracts that are signed" and "the split of expenses is no longer the same" (étude GEPSo, site « M. »): they are
/// told apart, this is the first.
/// </summary>
/// <param name="Threshold">The step.</param>
/// <param name="Before">What is counted, before the changes.</param>
/// <param name="After">What is counted after them.</param>
/// <param name="Surcharges">One per member, by identifier; they add up to the costs of the step, to the cent.</param>
public sealed record ThresholdCrossing(
    CostThreshold Threshold, decimal Before, decimal After, IReadOnlyList<MemberSurcharge> Surcharges)
{
    /// <summary>Each step in turn: what everyone owes with it, less what everyone owes without it.</summary>
    /// <param name="before">Costs without the changes.</param>
    /// <param name="owedBefore">What everyone owes of them.</param>
    /// <param name="changed">Costs with the changes and none of the steps that they reach.</param>
    /// <param name="settled">Costs with these steps.</param>
    /// <param name="nameOf">Name of a member.</param>
    internal static (IReadOnlyList<MemberSurcharge> Redistribution, IReadOnlyList<ThresholdCrossing> Crossings) Of(
        CostSituation before,
        CostAllocationResult owedBefore,
        CostSituation changed,
        CostSituation settled,
        Func<string, string> nameOf)
    {
        var reached = settled.Crossed.Except(changed.Crossed).ToList();
        if (reached.Count == 0)
        {
            return ([], []);
        }

        var exercise = changed.Exercise;
        var owed = CostAllocation.Run(exercise, changed.Ledger);
        var redistribution = Differences(owedBefore, owed, nameOf);
        var crossings = new List<ThresholdCrossing>();
        foreach (var threshold in reached)
        {
            exercise = threshold.AddTo(exercise);
            var next = CostAllocation.Run(exercise, changed.Ledger);
            crossings.Add(new ThresholdCrossing(
                threshold,
                threshold.TotalIn(before.Exercise) ?? 0,
                threshold.TotalIn(exercise) ?? 0,
                Differences(owed, next, nameOf)));
            owed = next;
        }

        return (redistribution, crossings);
    }

    /// <summary>That the step is reached, and until when it binds.</summary>
    internal Violation Warning => new(
        "simulations.threshold-crossed",
        Severity.Warning,
        Threshold.EngagedUntil is { } end
            ? SimulationTexts.Of("simulations.threshold-engaged", Threshold.Name, After, Threshold.Limit, Total, end)
            : SimulationTexts.Of("simulations.threshold-crossed", Threshold.Name, After, Threshold.Limit, Total),
        [Threshold.CentreId],
        Threshold.Reference);

    private Money Total => Threshold.Added.Sum(item => item.Amount);

    private static IReadOnlyList<MemberSurcharge> Differences(
        CostAllocationResult before, CostAllocationResult after, Func<string, string> nameOf) =>
    [
        .. from id in before.Statements.Concat(after.Statements).Select(s => s.MemberId)
               .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
           select new MemberSurcharge(id, nameOf(id), Compared.Difference(DueOf(before, id), DueOf(after, id))),
    ];

    private static Money DueOf(CostAllocationResult result, string memberId) =>
        result.Statements.FirstOrDefault(s => s.MemberId == memberId)?.Due ?? Money.Zero;
}

/// <param name="MemberId">The member.</param>
/// <param name="Name">Its name.</param>
/// <param name="Amount">What it pays more; negative where it pays less.</param>
public sealed record MemberSurcharge(string MemberId, string Name, Traced<Money> Amount);
