using System.Globalization;
using StaffPool.Application.Scenarios;
using StaffPool.Application.Scenarios.Reports;
using StaffPool.Domain.Calculations;
using StaffPool.Domain.Governance.Shares;
using StaffPool.Domain.Texts;

namespace StaffPool.Application.Governance;

/// <summary>What each new value of a share changes, and who holds which numbers.</summary>
internal static class ShareReport
{
    public static IEnumerable<ReportSection> Of(Scenario scenario)
    {
        if (Revaluations(scenario) is { Count: > 0 } tables)
        {
            yield return new ReportSection("share-values", ReportTexts.Of("share-values.title"), tables, []);
        }

        if (scenario.Governance.Register is { } register)
        {
            yield return new ReportSection("share-register", ReportTexts.Of("share-register.title"), [Holders(scenario, register)], []);
        }
    }

    private static List<ReportTable> Revaluations(Scenario scenario)
    {
        var values = scenario.Governance.ShareValues?.Values ?? [];
        return RightsOverTime.Of(scenario) is not { } rights
            ? []
            : [.. from pair in values.Zip(values.Skip(1))
                  let shares = rights.On(pair.Second.From).Shares
                  where shares is not null
                  select Revaluation(scenario, shares, pair.First.From, pair.Second.From)];
    }

    private static ReportTable Revaluation(Scenario scenario, ShareTable shares, DateOnly before, DateOnly after)
    {
        var revaluation = scenario.Governance.ShareValues!.Revaluation(shares, before, after);
        var rows = revaluation.Value;
        return new ReportTable(
            FormattableString.Invariant($"revaluation-{after:yyyy-MM-dd}"), ReportTexts.Of("share-values.revaluation", after),
            ReportTexts.Of("header.member"), ReportTexts.Columns("shares", "before", "after", "difference"),
            [
                .. rows.Select(r => Line(r.MemberId, RightsReport.NameOf(scenario, r.MemberId), r.Shares, r.Before, r.After, [])),
                Line("total", ReportTexts.Of("row.total"), shares.Total, rows.Sum(r => r.Before), rows.Sum(r => r.After), revaluation.Trace),
            ]);

        static ReportRow Line(string id, object label, long held, Money was, Money becomes, IReadOnlyList<Text> trace) => new(
            id,
            label,
            [new ReportFigure(held), new ReportFigure(was), new ReportFigure(becomes), new ReportFigure(becomes - was, trace)]);
    }

    private static ReportTable Holders(Scenario scenario, ShareRegister register) => new(
        "holders", ReportTexts.Of("share-register.holders"), ReportTexts.Of("header.member"), ReportTexts.Columns("shares", "ranges"),
        [
            .. register.ToTable().Rows.Select(r => new ReportRow(
                r.MemberId, RightsReport.NameOf(scenario, r.MemberId),
                [new ReportFigure(r.Shares), new ReportFigure(Ranges(register, r.MemberId))])),
            new ReportRow("total", ReportTexts.Of("row.total"), [new ReportFigure(register.Total), null]),
        ]);

    private static string Ranges(ShareRegister register, string memberId) => string.Join(
        ", ", register.RangesOf(memberId).Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.First}–{r.Last}")));
}
