using System.Globalization;
using StaffPool.Application.Planning;
using StaffPool.Domain.Calculations;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Texts;

namespace StaffPool.Application.Scenarios.Reports;

/// <summary>Everything that a scenario gives.</summary>
/// <param name="Scenario">The inputs.</param>
/// <param name="Sections">In the order in which they are read.</param>
/// <param name="Planned">The plan, or null where there is nothing to plan.</param>
public sealed record ScenarioReport(Scenario Scenario, IReadOnlyList<ReportSection> Sections, PlannedAllocation? Planned)
{
    /// <summary>Every figure by its path, findings counted by severity and by code.</summary>
    public IReadOnlyDictionary<string, object> Figures()
    {
        var figures = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var section in Sections)
        {
            foreach (var (path, _, _, figure) in section.Tables.SelectMany(t => PathsOf(section, t)))
            {
                figures.Add(path, figure.Value);
            }

            figures.Add(CountPath(section, "blocking"), (long)section.Findings.Count(f => f.Severity == Severity.Blocking));
            figures.Add(CountPath(section, "warnings"), (long)section.Findings.Count(f => f.Severity == Severity.Warning));
            foreach (var same in section.Findings.GroupBy(f => f.Code, StringComparer.Ordinal))
            {
                figures.Add(CountPath(section, same.Key), (long)same.Count());
            }
        }

        return figures;
    }

    /// <summary>What blocks although no fact asks for it, neither by its code nor by the number of those of its section.</summary>
    public IEnumerable<Text> Unexpected(IReadOnlyList<ExpectedFact> facts)
    {
        var asked = facts.Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        return from section in Sections
               from finding in section.Findings
               where finding.Severity == Severity.Blocking
                   && !asked.Contains(CountPath(section, "blocking"))
                   && !asked.Contains(CountPath(section, finding.Code))
               select ReportTexts.Of("fact.blocking", section.Title, finding.Message);
    }

    /// <summary>The figures of one table with their paths, row by row.</summary>
    public static IEnumerable<(string Path, ReportRow Row, ReportColumn Column, ReportFigure Figure)> PathsOf(
        ReportSection section, ReportTable table) =>
        from row in table.Rows
        from cell in row.Figures.Zip(table.Columns)
        where cell.First is not null
        select ($"{section.Id}.{table.Id}.{row.Id}.{cell.Second.Id}", row, cell.Second, cell.First);

    private static string CountPath(ReportSection section, string what) => $"{section.Id}.findings.{what}.count";

    /// <summary>A value as a person reads it.</summary>
    public static string Shown(object value, CultureInfo culture) => value switch
    {
        long whole => whole.ToString("#,0", culture),
        decimal number => number.ToString("#,0.##", culture),
        Money money => money.ToString(null, culture),
        DateOnly day => Wording.Day(day, culture),
        bool flag => ReportTexts.Of(flag ? "yes" : "no").In(culture),
        Text text => text.In(culture),
        _ => value.ToString() ?? "",
    };
}
