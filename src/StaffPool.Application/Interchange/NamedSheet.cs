using StaffPool.Application.UseCases;
using StaffPool.Data;

namespace StaffPool.Application.Interchange;

/// <summary>A table of rows with an identifier and a name, in its first two columns: a line is found by the one, else by the other.</summary>
/// <typeparam name="TRow">Row of the database.</typeparam>
/// <typeparam name="TDescription">What a line says of it.</typeparam>
/// <param name="key">Of its texts.</param>
/// <param name="columns">After the identifier and the name.</param>
internal abstract class NamedSheet<TRow, TDescription>(string key, params IReadOnlyList<SheetColumn> columns)
    : KeyedSheet<TRow, TDescription>(key, [new("code"), new("name", IsRequired: true, Field: "name") { Codes = [$"{key}.name-taken"] }, .. columns])
    where TRow : GroupingOwned
    where TDescription : class
{
    protected abstract NamedRows<TRow> RowsIn(Catalogue catalogue);

    protected abstract string NewNameOf(TDescription description);

    protected abstract string CodeOf(TRow row);

    protected sealed override IEnumerable<TRow> Stored(Catalogue catalogue) => RowsIn(catalogue).Stored;

    protected sealed override string KeyOf(TRow row, Catalogue catalogue) => CodeOf(row);

    protected sealed override string NameOf(TRow row, Catalogue catalogue) => RowsIn(catalogue).NameOf(row);

    protected sealed override LineKey? Read(LineReader line, Catalogue catalogue)
    {
        var (code, name) = (line.Text("code"), line.Text("name"));
        var rows = RowsIn(catalogue);
        if ((code is null ? null : rows.ByCode(code)) is { } coded)
        {
            return new LineKey(CodeOf(coded));
        }

        if (name is null)
        {
            line.Blame("name", code is null ? "cell.missing" : "cell.no-such-code");
            return null;
        }

        if (code is not null && !Codes.IsOne(code))
        {
            line.Blame("code", "cell.not-code");
        }

        return rows.ByName(name) is { } named ? new LineKey(CodeOf(named)) : new LineKey($"+{code ?? PlainKey.Of(name)}", code);
    }

    protected sealed override void Expect(TRow row, TRow? stored, TDescription description, Catalogue catalogue)
    {
        var rows = RowsIn(catalogue);
        if (stored is null)
        {
            rows.Add(row);
        }

        rows.Call(row, stored is null ? null : rows.NameOf(stored), NewNameOf(description));
    }

    protected string CodeFor(LineKey read, TDescription description, Catalogue catalogue) =>
        read.Code ?? RowsIn(catalogue).NewCode(NewNameOf(description));
}
