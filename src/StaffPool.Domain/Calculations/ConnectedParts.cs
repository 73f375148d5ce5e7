namespace StaffPool.Domain.Calculations;

/// <summary>Splits a graph into its connected parts (union-find with path halving).</summary>
public static class ConnectedParts
{
    /// <param name="edges">Pairs that belong together.</param>
    /// <returns>One list per part, parts and members in order of first appearance.</returns>
    public static IReadOnlyList<IReadOnlyList<T>> Of<T>(IEnumerable<(T First, T Second)> edges)
        where T : notnull
    {
        var index = new Dictionary<T, int>();
        var nodes = new List<T>();
        var parent = new List<int>();
        foreach (var (first, second) in edges)
        {
            var (a, b) = (Root(IndexOf(first)), Root(IndexOf(second)));
            // The smaller index stays the root, so that parts keep the order of first appearance.
            parent[Math.Max(a, b)] = Math.Min(a, b);
        }

        return [.. Enumerable.Range(0, nodes.Count)
            .GroupBy(Root)
            .OrderBy(g => g.Key)
            .Select(g => (IReadOnlyList<T>)[.. g.Select(i => nodes[i])])];

        int IndexOf(T node)
        {
            if (!index.TryGetValue(node, out var i))
            {
                index[node] = i = nodes.Count;
                nodes.Add(node);
                parent.Add(i);
            }

            return i;
        }

        int Root(int i)
        {
            while (parent[i] != i)
            {
                parent[i] = parent[parent[i]];
                i = parent[i];
            }

            return i;
        }
    }
}
