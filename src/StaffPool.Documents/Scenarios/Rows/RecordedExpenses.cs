using StaffPool.Application.UseCases;
using StaffPool.Data.Costs;
using StaffPool.Documents.Scenarios.Sections;
using StaffPool.Documents.Scenarios.Yaml;
using StaffPool.Domain.Rules;

namespace StaffPool.Documents.Scenarios.Rows;

/// <summary>Expenses recorded in the service, added to those that the costs of the agreement state.</summary>
internal static class RecordedExpenses
{
    /// <param name="file">With its costs; the expenses outside their exercise are left out.</param>
    /// <param name="expenses">All of them.</param>
    /// <param name="members">Their identifiers.</param>
    /// <exception cref="RefusedException">An expense of the exercise is of a cost centre that is not there.</exception>
    public static void Add(WrittenEntry file, IReadOnlyList<ExpenseRow> expenses, Dictionary<Guid, string> members)
    {
        if (file.Of("costs") is not MapNode costs || CostsNode.ExerciseOf(costs) is not { } exercise)
        {
            return;
        }

        var ofCentre = expenses.Where(e => e.Day >= exercise.Start && e.Day <= exercise.End).OrderBy(e => e.Id).ToLookup(e => e.Centre, StringComparer.Ordinal);
        if (ofCentre.Count == 0)
        {
            return;
        }

        var centres = ReadEntry.ListOf(CostsNode.Value(costs, "centres")).ToList();
        var known = centres.Select(IdOf).ToHashSet(StringComparer.Ordinal);
        var lost = ofCentre.Where(c => !known.Contains(c.Key)).SelectMany(c => c).ToList();
        if (lost.Count > 0)
        {
            throw new RefusedException(Refusal.Invalid, [.. lost.Select(e => new Violation(
                "expense.no-centre", Severity.Blocking, ScenarioTexts.Of("expense.no-centre", e.Label, e.Day, e.Centre), [e.Centre]))]);
        }

        var completed = centres.Select(c => CostsNode.With(c, "items", new ListNode(
            default, [.. (CostsNode.Value(c, "items") as ListNode)?.Items ?? [], .. ofCentre[IdOf(c)].Select(e => ItemOf(e, members))])));
        file.Put("costs", CostsNode.With(costs, "centres", new ListNode(default, [.. completed])));
    }

    private static string IdOf(MapNode centre) => (CostsNode.Value(centre, "id") as ScalarNode)?.Value.Trim() ?? "";

    private static MapNode ItemOf(ExpenseRow row, Dictionary<Guid, string> members) => new WrittenEntry(null)
        .Put("label", row.Label)
        .Put("nature", row.Nature)
        .Put("amount", (row.Cents / 100m).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture))
        .Put("paid-by", row.PaidById is { } payer ? members[payer] : null)
        .Put(Provenance.Source, FileFromRows.Recorded)
        .In(CostsCentresSection.ItemKeys);
}
