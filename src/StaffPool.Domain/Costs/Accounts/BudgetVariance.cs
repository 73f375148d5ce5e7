using StaffPool.Domain.Calculations;

namespace StaffPool.Domain.Costs.Accounts;

/// <summary>Budget beside actual costs, centre by centre.</summary>
public static class BudgetVariance
{
    /// <returns>One line per centre of either, by identifier; a centre that one of them does not have counts for zero there.</returns>
    public static IReadOnlyList<VarianceLine> Of(CostExercise budget, CostExercise actual) =>
    [
        .. from id in budget.Centres.Concat(actual.Centres).Select(c => c.Id)
               .Distinct(StringComparer.Ordinal)
               .Order(StringComparer.Ordinal)
           let expected = NetOf(budget, id)
           let spent = NetOf(actual, id)
           select new VarianceLine(id, expected, spent, new Traced<Money>(
               spent - expected, [CostTexts.Of("costs.step.variance", spent, expected, spent - expected)])),
    ];

    private static Money NetOf(CostExercise exercise, string centreId) =>
        exercise.Centres.Where(c => c.Id == centreId).Sum(c => c.Net);
}

/// <param name="CentreId">The centre.</param>
/// <param name="Budget">Net cost expected.</param>
/// <param name="Actual">Net cost spent.</param>
/// <param name="Difference">Positive where more was spent.</param>
public sealed record VarianceLine(string CentreId, Money Budget, Money Actual, Traced<Money> Difference);
