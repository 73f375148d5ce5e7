using StaffPool.Application.Costs;
using StaffPool.Application.Scenarios.Reports;
using StaffPool.Documents.Scenarios;

namespace StaffPool.Documents.Tests.Scenarios;

/// <summary>The small scenario with a section on money after it.</summary>
internal static class CostFiles
{
    /// <summary>Line of the file where the section starts.</summary>
    public static int FirstLine => ScenarioFiles.TextOf("trois-residences").TrimEnd().Split('\n').Length + 1;

    public static ScenarioReading Read(string costs) =>
        ScenarioFiles.Read(ScenarioFiles.TextOf("trois-residences").TrimEnd() + "\n" + costs);

    public static CostScenario Load(string costs)
    {
        var reading = Read(costs);
        reading.Problems.Select(p => $"{ScenarioFiles.Shown(p)} {p.Message}").ShouldBeEmpty();
        return reading.Scenario!.Costs.ShouldNotBeNull();
    }

    /// <summary>A figure by its path without the section: table, row and column.</summary>
    public static object Value(this ReportSection section, string table, string row, string column) =>
        section.Figure(table, row, column).Value;

    public static ReportFigure Figure(this ReportSection section, string table, string row, string column)
    {
        var found = section.Tables.Single(t => t.Id == table);
        return found.Rows.Single(r => r.Id == row).Figures[found.Columns.Select(c => c.Id).ToList().IndexOf(column)].ShouldNotBeNull();
    }
}
