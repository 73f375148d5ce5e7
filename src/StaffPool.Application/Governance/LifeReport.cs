using StaffPool.Application.Scenarios;
using StaffPool.Application.Scenarios.Reports;
using StaffPool.Domain.Governance;
using StaffPool.Domain.Governance.Life;
using StaffPool.Domain.Rules;

namespace StaffPool.Application.Governance;

/// <summary>Who comes and goes, who runs the grouping, its debts, its nature and its tax on a day.</summary>
internal static class LifeReport
{
    public static IEnumerable<ReportSection> Of(Scenario scenario)
    {
        if (scenario.Governance.Life is not { } life)
        {
            yield break;
        }

        var agreement = scenario.Grouping.Agreement;
        var course = LifeCourse.Of(scenario, life);
        var findings = new List<Violation>();
        if (scenario.Governance.Rights is null)
        {
            findings.AddRange(LockedSettingsAreKept.Assess(agreement));
        }

        var tables = new List<ReportTable> { LifeTables.Grouping(life, course, agreement, findings) };
        if (LifeTables.NatureOf(life, course).Derive(agreement).Value is { } nature)
        {
            tables.Add(TaxAndNatureTables.Nature(nature));
        }

        tables.AddRange(LifeTables.Events(course, agreement, findings));
        if (life.Mandates.Count > 0)
        {
            tables.Add(LifeTables.Mandates(life, agreement));
            findings.AddRange(GroupingIsRun.Assess(life.Kind, life.Mandates, course.Belonging, life.On, agreement));
        }

        var rights = RightsOverTime.Of(scenario);
        tables.AddRange(life.Debts.Select(d => LifeTables.Debt(scenario, rights, d, course, findings)).OfType<ReportTable>());
        if (life.Vat is { } vat && TaxAndNatureTables.Vat(life, vat, course, agreement, findings) is { } conditions)
        {
            tables.Add(conditions);
        }

        yield return new ReportSection("life", ReportTexts.Of("life.title", life.On), tables, findings);
    }
}
