using StaffPool.Domain.Costs;
using StaffPool.Domain.Costs.Keys;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Simulations;

/// <summary>
/// A size from which a centre costs more: staff to recruit, contracts to sign. "Each time a threshold is passed there is
/// hardly a way back", and the establishments pay a surcharge (étude GEPSo, GCSMS gestionnaire du site « M. »). The
/// study gives no amount and no key: the grouping enters its own.
/// </summary>
/// <param name="Name">As shown to the user.</param>
/// <param name="CentreId">The centre that costs more.</param>
/// <param name="Measure">What is counted over all who take part in the centre.</param>
/// <param name="Limit">From this total on the costs are added.</param>
/// <param name="Added">Costs of the period from then on.</param>
/// <param name="EngagedUntil">Last day of the contracts that it takes, or null where they have no end.</param>
/// <param name="Reference">Where it comes from.</param>
public sealed record CostThreshold(
    string Name,
    string CentreId,
    Measure Measure,
    decimal Limit,
    IReadOnlyList<CostItem> Added,
    DateOnly? EngagedUntil,
    LegalReference Reference)
{
    /// <summary>What is counted in an exercise, or null where the centre or a figure is missing.</summary>
    internal decimal? TotalIn(CostExercise exercise)
    {
        if (exercise.Centres.FirstOrDefault(c => c.Id == CentreId) is not { } centre)
        {
            return null;
        }

        var context = exercise.ContextOf(centre);
        var quantities = context.Participants.Select(p => context.Quantity(p, Measure)).ToList();
        return quantities.Contains(null) ? null : quantities.Sum();
    }

    /// <summary>The exercise with the costs of the step.</summary>
    internal CostExercise AddTo(CostExercise exercise) =>
        exercise.WithCentre(CentreId, c => c with { Items = [.. c.Items, .. Added] });
}

/// <summary>Which steps of cost are taken.</summary>
internal static class CostThresholds
{
    /// <summary>The steps that the figures reach, one after the other: they are in the exercise from then on.</summary>
    public static CostSituation Settle(this CostSituation costs)
    {
        var reached = costs.Thresholds.Where(t => t.TotalIn(costs.Exercise) >= t.Limit).ToList();
        return costs with
        {
            Exercise = reached.Aggregate(costs.Exercise, (exercise, threshold) => threshold.AddTo(exercise)),
            Thresholds = [.. costs.Thresholds.Except(reached)],
            Crossed = [.. costs.Crossed, .. reached],
        };
    }

    /// <summary>Steps that cannot be looked at, for want of a centre or of a figure.</summary>
    public static IEnumerable<Violation> AssessThresholds(this CostSituation costs) =>
        from threshold in costs.Thresholds
        where threshold.TotalIn(costs.Exercise) is null
        select new Violation(
            "simulations.threshold-without-data",
            Severity.Blocking,
            SimulationTexts.Of("simulations.threshold-without-data", threshold.Name, threshold.CentreId, threshold.Measure.Name()),
            [threshold.CentreId],
            threshold.Reference);
}
