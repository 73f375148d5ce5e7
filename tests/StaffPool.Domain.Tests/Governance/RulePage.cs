using StaffPool.Testing;

namespace StaffPool.Domain.Tests.Governance;

/// <summary>A page of docs/regles, read for the figures of its worked example.</summary>
internal sealed class RulePage(string name)
{
    public string Text { get; } = File.ReadAllText(Path.Combine(Repository.Root, "docs", "regles", name));

    /// <summary>The rows of the first table under a heading, by the names of its columns.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Table(string heading)
    {
        var lines = Text.Split('\n')
            .SkipWhile(l => !(l.StartsWith('#') && l.TrimStart('#').Trim() == heading))
            .Skip(1)
            .SkipWhile(l => !l.StartsWith('|'))
            .TakeWhile(l => l.StartsWith('|'))
            .Select(Cells)
            .ToList();
        lines.Count.ShouldBeGreaterThan(2, $"No table under '{heading}'.");
        return [.. lines.Skip(2).Select(cells => lines[0].Zip(cells).ToDictionary(p => p.First, p => p.Second))];
    }

    private static string[] Cells(string line) => [.. line.Trim().Trim('|').Split('|').Select(c => c.Trim().Trim('`'))];
}
