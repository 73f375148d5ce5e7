using StaffPool.Application.Scenarios;
using StaffPool.Application.Scenarios.Reports;
using StaffPool.Domain.Calculations;
using StaffPool.Domain.Governance;
using StaffPool.Domain.Needs;
using StaffPool.Domain.Texts;

namespace StaffPool.Application.Planning;

/// <summary>Half-days a year that the members ask for.</summary>
internal static class NeedsReport
{
    public static IEnumerable<ReportSection> Of(Scenario scenario)
    {
        var grouping = scenario.Grouping;
        if (scenario.Period is not { } period || grouping.Needs.Count == 0)
        {
            yield break;
        }

        var conversion = new NeedConversion(
            grouping.Agreement.ValueOf(AgreementSettings.HoursPerHalfDay, period.Start),
            grouping.Agreement.ValueOf(AgreementSettings.HoursPerFullTime, period.Start));
        var needs = grouping.Needs.Select(n => (Need: n, PerYear: conversion.PerYear(n.Quantity, n.Site.Opening))).ToList();
        var total = new ReportRow("total", ReportTexts.Of("row.total"), [new ReportFigure((long)needs.Sum(n => n.PerYear.Value))]);
        yield return new ReportSection(
            "needs",
            ReportTexts.Of("needs.title"),
            [
                new ReportTable(
                    "by-member", ReportTexts.Of("needs.by-member"), ReportTexts.Of("header.member"), ReportTexts.Columns("per-year"),
                    [.. grouping.Members.Select(m => Row(m.Id, m.Name, [.. needs.Where(n => n.Need.Site.Member == m)])), total]),
                new ReportTable(
                    "by-profession", ReportTexts.Of("needs.by-profession"), ReportTexts.Of("header.profession"), ReportTexts.Columns("per-year"),
                    [.. grouping.Professions.Select(p => Row(p.Id, p.Name, [.. needs.Where(n => n.Need.Profession == p)])), total]),
            ],
            []);
    }

    private static ReportRow Row(string id, string name, IReadOnlyList<(NeedDeclaration Need, Traced<int> PerYear)> needs) => new(
        id,
        name,
        [
            new ReportFigure(
                (long)needs.Sum(n => n.PerYear.Value),
                [.. needs.SelectMany(n => n.PerYear.Trace.Select(step => StepOf(name, n.Need, step)))]),
        ]);

    /// <summary>Says whose need it is, but for what the row says already.</summary>
    private static Text StepOf(string row, NeedDeclaration need, Text step) =>
        need.Site.Name == row ? ReportTexts.Of("needs.of-one", need.Profession.Name, step)
        : need.Profession.Name == row ? ReportTexts.Of("needs.of-one", need.Site.Name, step)
        : ReportTexts.Of("needs.of", need.Site.Name, need.Profession.Name, step);
}
