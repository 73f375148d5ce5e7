using System.Globalization;
using StaffPool.Domain.Calculations;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Texts;

namespace StaffPool.Application.Scenarios.Reports;

/// <summary>
/// One part of what a scenario gives (rights, assemblies, costs), in a form that terminal, page, JSON, CSV and the
/// expected facts share. A figure is named by its path: section, table, row and column joined by dots, for example
/// <c>rights.votes.residence-du-parc.votes</c>.
/// </summary>
/// <param name="Id">First part of the paths: letters, digits and hyphens.</param>
/// <param name="Title">Heading.</param>
/// <param name="Tables">Figures, in the order in which they are read.</param>
/// <param name="Findings">What the rules have to say.</param>
public sealed record ReportSection(
    string Id, Text Title, IReadOnlyList<ReportTable> Tables, IReadOnlyList<Violation> Findings);

/// <param name="Id">Second part of the paths.</param>
/// <param name="Title">Heading.</param>
/// <param name="RowHeader">What the rows are: members, conditions, months.</param>
/// <param name="Columns">Headings of the figures.</param>
/// <param name="Rows">One figure per column each.</param>
public sealed record ReportTable(
    string Id, Text Title, Text RowHeader, IReadOnlyList<ReportColumn> Columns, IReadOnlyList<ReportRow> Rows)
{
    /// <summary>Whether a column holds numbers alone, which are set on the right.</summary>
    /// <param name="column">Its place, from 0.</param>
    public bool IsOfNumbers(int column) => Rows.All(r => r.Figures[column]?.Value is null or long or decimal or Money);

    /// <summary>A figure of a column as a person reads it, with as many decimals as its neighbours.</summary>
    /// <returns>Nothing where the column does not apply.</returns>
    public string Shown(ReportRow row, int column, CultureInfo culture) => row.Figures[column]?.Value switch
    {
        null => "",
        decimal number when Rows.All(r => r.Figures[column]?.Value is null or decimal) => number.ToString("N" + Decimals(column).ToString(CultureInfo.InvariantCulture), culture),
        var value => ScenarioReport.Shown(value, culture),
    };

    // More than two say nothing to a reader.
    private int Decimals(int column) => Rows
        .Select(r => r.Figures[column]?.Value)
        .OfType<decimal>()
        .Select(n => decimal.Round(n, 2))
        .Max(n => n == decimal.Truncate(n) ? 0 : n * 10 == decimal.Truncate(n * 10) ? 1 : 2);
}

/// <param name="Id">Last part of the paths.</param>
/// <param name="Title">Heading.</param>
public sealed record ReportColumn(string Id, Text Title);

/// <param name="Id">Third part of the paths.</param>
/// <param name="Label">Who or what the row is about: a name, or a <see cref="Text"/>.</param>
/// <param name="Figures">One per column; null where the column does not apply.</param>
public sealed record ReportRow(string Id, object Label, IReadOnlyList<ReportFigure?> Figures);

/// <summary>A figure with where it comes from.</summary>
/// <param name="Value">
/// A <see cref="long"/>, a <see cref="decimal"/>, <see cref="Money"/>, a <see cref="DateOnly"/>, a
/// <see cref="bool"/>, a <see cref="string"/> or a <see cref="Text"/>.
/// </param>
/// <param name="Trace">The steps that lead to it; empty where it was given.</param>
public sealed record ReportFigure(object Value, IReadOnlyList<Text> Trace)
{
    public ReportFigure(object value)
        : this(value, [])
    {
    }

    public static ReportFigure Of<T>(Traced<T> traced)
        where T : notnull =>
        new(traced.Value, traced.Trace);
}
