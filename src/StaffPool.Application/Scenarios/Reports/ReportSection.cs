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
    string Id, Text Title, Text RowHeader, IReadOnlyList<ReportColumn> Columns, IReadOnlyList<ReportRow> Rows);

/// <param name="Id">Last part of the paths.</param>
/// <param name="Title">Heading.</param>
public sealed record ReportColumn(string Id, Text Title);

/// <param name="Id">Third part of the paths.</param>
/// <param name="Label">Who or what the row is about: a name, or a <see cref="Text"/>.</param>
/// <param name="Figures">One per column; null where the column does not apply.</param>
public sealed record ReportRow(string Id, object Label, IReadOnlyList<ReportFigure?> Figures);

/// <summary>A figure with where it comes from.</summary>
/// <param name="Value">
/// A <see cref="long"/>, a <see cref="decimal"/>, <see cref="Domain.Calculations.Money"/>, a <see cref="DateOnly"/>, a
/// <see cref="bool"/>, a <see cref="string"/> or a <see cref="Text"/>.
/// </param>
/// <param name="Trace">The steps that lead to it; empty where it was given.</param>
public sealed record ReportFigure(object Value, IReadOnlyList<Text> Trace)
{
    public ReportFigure(object value)
        : this(value, [])
    {
    }
}
