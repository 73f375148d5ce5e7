using StaffPool.Application.Scenarios.Reports;
using StaffPool.Domain.Costs;
using StaffPool.Domain.Costs.Keys;
using StaffPool.Domain.Texts;

namespace StaffPool.Application.Costs;

/// <summary>
/// The annex of the convention of a GTSMS: function by function, how its costs are shared (décret n° 2025-1394), in
/// articles that can be printed and signed.
/// </summary>
internal static class CostKeyAnnex
{
    /// <returns>Section <c>cost-keys</c> with the table <c>articles</c>; one article for each function that has a key.</returns>
    public static ReportSection Of(CostExercise exercise)
    {
        var rows = from centre in exercise.Centres
                   let dated = centre.KeyIn(exercise.Period)
                   where dated is not null
                   select new ReportRow(centre.Id, centre.Name,
                   [
                       new(CostReportTexts.Of("annex.article", centre.Name, Sharers(exercise, centre), dated.Key.Name), [.. Details(exercise, dated.Key)]),
                       new(dated.EffectiveFrom),
                       new(dated.Reference.Citation),
                   ]);
        return new ReportSection(
            "cost-keys",
            CostReportTexts.Of("annex"),
            [
                new ReportTable(
                    "articles", CostReportTexts.Of("table.articles"), CostReportTexts.Of("rows.functions"),
                    [Column("article"), Column("effective-from"), Column("clause")],
                    [.. rows]),
            ],
            []);
    }

    private static ReportColumn Column(string id) => new(id, CostReportTexts.Of("column." + id));

    private static Text Sharers(CostExercise exercise, CostCentre centre) => centre.Subscriptions.Count == 0
        ? CostReportTexts.Of("annex.all-members")
        : Listed(centre.Subscriptions.Select(s => NameOf(exercise, s.MemberId)).Distinct(StringComparer.Ordinal));

    /// <summary>What the name of a key leaves out: who bears which percentage, what an hour costs.</summary>
    private static IEnumerable<Text> Details(CostExercise exercise, AllocationKey key) => key switch
    {
        DecidedKey decided => decided.Percents.Select(p => CostReportTexts.Of("annex.percent", NameOf(exercise, p.MemberId), p.Percent)),
        CatalogueKey catalogue => catalogue.Lines.Select(l => CostReportTexts.Of("annex.price", l.Name, l.PricePerHour)),
        CapacityKey capacity => Details(exercise, capacity.Unused),
        CompositeKey composite => composite.Parts.SelectMany(p => Details(exercise, p.Key)),
        _ => [],
    };

    private static Text Listed(IEnumerable<string> names) =>
        names.Select(n => CostReportTexts.Of("name", n)).Aggregate((all, next) => CostReportTexts.Of("annex.and", all, next));

    private static string NameOf(CostExercise exercise, string memberId) =>
        exercise.Members.FirstOrDefault(m => m.MemberId == memberId)?.Name ?? memberId;
}
