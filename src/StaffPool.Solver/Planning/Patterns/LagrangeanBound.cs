namespace StaffPool.Solver.Planning.Patterns;

/// <summary>
/// A figure that no plan of a piece can go below on <see cref="Composite"/>. The tie between what people give and what
/// needs receive is priced instead of enforced (Lagrangean relaxation); each person then chooses the best pattern alone.
/// The prices are improved by the subgradient method with Polyak's step (1969). The bound is as tight as the linear
/// relaxation over all patterns of all people, which the plain model's is not. Fairness and stability count as nothing
/// in it: they cost a plan little, and never less than nothing.
/// </summary>
internal sealed class LagrangeanBound
{
    private const int PatienceBeforeShorterSteps = 40;
    private const double Shorter = 0.8;
    private const double Memory = 0.7;

    private readonly PatternPiece piece;
    private readonly PatternOracle oracle;
    private readonly double[] prices;
    private readonly double[] slack;
    private readonly double[] direction;
    private readonly int[] firstVisit;
    private double step = 1;
    private double best = double.MinValue;

    public LagrangeanBound(PatternPiece piece)
    {
        this.piece = piece;
        oracle = new PatternOracle(piece);
        prices = new double[piece.Asked.Length];
        slack = new double[piece.Asked.Length];
        direction = new double[piece.Asked.Length];
        BestPrices = new double[piece.Asked.Length];
        firstVisit = FirstVisits(piece);
    }

    /// <summary>What a half-day of each demand is worth at the best prices found; guides the search for plans.</summary>
    public double[] BestPrices { get; }

    /// <summary>The bound in metres, rounded down past any floating-point noise.</summary>
    public long Value => best == double.MinValue ? long.MinValue : (long)Math.Floor(best - 1 - (1e-9 * Math.Abs(best)));

    /// <summary>Whether the steps have become too short to move the bound.</summary>
    public bool IsSettled => step < 1e-4;

    /// <summary>Starts from prices that suit a plan: an unmet need pays in full, a met one what its dearest visit costs.</summary>
    public void StartFrom(int[] halfDays)
    {
        var served = (int[])piece.Given.Clone();
        Array.Clear(BestPrices);
        for (var j = 0; j < halfDays.Length; j++)
        {
            served[piece.CellDemand[j]] += halfDays[j];
            if (halfDays[j] > 0)
            {
                var demand = piece.CellDemand[j];
                BestPrices[demand] = Math.Max(BestPrices[demand], piece.Cost[j] * 1.2);
            }
        }

        for (var d = 0; d < served.Length; d++)
        {
            BestPrices[d] = served[d] < piece.Asked[d] ? piece.Value[d] : BestPrices[d];
        }
    }

    /// <param name="target">The composite of a known plan: the bound aims at it and cannot pass it.</param>
    /// <param name="rounds">Most price changes to try.</param>
    /// <param name="stop">Asked before each round.</param>
    public void Improve(long target, int rounds, Func<bool> stop)
    {
        Array.Copy(BestPrices, prices, prices.Length);
        Array.Clear(direction);
        step = Math.Max(step, 0.02);
        var waited = 0;
        for (var round = 0; round < rounds && !IsSettled && !stop(); round++)
        {
            var bound = Evaluate();
            if (bound > best)
            {
                waited = bound > best + (1e-5 * Math.Abs(best)) ? 0 : waited + 1;
                best = bound;
                Array.Copy(prices, BestPrices, prices.Length);
            }
            else
            {
                waited++;
            }

            if (waited >= PatienceBeforeShorterSteps)
            {
                waited = 0;
                step *= Shorter;
                Array.Copy(BestPrices, prices, prices.Length);
                Array.Clear(direction);
                continue;
            }

            if (!Move(Math.Max(target - bound, 1)))
            {
                return;
            }
        }
    }

    /// <summary>
    /// Fewest half-days that serve each demand at all; zero where its being left out is not counted, or where pinned cells
    /// serve it already.
    /// </summary>
    private static int[] FirstVisits(PatternPiece piece)
    {
        var least = new int[piece.Asked.Length];
        var smallest = Enumerable.Range(0, piece.Cells.Count).GroupBy(j => piece.CellDemand[j]).ToDictionary(g => g.Key, g => g.Min(j => piece.Least[j]));
        foreach (var d in piece.Areas.SelectMany(a => a).Where(d => piece.Given[d] == 0))
        {
            least[d] = Math.Max(1, smallest.GetValueOrDefault(d));
        }

        return least;
    }

    private bool Move(double distance)
    {
        double norm = 0;
        for (var d = 0; d < prices.Length; d++)
        {
            direction[d] = ((1 - Memory) * slack[d]) + (Memory * direction[d]);
            norm += direction[d] * direction[d];
        }

        if (norm < 1e-9)
        {
            return false;
        }

        var length = step * distance / norm;
        for (var d = 0; d < prices.Length; d++)
        {
            prices[d] = Math.Max(0, prices[d] + (length * direction[d]));
        }

        return true;
    }

    /// <summary>The bound at the present prices; leaves in <see cref="slack"/> what each demand takes beyond what it is given.</summary>
    private double Evaluate()
    {
        double bound = piece.Fixed;
        for (var d = 0; d < prices.Length; d++)
        {
            slack[d] = -piece.Given[d];
            bound -= prices[d] * piece.Given[d];
            bound += Alone(d);
        }

        for (var p = 0; p < piece.People; p++)
        {
            bound -= oracle.BestRelaxed(p, prices);
            for (var i = 0; i < oracle.Count; i++)
            {
                slack[piece.CellDemand[oracle.Chosen[i]]] -= oracle.HalfDays[i];
            }
        }

        return bound;
    }

    /// <summary>The cheapest half-days of one demand at its price: all, the legal minimum, a first visit, or none.</summary>
    private double Alone(int d)
    {
        var (price, worth, asked, legal) = (prices[d], piece.Value[d], piece.Asked[d], piece.Demands[d].LegalMinimum);
        var served = price <= worth ? asked : price <= worth + Composite.LegalMinimum ? Math.Max(legal, firstVisit[d]) : firstVisit[d];
        var (taken, cost) = (served, Cost(served));
        if (firstVisit[d] > 0 && Cost(0) + Composite.LeftOut < cost)
        {
            (taken, cost) = (0, Cost(0) + Composite.LeftOut);
        }

        slack[d] += taken;
        return cost;

        double Cost(int t) => (price * t) + (worth * (double)(asked - t)) + (Composite.LegalMinimum * (double)Math.Max(0, legal - t));
    }
}
