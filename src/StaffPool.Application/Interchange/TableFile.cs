namespace StaffPool.Application.Interchange;

/// <summary>Tables as a file holds them, before anything is understood.</summary>
/// <param name="Sheets">At least one; a CSV file holds one, named after the file.</param>
public sealed record TableFile(IReadOnlyList<TableSheet> Sheets);

/// <param name="Name">As its tab says.</param>
/// <param name="Lines">Those that hold something.</param>
public sealed record TableSheet(string Name, IReadOnlyList<TableLine> Lines);

/// <param name="Number">Line in the file, from 1.</param>
/// <param name="Cells">Null, <see cref="string"/>, <see cref="double"/>, <see cref="bool"/> or <see cref="DateTime"/>.</param>
public sealed record TableLine(int Number, IReadOnlyList<object?> Cells);

/// <summary>A table to be written.</summary>
/// <param name="Title">Name of its tab, at most 31 characters.</param>
/// <param name="Columns">From left to right.</param>
/// <param name="Rows">Null, <see cref="string"/>, numbers, <see cref="bool"/> or <see cref="DateOnly"/>.</param>
public sealed record WrittenSheet(string Title, IReadOnlyList<WrittenColumn> Columns, IEnumerable<IReadOnlyList<object?>> Rows);

/// <param name="Title">Its header.</param>
/// <param name="About">What to write in it: the note of its header; null for none.</param>
/// <param name="Choices">What can be chosen; empty for anything.</param>
/// <param name="IsRequired">Whether it may not be left empty.</param>
public sealed record WrittenColumn(string Title, string? About, IReadOnlyList<string> Choices, bool IsRequired);
