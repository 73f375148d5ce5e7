using StaffPool.Data.Planning;
using StaffPool.Documents.Scenarios.Sections;
using StaffPool.Documents.Scenarios.Yaml;
using StaffPool.Domain.Costs.Keys;

namespace StaffPool.Documents.Scenarios.Rows;

/// <summary>
/// Work recorded in the service, as the figures that allocation keys read: what was done in the exercise, by the member whose
/// site it was done on. Where any was recorded, it takes the place of what the agreement states for all centres.
/// </summary>
internal static class RecordedWork
{
    /// <param name="file">With its costs.</param>
    /// <param name="work">All of it; what is outside the exercise is left out.</param>
    /// <param name="members">Identifiers of all members.</param>
    /// <param name="siteMembers">Identifier of the member of each site.</param>
    public static void Put(
        WrittenEntry file, IReadOnlyList<WorkDoneRow> work, IReadOnlyCollection<string> members, IReadOnlyDictionary<Guid, string> siteMembers)
    {
        if (file.Of("costs") is not MapNode costs || CostsNode.ExerciseOf(costs) is not { } exercise)
        {
            return;
        }

        var done = work.Where(w => w.Month >= exercise.Start && w.Month <= exercise.End).ToList();
        if (done.Count == 0)
        {
            return;
        }

        var facts = ReadEntry.ListOf(CostsNode.Value(costs, "facts")).ToList();
        foreach (var (measure, amountOf) in ((Measure, Func<WorkDoneRow, decimal?>)[])[(Measure.HalfDaysWorked, w => w.HalfDays), (Measure.ActualHours, w => w.Hours)])
        {
            var amounts = done.Where(w => amountOf(w) is not null)
                .GroupBy(w => siteMembers[w.SiteId], StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => g.Sum(w => amountOf(w)!.Value), StringComparer.Ordinal);
            if (amounts.Count > 0)
            {
                facts.RemoveAll(f => IsOfAllCentres(f, measure));
                facts.Add(new WrittenEntry(null)
                    .Put("measure", measure)
                    // A member with nothing has nothing: a key needs to know.
                    .Put("values", new MapNode(default, [.. members.Select(m => (
                        WrittenEntry.Scalar(m), (Node)WrittenEntry.Scalar(Numbers.Of(amounts.GetValueOrDefault(m)))))]))
                    .Put(Provenance.Source, FileFromRows.Recorded)
                    .In(CostsFactsSection.Keys));
            }
        }

        file.Put("costs", CostsNode.With(costs, "facts", new ListNode(default, [.. facts])));
    }

    private static bool IsOfAllCentres(MapNode fact, Measure measure) =>
        CostsNode.Value(fact, "centre") is null && (CostsNode.Value(fact, "measure") as ScalarNode)?.Value.Trim() == EnumWords.Of(measure);
}
