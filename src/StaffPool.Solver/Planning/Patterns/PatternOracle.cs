namespace StaffPool.Solver.Planning.Patterns;

/// <summary>
/// Finds the best pattern of one person for given values of a half-day in each demand. For a given set of sites it is
/// best to fill the most valuable first, so the sets are tried in that order and cut off as soon as the capacity left,
/// all at the next value, cannot do better. Not shared between threads.
/// </summary>
internal sealed class PatternOracle
{
    private readonly PatternPiece piece;
    private readonly double[] gain;
    private readonly int[] cell;
    private readonly int[] room;
    private readonly int[] current;
    private readonly int[] currentHalfDays;
    private int candidates;
    private bool relaxed;
    private double best;

    public PatternOracle(PatternPiece piece)
    {
        this.piece = piece;
        var widest = Enumerable.Range(0, piece.People).Select(p => piece.FirstCell[p + 1] - piece.FirstCell[p]).DefaultIfEmpty(0).Max();
        gain = new double[widest];
        cell = new int[widest];
        room = new int[widest];
        current = new int[widest];
        currentHalfDays = new int[widest];
        Chosen = new int[widest];
        HalfDays = new int[widest];
    }

    /// <summary>How many cells the best pattern opens.</summary>
    public int Count { get; private set; }

    /// <summary>The cells that it opens, the first <see cref="Count"/> entries.</summary>
    public int[] Chosen { get; }

    /// <summary>Half-days in each.</summary>
    public int[] HalfDays { get; }

    /// <summary>
    /// The best value of any pattern of the person, never less: smallest blocks and exclusions between sites are
    /// dropped, so that the figure can serve in a bound.
    /// </summary>
    public double BestRelaxed(int person, double[] values)
    {
        relaxed = true;
        return Search(person, values, null, null, -1);
    }

    /// <summary>
    /// A best pattern that obeys every rule, within what is left of each demand and of each member's quota.
    /// </summary>
    /// <param name="person">Whose.</param>
    /// <param name="values">Of a half-day in each demand.</param>
    /// <param name="demandLeft">Of each demand.</param>
    /// <param name="quotaLeft">Of each member.</param>
    /// <param name="small">A cell that is to hold its smallest block and no more, which must fit; -1 for none.</param>
    public void Best(int person, double[] values, int[] demandLeft, int[] quotaLeft, int small = -1)
    {
        relaxed = false;
        Search(person, values, demandLeft, quotaLeft, small);
    }

    private double Search(int person, double[] values, int[]? demandLeft, int[]? quotaLeft, int small)
    {
        candidates = 0;
        for (var j = piece.FirstCell[person]; j < piece.FirstCell[person + 1]; j++)
        {
            var demand = piece.CellDemand[j];
            var worth = values[demand] - piece.Cost[j];
            var most = demandLeft is null
                ? piece.Most[j]
                : Math.Min(piece.Most[j], Math.Min(demandLeft[demand], quotaLeft![piece.DemandMember[demand]]));
            if (worth <= 0 || most <= 0 || j == small)
            {
                continue;
            }

            var at = candidates++;
            for (; at > 0 && gain[at - 1] < worth; at--)
            {
                (gain[at], cell[at], room[at]) = (gain[at - 1], cell[at - 1], room[at - 1]);
            }

            (gain[at], cell[at], room[at]) = (worth, j, most);
        }

        Count = 0;
        if (small < 0)
        {
            best = 0;
            Extend(0, piece.Sites[person], piece.Capacity[person], 0, 0);
            return best;
        }

        best = double.MinValue;
        current[0] = small;
        currentHalfDays[0] = piece.Least[small];
        var sites = piece.Sites[person];
        Extend(0, sites == int.MaxValue ? sites : sites - (piece.Counts[small] ? 1 : 0), piece.Capacity[person] - piece.Least[small], 0, 1);
        return best;
    }

    private void Extend(int from, int sitesLeft, int capacityLeft, double value, int depth)
    {
        if (value > best)
        {
            best = value;
            Count = depth;
            Array.Copy(current, Chosen, depth);
            Array.Copy(currentHalfDays, HalfDays, depth);
        }

        for (var i = from; i < candidates && value + (gain[i] * capacityLeft) > best; i++)
        {
            var j = cell[i];
            var halfDays = Math.Min(room[i], capacityLeft);
            var counts = piece.Counts[j] ? 1 : 0;
            if (halfDays == 0 || counts > sitesLeft || (!relaxed && (halfDays < piece.Least[j] || IsExcluded(j, depth))))
            {
                continue;
            }

            current[depth] = j;
            currentHalfDays[depth] = halfDays;
            var sites = sitesLeft == int.MaxValue ? sitesLeft : sitesLeft - counts;
            Extend(i + 1, sites, capacityLeft - halfDays, value + (gain[i] * halfDays), depth + 1);
        }
    }

    private bool IsExcluded(int j, int depth)
    {
        if (piece.Apart is not { } apart)
        {
            return false;
        }

        for (var i = 0; i < depth; i++)
        {
            if (apart.Contains((current[i], j)))
            {
                return true;
            }
        }

        return false;
    }
}
