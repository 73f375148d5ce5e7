using StaffPool.Domain.Rules;

namespace StaffPool.Application.Interchange;

/// <summary>A table whose lines each stand for one row: found, described by the line, held to the rules, then written.</summary>
/// <typeparam name="TRow">Row of the database.</typeparam>
/// <typeparam name="TDescription">What the line says of it.</typeparam>
/// <param name="key">Of its texts.</param>
/// <param name="columns">From left to right.</param>
internal abstract class KeyedSheet<TRow, TDescription>(string key, IReadOnlyList<SheetColumn> columns) : Sheet(key, columns)
    where TRow : class
    where TDescription : class
{
    // A page shows no more; the figures count all.
    private const int MostShown = 200;

    public sealed override IEnumerable<IReadOnlyList<object?>> RowsOf(Catalogue catalogue) =>
        Stored(catalogue).Where(r => MayRead(r, catalogue)).Select(r => Cells(r, catalogue));

    /// <summary>Every line is read before any is judged, so that two rows may swap their names.</summary>
    public sealed override SheetChanges Import(IReadOnlyList<LineReader> lines, Catalogue catalogue)
    {
        var drafts = new List<Draft>();
        var found = Stored(catalogue).ToDictionary(r => KeyOf(r, catalogue), StringComparer.Ordinal);
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            if (Read(line, catalogue) is not { } read)
            {
                continue;
            }

            if (!first.TryAdd(read.Key, line.Number))
            {
                line.Blame(Columns[0].Key, "cell.twice", first[read.Key]);
                continue;
            }

            var row = found.GetValueOrDefault(read.Key);
            if (row is not null && !MayChange(row, catalogue))
            {
                line.Blame(Columns[0].Key, "cell.not-yours");
                continue;
            }

            var before = row is null ? null : Cells(row, catalogue);
            var description = Describe(line, row, catalogue);
            row ??= New(read, description, catalogue);
            // Whoever names it later means this line too.
            first.TryAdd(KeyOf(row, catalogue), line.Number);
            Expect(row, before is null ? null : row, description, catalogue);
            drafts.Add(new Draft(line, row, before, description));
        }

        var changes = drafts.Select(d => Settle(d, catalogue)).OfType<RowChange>().ToList();
        var added = changes.Count(c => c.IsNew);
        var unchanged = drafts.Count(d => d.Line.IsSound) - changes.Count;
        return new SheetChanges(
            Title.Here(), added, changes.Count - added, unchanged, found.Count - drafts.Count(d => d.Before is not null),
            [.. changes.Take(MostShown)]);
    }

    /// <summary>The rows that are there.</summary>
    protected abstract IEnumerable<TRow> Stored(Catalogue catalogue);

    /// <summary>A row as cells of the columns.</summary>
    protected abstract IReadOnlyList<object?> Cells(TRow row, Catalogue catalogue);

    /// <summary>What makes it that row and no other.</summary>
    protected abstract string KeyOf(TRow row, Catalogue catalogue);

    protected abstract string NameOf(TRow row, Catalogue catalogue);

    /// <summary>Which row a line is about; null where its problems leave that open.</summary>
    protected abstract LineKey? Read(LineReader line, Catalogue catalogue);

    protected abstract TDescription Describe(LineReader line, TRow? row, Catalogue catalogue);

    /// <summary>A row that is not there yet; it is not in the database either before <see cref="Write"/>.</summary>
    protected abstract TRow New(LineKey read, TDescription description, Catalogue catalogue);

    /// <summary>Tells the catalogue what the row will be.</summary>
    protected virtual void Expect(TRow row, TRow? stored, TDescription description, Catalogue catalogue)
    {
    }

    protected abstract IEnumerable<Violation> Assess(TDescription description, TRow row, Catalogue catalogue);

    protected abstract void Write(TDescription description, TRow row, bool isNew, Catalogue catalogue);

    /// <summary>What follows where a row really changes or is new, and what stands against it.</summary>
    protected virtual IEnumerable<Violation> Follow(TRow row, Catalogue catalogue) => [];

    protected virtual bool MayRead(TRow row, Catalogue catalogue) => true;

    protected virtual bool MayChange(TRow row, Catalogue catalogue) => catalogue.IsAdministrator;

    private RowChange? Settle(Draft draft, Catalogue catalogue)
    {
        draft.Line.Blame(Assess(draft.Description, draft.Row, catalogue));
        if (!draft.Line.IsSound)
        {
            return null;
        }

        Write(draft.Description, draft.Row, draft.Before is null, catalogue);
        var after = Cells(draft.Row, catalogue);
        var fields = Columns
            .Select((c, i) => new FieldChange(HeaderOf(c).Here(), CellValue.Text(draft.Before?[i]), CellValue.Text(after[i])))
            .Where(f => f.Before != f.After)
            .ToList();
        if (fields.Count == 0)
        {
            return null;
        }

        draft.Line.Blame(Follow(draft.Row, catalogue));
        return !draft.Line.IsSound ? null : new RowChange(draft.Line.Number, NameOf(draft.Row, catalogue), draft.Before is null, fields);
    }

    private sealed record Draft(LineReader Line, TRow Row, IReadOnlyList<object?>? Before, TDescription Description);
}

/// <param name="Key">As <c>KeyOf</c> gives it for the row, or of its own for a new one.</param>
/// <param name="Code">Identifier asked for a new row; null to make one.</param>
internal sealed record LineKey(string Key, string? Code = null);
