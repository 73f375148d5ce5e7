namespace StaffPool.Solver.Timetables;

/// <summary>The cheapest of the largest flows from one node to another, by successive shortest paths; costs are not negative.</summary>
internal sealed class MinCostFlow(int nodes)
{
    private readonly List<int> heads = [];
    private readonly List<int> room = [];
    private readonly List<int> costs = [];
    private readonly List<int>[] from = [.. Enumerable.Range(0, nodes).Select(_ => new List<int>())];

    /// <returns>The number of the edge, for <see cref="FlowOn"/>.</returns>
    public int Add(int tail, int head, int capacity, int cost)
    {
        Append(tail, head, capacity, cost);
        Append(head, tail, 0, -cost);
        return heads.Count - 2;
    }

    public int FlowOn(int edge) => room[edge + 1];

    /// <summary>
    /// Starts from one unit along some edges. Right only where all the units given so cost the least that a unit can: the
    /// flow that follows is else not the cheapest.
    /// </summary>
    public void Push(params ReadOnlySpan<int> edges)
    {
        foreach (var edge in edges)
        {
            room[edge]--;
            room[edge ^ 1]++;
        }
    }

    /// <returns>The size of the flow added to what was pushed.</returns>
    public int Run(int source, int sink)
    {
        var total = 0;
        while (ShortestPath(source, sink) is { } path)
        {
            var amount = path.Min(edge => room[edge]);
            foreach (var edge in path)
            {
                room[edge] -= amount;
                room[edge ^ 1] += amount;
            }

            total += amount;
        }

        return total;
    }

    private void Append(int tail, int head, int capacity, int cost)
    {
        from[tail].Add(heads.Count);
        heads.Add(head);
        room.Add(capacity);
        costs.Add(cost);
    }

    private List<int>? ShortestPath(int source, int sink)
    {
        var distance = new int[from.Length];
        var by = new int[from.Length];
        var waits = new bool[from.Length];
        Array.Fill(distance, int.MaxValue);
        distance[source] = 0;
        var queue = new Queue<int>([source]);
        while (queue.TryDequeue(out var node))
        {
            waits[node] = false;
            foreach (var edge in from[node])
            {
                var head = heads[edge];
                if (room[edge] > 0 && distance[node] + costs[edge] < distance[head])
                {
                    (distance[head], by[head]) = (distance[node] + costs[edge], edge);
                    if (!waits[head])
                    {
                        waits[head] = true;
                        queue.Enqueue(head);
                    }
                }
            }
        }

        if (distance[sink] == int.MaxValue)
        {
            return null;
        }

        var path = new List<int>();
        for (var node = sink; node != source; node = heads[by[node] ^ 1])
        {
            path.Add(by[node]);
        }

        return path;
    }
}
