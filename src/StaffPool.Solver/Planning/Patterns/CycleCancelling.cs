namespace StaffPool.Solver.Planning.Patterns;

/// <summary>
/// Keeps who goes where and finds the best number of half-days in each open cell: a transportation problem, settled by
/// cancelling cycles of negative cost (Klein, 1967). One more half-day here, one less there, from person to need to
/// person: chains that no search over a few neighbours finds. People with a place in a plan in force and needs under a
/// member's quota are left alone; a need with a legal minimum keeps what it has in all.
/// </summary>
internal sealed class CycleCancelling
{
    private readonly PatternPiece piece;
    private readonly PatternState state;
    private readonly List<Arc> arcs = [];
    private readonly List<int>[] leaving;
    private readonly int[] capacityLeft;
    private readonly long[] distance;
    private readonly int[] arcInto;
    private readonly int[] walk;

    public CycleCancelling(PatternPiece piece, PatternState state)
    {
        this.piece = piece;
        this.state = state;
        var nodes = piece.People + piece.Asked.Length + 1;
        leaving = [.. Enumerable.Range(0, nodes).Select(_ => new List<int>())];
        distance = new long[nodes];
        arcInto = new int[nodes];
        walk = new int[nodes];
        capacityLeft = (int[])piece.Capacity.Clone();
        AddArcs(nodes - 1);
    }

    private enum Kind
    {
        Give,
        TakeBack,
        UseTime,
        FreeTime,
        Meet,
        Leave,
    }

    /// <summary>Every cycle lowers the cost, so it ends; asked before each whether to go on.</summary>
    public void Improve(Func<bool> stop)
    {
        while (!stop() && FindCycle() is { } node)
        {
            var cycle = new List<Arc>();
            for (var at = node; cycle.Count == 0 || at != node; at = cycle[^1].From)
            {
                cycle.Add(arcs[arcInto[at]]);
            }

            var amount = cycle.Min(Room);
            foreach (var arc in cycle)
            {
                Push(arc, amount);
            }
        }
    }

    private void AddArcs(int spare)
    {
        for (var j = 0; j < piece.Cells.Count; j++)
        {
            var (person, demand) = (piece.CellPerson[j], piece.CellDemand[j]);
            capacityLeft[person] -= state.HalfDays[j];
            if (state.HalfDays[j] > 0 && !piece.IsInForce[person] && piece.Quota[piece.DemandMember[demand]] == int.MaxValue)
            {
                Add(new Arc(person, piece.People + demand, Kind.Give, j, piece.Cost[j]));
                Add(new Arc(piece.People + demand, person, Kind.TakeBack, j, -piece.Cost[j]));
            }
        }

        for (var p = 0; p < piece.People; p++)
        {
            Add(new Arc(spare, p, Kind.UseTime, p, 0));
            Add(new Arc(p, spare, Kind.FreeTime, p, 0));
        }

        for (var d = 0; d < piece.Asked.Length; d++)
        {
            if (piece.Demands[d].LegalMinimum == 0)
            {
                Add(new Arc(piece.People + d, spare, Kind.Meet, d, -piece.Value[d]));
                Add(new Arc(spare, piece.People + d, Kind.Leave, d, piece.Value[d]));
            }
        }
    }

    private void Add(Arc arc)
    {
        leaving[arc.From].Add(arcs.Count);
        arcs.Add(arc);
    }

    private int Room(Arc arc) => arc.Kind switch
    {
        Kind.Give => piece.Most[arc.Of] - state.HalfDays[arc.Of],
        Kind.TakeBack => state.HalfDays[arc.Of] - piece.Least[arc.Of],
        Kind.UseTime => capacityLeft[arc.Of],
        Kind.FreeTime => piece.Capacity[arc.Of] - capacityLeft[arc.Of],
        Kind.Meet => state.DemandLeft[arc.Of],
        _ => piece.Asked[arc.Of] - piece.Given[arc.Of] - state.DemandLeft[arc.Of],
    };

    private void Push(Arc arc, int amount)
    {
        switch (arc.Kind)
        {
            case Kind.Give:
                state.Put(arc.Of, state.HalfDays[arc.Of] + amount);
                break;
            case Kind.TakeBack:
                state.Put(arc.Of, state.HalfDays[arc.Of] - amount);
                break;
            case Kind.UseTime:
                capacityLeft[arc.Of] -= amount;
                break;
            case Kind.FreeTime:
                capacityLeft[arc.Of] += amount;
                break;
            default:
                // What a need receives follows from its cells.
                break;
        }
    }

    /// <summary>A node on a cycle of negative cost, by label correction from everywhere at once; null where there is none.</summary>
    private int? FindCycle()
    {
        Array.Clear(distance);
        Array.Fill(arcInto, -1);
        var waits = new bool[distance.Length];
        Array.Fill(waits, true);
        var queue = new Queue<int>(Enumerable.Range(0, distance.Length));
        long corrections = 0;
        while (queue.TryDequeue(out var node))
        {
            waits[node] = false;
            foreach (var a in leaving[node])
            {
                var arc = arcs[a];
                if (distance[node] + arc.Cost >= distance[arc.To] || Room(arc) <= 0)
                {
                    continue;
                }

                distance[arc.To] = distance[node] + arc.Cost;
                arcInto[arc.To] = a;
                if (!waits[arc.To])
                {
                    waits[arc.To] = true;
                    queue.Enqueue(arc.To);
                }

                // Looked for now and then: without a cycle the corrections come to an end by themselves.
                if (++corrections % distance.Length == 0 && CycleAmongLabels() is { } found)
                {
                    return found;
                }
            }
        }

        return CycleAmongLabels();
    }

    private int? CycleAmongLabels()
    {
        Array.Clear(walk);
        for (var start = 0; start < walk.Length; start++)
        {
            var node = start;
            while (node >= 0 && walk[node] == 0)
            {
                walk[node] = start + 1;
                node = arcInto[node] < 0 ? -1 : arcs[arcInto[node]].From;
            }

            if (node >= 0 && walk[node] == start + 1)
            {
                return node;
            }
        }

        return null;
    }

    /// <param name="From">Person, need, or the spare: time that nobody asks for, needs that nobody meets.</param>
    /// <param name="To">Likewise.</param>
    /// <param name="Kind">What a half-day along the arc changes.</param>
    /// <param name="Of">The cell, person or need that it changes.</param>
    /// <param name="Cost">Metres that one half-day along the arc weighs.</param>
    private readonly record struct Arc(int From, int To, Kind Kind, int Of, long Cost);
}
