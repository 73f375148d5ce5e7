using System.Runtime.InteropServices;

namespace StaffPool.Solver.Planning.Patterns;

/// <summary>
/// Improves a plan on <see cref="Composite"/> by taking a few neighbouring people out of it and putting each back on
/// the best pattern that is left, in random order and with slightly untrue values so that every try differs (ruin and
/// recreate, Schrimpf and others, 2000). What a half-day is worth to a person is its price in the Lagrangean relaxation
/// where it is known: then nobody takes from afar what others need at their door, and needs that are hard to serve come
/// first. Losses are accepted less and less on the way (simulated annealing). The plan obeys every rule at every moment.
/// </summary>
internal sealed class PatternSearch
{
    private const int SmallestRuin = 2;
    private const int LargestRuin = 7;
    private const double Nearness = 2;

    // Without prices: metres by which a need may seem worth less than it is, from what tells two roads apart to what
    // tells two needs.
    private const double SmallestNoise = 1_000;
    private const double LargestNoise = 30_000;

    // With prices: how much they may be raised for one try, and the part by which each may then err.
    private const double MostRaised = 1.4;
    private const double SmallestError = 0.02;
    private const double LargestError = 0.5;

    // What remains unmet attracts: so many tries begin there, and there a half-day is always worth its full value.
    private const double BeginAtUnmet = 0.4;

    // Tries that forget the prices, or a person with time to spare would not leave a need that others find cheaper.
    private const double WithoutPrices = 0.05;

    private readonly PatternPiece piece;
    private readonly PatternState state;
    private readonly PatternOracle oracle;
    private readonly Random random;
    private readonly int[] areaOf;
    private readonly long[] worstShare;
    private readonly int[][] peopleOf;
    private readonly int[] reachable;
    private readonly double[] values;
    private readonly double[]? prices;
    private readonly Cooling cooling;
    private readonly List<int> unmet = [];
    private readonly bool[] isUnmet;
    private readonly int[] touchedIn;
    private readonly List<int> touched = [];
    private readonly List<int> people = [];
    private readonly List<(int Cell, int HalfDays)> ruined = [];
    private int move;
    private int begunAt;
    private bool worstMoved;
    private long previousWorst;

    /// <param name="piece">The piece.</param>
    /// <param name="state">The plan to improve; holds the best one at the end.</param>
    /// <param name="seed">Chooses among the random choices.</param>
    /// <param name="prices">What a half-day of each demand is worth in metres, or null where not known yet.</param>
    public PatternSearch(PatternPiece piece, PatternState state, int seed, double[]? prices = null)
    {
        this.prices = prices;
        cooling = prices is null ? Cooling.Quick : Cooling.Slow;
        isUnmet = new bool[piece.Asked.Length];
        this.piece = piece;
        this.state = state;
        oracle = new PatternOracle(piece);
        random = new Random(seed);
        values = new double[piece.Asked.Length];
        touchedIn = new int[piece.Asked.Length];
        areaOf = new int[piece.Asked.Length];
        Array.Fill(areaOf, -1);
        for (var a = 0; a < piece.Areas.Length; a++)
        {
            foreach (var d in piece.Areas[a])
            {
                areaOf[d] = a;
            }
        }

        worstShare = [.. piece.Areas.Select(WorstShare)];
        var serving = Enumerable.Range(0, piece.Cells.Count).ToLookup(j => piece.CellDemand[j]);
        peopleOf = [.. Enumerable.Range(0, piece.Asked.Length)
            .Select(d => serving[d].OrderBy(j => piece.Cost[j]).Select(j => piece.CellPerson[j]).ToArray())];
        reachable = [.. Enumerable.Range(0, peopleOf.Length).Where(d => peopleOf[d].Length > 0)];
    }

    /// <param name="share">
    /// How much of the search is done, from 0 to 1, asked every few tries with their number; it cools the search down
    /// and ends it at 1.
    /// </param>
    public void Improve(Func<long, double> share)
    {
        long change = 0;
        long best = 0;
        var temperature = cooling.Hot;
        var bestHalfDays = (int[])state.HalfDays.Clone();
        NoteUnmet(reachable);
        for (long i = 0; reachable.Length > 0; i++)
        {
            if ((i & 255) == 0)
            {
                var done = share(i);
                if (done >= 1)
                {
                    break;
                }

                temperature = cooling.At(done);
            }

            var delta = Try();
            if (delta > 0 && delta > -temperature * Math.Log(1 - random.NextDouble()))
            {
                Undo();
                continue;
            }

            NoteUnmet(CollectionsMarshal.AsSpan(touched));
            change += delta;
            if (change < best)
            {
                best = change;
                Array.Copy(state.HalfDays, bestHalfDays, bestHalfDays.Length);
            }
        }

        state.Put(bestHalfDays);
    }

    /// <returns>Metres more, or less where negative.</returns>
    private long Try()
    {
        ChooseNeighbours();
        move++;
        touched.Clear();
        ruined.Clear();
        worstMoved = false;
        var delta = -CostOfPeople();
        foreach (var person in people)
        {
            for (var j = piece.FirstCell[person]; j < piece.FirstCell[person + 1]; j++)
            {
                if (state.HalfDays[j] > 0)
                {
                    ruined.Add((j, state.HalfDays[j]));
                    delta += Put(j, 0);
                }
            }
        }

        var priced = prices is not null && random.NextDouble() >= WithoutPrices;
        var (least, most) = priced ? (SmallestError, LargestError) : (SmallestNoise, LargestNoise);
        var noise = least * Math.Pow(most / least, random.NextDouble());
        var raised = Math.Pow(MostRaised, random.NextDouble());
        for (var left = people.Count; left > 0; left--)
        {
            // In random order: the one drawn goes to the end of the list.
            var at = random.Next(left);
            (people[at], people[left - 1]) = (people[left - 1], people[at]);
            var person = people[left - 1];
            for (var j = piece.FirstCell[person]; j < piece.FirstCell[person + 1]; j++)
            {
                var d = piece.CellDemand[j];
                if (state.DemandLeft[d] > 0)
                {
                    values[d] = priced ? PricedValue(d, raised, noise) : piece.Value[d] - (noise * random.NextDouble());
                }
            }

            delta += Recreate(person, FirstVisit(person));
        }

        return delta + CostOfPeople() + ShareChange();
    }

    private double PricedValue(int d, double raised, double error) => isUnmet[d]
        ? piece.Value[d] - (LargestNoise * random.NextDouble())
        : Math.Min(piece.Value[d], prices![d] * raised * (1 + (error * (random.NextDouble() - 0.5))));

    private void NoteUnmet(ReadOnlySpan<int> demands)
    {
        foreach (var d in demands)
        {
            if (isUnmet[d] == state.DemandLeft[d] > 0)
            {
                continue;
            }

            isUnmet[d] = !isUnmet[d];
            if (isUnmet[d])
            {
                unmet.Add(d);
            }
            else
            {
                unmet.Remove(d);
            }
        }
    }

    /// <summary>A demand at random, often an unmet one, then people near it or near what these people could serve.</summary>
    private void ChooseNeighbours()
    {
        people.Clear();
        var size = random.Next(SmallestRuin, LargestRuin + 1);
        var demand = unmet.Count > 0 && random.NextDouble() < BeginAtUnmet
            ? unmet[random.Next(unmet.Count)]
            : reachable[random.Next(reachable.Length)];
        begunAt = demand;
        for (var tries = 0; people.Count < size && tries < 4 * size; tries++)
        {
            var near = peopleOf[demand];
            var person = near[(int)(near.Length * Math.Pow(random.NextDouble(), Nearness))];
            if (!people.Contains(person))
            {
                people.Add(person);
            }

            if (random.Next(3) == 0)
            {
                demand = piece.CellDemand[random.Next(piece.FirstCell[person], piece.FirstCell[person + 1])];
            }
        }
    }

    /// <summary>
    /// A cell of the person in the need where the try began, for a smallest block, if nobody goes there: else a pattern
    /// that takes as much as it can of each need never finds it worth the way. -1 where there is none.
    /// </summary>
    private int FirstVisit(int person)
    {
        if (areaOf[begunAt] < 0 || state.DemandLeft[begunAt] < piece.Asked[begunAt] || random.Next(2) == 0)
        {
            return -1;
        }

        for (var j = piece.FirstCell[person]; j < piece.FirstCell[person + 1]; j++)
        {
            if (piece.CellDemand[j] == begunAt
                && piece.Least[j] <= Math.Min(piece.Capacity[person], state.QuotaLeft[piece.DemandMember[begunAt]])
                && (!piece.Counts[j] || piece.Sites[person] > 0))
            {
                return j;
            }
        }

        return -1;
    }

    private long Recreate(int person, int small)
    {
        oracle.Best(person, values, state.DemandLeft, state.QuotaLeft, small);
        long delta = 0;
        for (var i = 0; i < oracle.Count; i++)
        {
            delta += Put(oracle.Chosen[i], oracle.HalfDays[i]);
        }

        return delta;
    }

    private void Undo()
    {
        foreach (var person in people)
        {
            for (var j = piece.FirstCell[person]; j < piece.FirstCell[person + 1]; j++)
            {
                if (state.HalfDays[j] > 0)
                {
                    state.Put(j, 0);
                }
            }
        }

        foreach (var (j, amount) in ruined)
        {
            state.Put(j, amount);
        }

        if (touched.Count > 0 && areaOf[touched[0]] >= 0)
        {
            worstShare[areaOf[touched[0]]] = previousWorst;
        }
    }

    /// <summary>Fills a cell and tells what travel and the need weigh more.</summary>
    private long Put(int j, int amount)
    {
        var d = piece.CellDemand[j];
        if (touchedIn[d] != move)
        {
            touchedIn[d] = move;
            touched.Add(d);
            worstMoved |= areaOf[d] >= 0 && ShareOf(d) <= worstShare[areaOf[d]];
        }

        var delta = ((amount - state.HalfDays[j]) * piece.Cost[j]) - CostOfDemand(d);
        var opened = (amount > 0 ? 1 : 0) - (state.HalfDays[j] > 0 ? 1 : 0);
        state.Put(j, amount);
        return delta + CostOfDemand(d) + (opened * piece.OpenCost[j]);
    }

    private long CostOfDemand(int d)
    {
        var (asked, left) = (piece.Asked[d], state.DemandLeft[d]);
        return (left * piece.Value[d])
            + (left == asked && areaOf[d] >= 0 ? Composite.LeftOut : 0)
            + (Composite.LegalMinimum * (long)Math.Max(0, piece.Demands[d].LegalMinimum - (asked - left)));
    }

    /// <summary>What the worst share of the area weighs more; the people of a try all belong to one area.</summary>
    private long ShareChange()
    {
        if (touched.Count == 0 || areaOf[touched[0]] < 0)
        {
            return 0;
        }

        var area = areaOf[touched[0]];
        previousWorst = worstShare[area];
        worstShare[area] = worstMoved ? WorstShare(piece.Areas[area]) : touched.Aggregate(previousWorst, (worst, d) => Math.Min(worst, ShareOf(d)));
        return Composite.BasisPoint * (previousWorst - worstShare[area]);
    }

    private long WorstShare(int[] area)
    {
        var worst = 10_000L;
        foreach (var d in area)
        {
            worst = Math.Min(worst, ShareOf(d));
        }

        return worst;
    }

    /// <summary>Share served in basis points; a need left out is counted elsewhere.</summary>
    private long ShareOf(int d) =>
        state.DemandLeft[d] == piece.Asked[d] ? 10_000 : 10_000L * (piece.Asked[d] - state.DemandLeft[d]) / piece.Asked[d];

    /// <summary>What stability and distance between sites weigh for the people of the try; nothing in most groupings.</summary>
    private long CostOfPeople()
    {
        long cost = 0;
        foreach (var person in people)
        {
            cost += piece.IsInForce[person] ? CostOfChange(person) : 0;
            cost += piece.SoftlyApart is null ? 0 : CostOfDistance(person, piece.SoftlyApart);
        }

        return cost;
    }

    private long CostOfChange(int person)
    {
        long moved = 0;
        for (var j = piece.FirstCell[person]; j < piece.FirstCell[person + 1]; j++)
        {
            moved += Math.Abs(state.HalfDays[j] - piece.Before[j]);
        }

        return (Composite.HalfDayMoved * moved) + (moved > 0 ? piece.DisturbedPenalty[person] : 0);
    }

    private long CostOfDistance(int person, HashSet<(int, int)> apart)
    {
        long cost = 0;
        for (var j = piece.FirstCell[person]; j < piece.FirstCell[person + 1]; j++)
        {
            for (var i = piece.FirstCell[person]; i < j && state.HalfDays[j] > 0; i++)
            {
                cost += state.HalfDays[i] > 0 && apart.Contains((i, j)) ? Composite.SitesApart : 0;
            }
        }

        return cost;
    }
}
