using StaffPool.Documents.Scenarios.Yaml;

namespace StaffPool.Documents.Scenarios;

/// <summary>
/// What one section declares, by identifier. An entry with problems of its own is known too, as null, so that
/// references to it raise no second problem.
/// </summary>
internal sealed class Registry<T>(string section, ProblemList problems)
    where T : class
{
    private readonly Dictionary<string, (T? Value, int Line)> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> names = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<T> values = [];

    /// <summary>In the order of the file, without those that have problems.</summary>
    public IReadOnlyList<T> Values => values;

    /// <summary>Makes known what another registry of the same section declared; its values stay there.</summary>
    public void Know(Registry<T> other)
    {
        foreach (var (id, known) in other.byId)
        {
            byId.TryAdd(id, known);
        }

        foreach (var (name, line) in other.names)
        {
            names.TryAdd(name, line);
        }
    }

    public void Declare(string? id, Position idPosition, T? value)
    {
        if (id is null)
        {
            return;
        }

        if (byId.TryGetValue(id, out var first))
        {
            problems.Add(idPosition, "id.duplicate", id, section, first.Line);
            return;
        }

        byId.Add(id, (value, idPosition.Line));
        if (value is not null)
        {
            values.Add(value);
        }
    }

    /// <summary>Makes something known that the file may declare otherwise; called after what it declares.</summary>
    public void Suppose(string id, T value) => byId.TryAdd(id, (value, 0));

    /// <summary>Names are shown to people, who could not tell two of the same apart.</summary>
    public void DeclareName(string? name, Position position)
    {
        if (name is not null && !names.TryAdd(name, position.Line))
        {
            problems.Add(position, "name.duplicate", name, section, names[name]);
        }
    }

    /// <returns>What the reference points to, or null; a problem is reported when nothing bears the identifier.</returns>
    public T? Find(ScalarNode reference)
    {
        var id = reference.Value.Trim();
        if (byId.TryGetValue(id, out var found))
        {
            return found.Value;
        }

        problems.AddUnknown(reference.Position, id, byId.Keys, "reference.unknown", id, section);
        return null;
    }
}
