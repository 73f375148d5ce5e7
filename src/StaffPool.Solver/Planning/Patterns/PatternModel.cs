using StaffPool.Solver.CpSat;

namespace StaffPool.Solver.Planning.Patterns;

/// <summary>
/// A piece as an integer model on <see cref="Composite"/>, which says what a plan weighs beyond what it cannot change.
/// </summary>
internal sealed class PatternModel
{
    private readonly PatternPiece piece;
    private readonly PatternState state;
    private readonly Dictionary<int, IntVar> halfDays = [];
    private readonly Dictionary<int, BoolVar> opened = [];
    private readonly List<(LinearExpr Expression, long Weight)> terms = [];
    private readonly List<(IntVar Variable, long Value)> hints = [];

    public PatternModel(PatternPiece piece, PatternState state)
    {
        this.piece = piece;
        this.state = state;
        IReadOnlyList<int> cells = [.. Enumerable.Range(0, piece.Cells.Count)];
        foreach (var j in cells)
        {
            AddCell(j);
        }

        for (var p = 0; p < piece.People; p++)
        {
            AddPerson(p);
        }

        var byDemand = cells.ToLookup(j => piece.CellDemand[j]);
        foreach (var demand in byDemand)
        {
            AddDemand(demand.Key, [.. demand]);
        }

        foreach (var member in cells.ToLookup(j => piece.DemandMember[piece.CellDemand[j]]).Where(m => piece.Quota[m.Key] != int.MaxValue))
        {
            Builder.AddAtMost(LinearExpr.Sum(member.Select(j => halfDays[j])), piece.Quota[member.Key]);
        }

        foreach (var area in piece.Areas.Where(a => a.Any(byDemand.Contains)))
        {
            AddShares(area, byDemand);
        }

        // Whole numbers as small as they can be: engines work in floating point.
        Scale = terms.Select(t => Math.Abs(t.Weight)).Where(w => w > 0).DefaultIfEmpty(1).Aggregate(GreatestCommonDivisor);
        Builder.Minimize(LinearExpr.Sum(terms.Select(t => (t.Weight / Scale) * t.Expression)));
    }

    public CpModelBuilder Builder { get; } = new();

    /// <summary>Metres in one unit of the model's objective.</summary>
    public long Scale { get; }

    /// <summary>Tells the engine the plan at hand, so that it starts from there.</summary>
    public PatternModel WithStart()
    {
        foreach (var (variable, value) in hints)
        {
            Builder.AddHint(variable, value);
        }

        foreach (var (j, open) in opened)
        {
            Builder.AddHint(open, state.HalfDays[j] > 0);
        }

        return this;
    }

    /// <summary>Puts everybody where the engine's values say.</summary>
    public void Apply(IReadOnlyList<long> values)
    {
        for (var j = 0; j < piece.Cells.Count; j++)
        {
            state.Put(j, 0);
        }

        for (var j = 0; j < piece.Cells.Count; j++)
        {
            state.Put(j, (int)values[halfDays[j].Index]);
        }
    }

    private void AddCell(int j)
    {
        var x = halfDays[j] = Builder.NewInt(0, piece.Most[j], FormattableString.Invariant($"x{j}"));
        var y = opened[j] = Builder.NewBool(FormattableString.Invariant($"y{j}"));
        Builder.AddAtMost(x - (piece.Most[j] * y), 0);
        Builder.AddAtLeast(x - (piece.Least[j] * y), 0);
        terms.Add((x, piece.Cost[j]));
        terms.Add((y, piece.OpenCost[j]));
        hints.Add((x, state.HalfDays[j]));
    }

    private void AddPerson(int p)
    {
        int[] own = [.. Enumerable.Range(piece.FirstCell[p], piece.FirstCell[p + 1] - piece.FirstCell[p])];
        Builder.AddAtMost(LinearExpr.Sum(own.Select(j => halfDays[j])), piece.Capacity[p]);
        var counted = own.Where(j => piece.Counts[j]).ToList();
        if (counted.Count > piece.Sites[p])
        {
            Builder.AddAtMost(LinearExpr.Sum(counted.Select(j => opened[j])), piece.Sites[p]);
        }

        foreach (var (i, j) in Pairs(own, piece.Apart))
        {
            Builder.AddAtMostOne([opened[i], opened[j]]);
        }

        foreach (var (i, j) in Pairs(own, piece.SoftlyApart))
        {
            var both = Auxiliary(1, state.HalfDays[i] > 0 && state.HalfDays[j] > 0 ? 1 : 0, Composite.SitesApart);
            Builder.AddAtLeast(both - opened[i] - opened[j], -1);
        }

        if (piece.IsInForce[p])
        {
            AddStability(own, piece.DisturbedPenalty[p]);
        }
    }

    private void AddStability(int[] own, long penalty)
    {
        var disturbed = Auxiliary(1, own.Any(j => state.HalfDays[j] != piece.Before[j]) ? 1 : 0, penalty);
        foreach (var j in own)
        {
            var before = piece.Before[j];
            var most = Math.Max(before, piece.Most[j]);
            var change = Auxiliary(most, Math.Abs(state.HalfDays[j] - before), Composite.HalfDayMoved);
            Builder.AddAtLeast(change - halfDays[j], -before);
            Builder.AddAtLeast(change + halfDays[j], before);
            Builder.AddAtMost(change - (most * disturbed), 0);
        }
    }

    private void AddDemand(int d, int[] serving)
    {
        var own = LinearExpr.Sum(serving.Select(j => halfDays[j]));
        Builder.AddAtMost(own, piece.Asked[d] - piece.Given[d]);
        terms.Add((own, -piece.Value[d]));
        var legal = piece.Demands[d].LegalMinimum;
        if (legal > 0)
        {
            var shortfall = Auxiliary(legal, Math.Max(0, legal - (piece.Asked[d] - state.DemandLeft[d])), Composite.LegalMinimum);
            Builder.AddAtLeast(shortfall + own, legal - piece.Given[d]);
        }
    }

    /// <summary>The worst share of an area and its needs left out; needs that pinned cells alone serve bound the share.</summary>
    private void AddShares(int[] area, ILookup<int, int> byDemand)
    {
        long Share(int d) => 10_000L * (piece.Asked[d] - state.DemandLeft[d]) / piece.Asked[d];
        bool IsServed(int d) => state.DemandLeft[d] < piece.Asked[d];
        var most = area.Where(d => !byDemand.Contains(d) && IsServed(d)).Select(Share).DefaultIfEmpty(10_000).Min();
        var worst = Math.Min(most, area.Where(IsServed).Select(Share).DefaultIfEmpty(10_000).Min());
        var share = Auxiliary(most, worst, -Composite.BasisPoint);
        foreach (var d in area.Where(byDemand.Contains))
        {
            var own = LinearExpr.Sum(byDemand[d].Select(j => halfDays[j]));
            var served = own + piece.Given[d];
            var wanted = (piece.Asked[d] * (LinearExpr)share) - (10_000 * served);
            if (piece.Given[d] > 0)
            {
                Builder.AddAtMost(wanted, 0);
                continue;
            }

            var nothing = Auxiliary(1, IsServed(d) ? 0 : 1, Composite.LeftOut);
            Builder.AddAtLeast(served + nothing, 1);
            Builder.AddAtMost(served + (piece.Asked[d] * nothing), piece.Asked[d]);
            Builder.AddAtMost(wanted - (10_000L * piece.Asked[d] * nothing), 0);
        }
    }

    private IntVar Auxiliary(long most, long value, long weight)
    {
        var variable = Builder.NewInt(0, most, FormattableString.Invariant($"a{hints.Count}"));
        hints.Add((variable, value));
        terms.Add((variable, weight));
        return variable;
    }

    private static IEnumerable<(int, int)> Pairs(int[] own, HashSet<(int, int)>? apart) =>
        apart is null
            ? []
            : from i in own from j in own where i < j && apart.Contains((i, j)) select (i, j);

    private static long GreatestCommonDivisor(long a, long b) => b == 0 ? a : GreatestCommonDivisor(b, a % b);
}
