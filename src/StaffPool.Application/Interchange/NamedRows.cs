using StaffPool.Application.UseCases;
using StaffPool.Data;

namespace StaffPool.Application.Interchange;

/// <summary>Rows that cells refer to, by identifier or by name.</summary>
/// <param name="rows">Those of the database.</param>
/// <param name="codeOf">Identifier of a row.</param>
/// <param name="nameOf">Name of a row.</param>
internal sealed class NamedRows<T>(IReadOnlyList<T> rows, Func<T, string> codeOf, Func<T, string> nameOf)
    where T : GroupingOwned
{
    private readonly Dictionary<string, T> byCode = rows.ToDictionary(codeOf, StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, T> byName = Unlike(rows, nameOf);
    private readonly Dictionary<Guid, T> byId = rows.ToDictionary(r => r.Id);
    private readonly HashSet<string> codes = rows.Select(codeOf).ToHashSet(StringComparer.Ordinal);
    private readonly Dictionary<string, int> names = rows.GroupBy(nameOf, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(g => g.Key, g => g.Count(), StringComparer.OrdinalIgnoreCase);

    /// <summary>Those of the database.</summary>
    public IReadOnlyList<T> Stored { get; } = rows;

    public T? ByCode(string code) => byCode.GetValueOrDefault(code);

    public T? ByName(string name) => byName.GetValueOrDefault(PlainKey.Of(name));

    public T? ById(Guid id) => byId.GetValueOrDefault(id);

    /// <summary>What a cell refers to.</summary>
    public T? Find(string text) => ByCode(text) ?? ByName(text);

    public string NameOf(T row) => nameOf(row);

    public IEnumerable<string> AllNames => byId.Values.Select(nameOf);

    /// <summary>An identifier for a new row.</summary>
    public string NewCode(string name) => Codes.From(name, codes);

    /// <summary>A row that the file adds, for the lines and sheets that follow.</summary>
    public void Add(T row)
    {
        byCode.TryAdd(codeOf(row), row);
        codes.Add(codeOf(row));
        byId[row.Id] = row;
    }

    /// <summary>What a row is called once the file is in.</summary>
    /// <param name="row">The row.</param>
    /// <param name="before">Its name so far; null for a new row.</param>
    /// <param name="after">Its name from now on.</param>
    public void Call(T row, string? before, string after)
    {
        if (before is not null)
        {
            names[before] = names.GetValueOrDefault(before) - 1;
        }

        names[after] = names.GetValueOrDefault(after) + 1;
        byName.TryAdd(PlainKey.Of(after), row);
    }

    /// <summary>Whether two rows bear a name.</summary>
    public bool IsShared(string name) => names.GetValueOrDefault(name) > 1;

    // A name that two rows share once its accents are gone points to neither.
    private static Dictionary<string, T> Unlike(IReadOnlyList<T> rows, Func<T, string> nameOf) => rows
        .GroupBy(r => PlainKey.Of(nameOf(r)), StringComparer.Ordinal)
        .Where(g => g.Count() == 1)
        .ToDictionary(g => g.Key, g => g.Single(), StringComparer.Ordinal);
}
