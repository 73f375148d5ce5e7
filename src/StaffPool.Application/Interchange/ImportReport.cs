using StaffPool.Domain.Texts;

namespace StaffPool.Application.Interchange;

/// <summary>What a file of tables would change, or did, and everything that is wrong with it.</summary>
/// <param name="FileName">As its sender calls it.</param>
/// <param name="Sheets">Those that were understood.</param>
/// <param name="Problems">Of its cells; with any, nothing is imported.</param>
/// <param name="Notes">What was left aside.</param>
public sealed record ImportReport(
    string FileName, IReadOnlyList<SheetChanges> Sheets, IReadOnlyList<CellProblem> Problems, IReadOnlyList<Text> Notes)
{
    public bool IsSound => Problems.Count == 0 && Sheets.Count > 0;

    public bool ChangesSomething => Sheets.Any(s => s.Added + s.Changed > 0);
}

/// <summary>What is wrong with one cell, and what to do.</summary>
/// <param name="Sheet">Its tab.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">Its letters, as a spreadsheet shows them; null for the whole line.</param>
/// <param name="Header">Of its column; null for the whole line.</param>
/// <param name="Read">What is in it; null for nothing.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record CellProblem(string Sheet, int Line, string? Column, string? Header, string? Read, Text Message);

/// <summary>What becomes of the rows of one table. No row is ever removed.</summary>
/// <param name="Title">Of the table.</param>
/// <param name="Added">Rows that are new.</param>
/// <param name="Changed">Rows that change.</param>
/// <param name="Unchanged">Rows that are already so.</param>
/// <param name="LeftAlone">Rows that are there and that the file does not mention.</param>
/// <param name="Rows">The first that are added or changed.</param>
public sealed record SheetChanges(string Title, int Added, int Changed, int Unchanged, int LeftAlone, IReadOnlyList<RowChange> Rows);

/// <param name="Line">In the file.</param>
/// <param name="Name">What the row is called.</param>
/// <param name="IsNew">Whether it is added.</param>
/// <param name="Fields">What it says from now on, and said before.</param>
public sealed record RowChange(int Line, string Name, bool IsNew, IReadOnlyList<FieldChange> Fields);

/// <param name="Header">Column.</param>
/// <param name="Before">Null for nothing.</param>
/// <param name="After">Null for nothing.</param>
public sealed record FieldChange(string Header, string? Before, string? After);
