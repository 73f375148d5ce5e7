using System.Globalization;
using StaffPool.Application.Scenarios;
using StaffPool.Application.Scenarios.Reports;
using StaffPool.Domain.Governance;
using StaffPool.Domain.Governance.Assemblies;

namespace StaffPool.Application.Governance;

/// <summary>
/// Whether the members met often enough in each year that is over: from the year of the first sitting told to the year
/// before the last day that the scenario speaks of.
/// </summary>
internal static class AssembliesByYear
{
    public static IEnumerable<ReportSection> Of(Scenario scenario)
    {
        var sittings = scenario.Governance.Assemblies.Select(a => a.Notice.Day).Order().ToList();
        if (sittings.Count == 0)
        {
            yield break;
        }

        var agreement = scenario.Grouping.Agreement;
        var lastDay = scenario.Governance.Life is { } life && life.On > sittings[^1] ? life.On : sittings[^1];
        var years = Enumerable.Range(sittings[0].Year, lastDay.Year - sittings[0].Year).ToList();
        if (years.Count == 0)
        {
            yield break;
        }

        yield return new ReportSection(
            "assemblies",
            ReportTexts.Of("assemblies.title"),
            [
                new ReportTable(
                    "by-year", ReportTexts.Of("assemblies.by-year"), ReportTexts.Of("header.year"), ReportTexts.Columns("held", "needed"),
                    [.. years.Select(y => Row(y, sittings, agreement))]),
            ],
            [.. years.SelectMany(y => MembersMeetEveryYear.Assess(y, sittings, agreement))]);
    }

    private static ReportRow Row(int year, IReadOnlyList<DateOnly> sittings, FoundingAgreement agreement)
    {
        var name = year.ToString(CultureInfo.InvariantCulture);
        return new ReportRow(
            name,
            name,
            [
                new ReportFigure((long)sittings.Count(d => d.Year == year)),
                new ReportFigure((long)agreement.ValueOf(AssemblySettings.AssembliesPerYear, new DateOnly(year, 12, 31))),
            ]);
    }
}
