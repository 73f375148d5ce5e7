using StaffPool.Domain.Governance;
using StaffPool.Domain.Members;
using StaffPool.Domain.Planning;
using StaffPool.Domain.Planning.Rules;
using StaffPool.Domain.Workforce;

namespace StaffPool.Solver.Planning.Patterns;

/// <summary>
/// A piece of the allocation as flat arrays, for methods that look at it millions of times. A pattern is what one
/// person does: at most so many sites and half-days each. Pinned cells are taken out and counted as given.
/// </summary>
internal sealed class PatternPiece
{
    public PatternPiece(AllocationProblem piece)
    {
        Piece = piece;
        var people = piece.Grouping.Professionals;
        Demands = piece.Demands;
        var demandOf = Demands.Index().ToDictionary(d => d.Item, d => d.Index);
        var memberOf = piece.Grouping.Members.Index().ToDictionary(m => m.Item, m => m.Index);
        DemandMember = [.. Demands.Select(d => memberOf[d.Need.Site.Member])];
        Quota = [.. piece.Grouping.Members.Select(m => piece.QuotaOf(m) ?? int.MaxValue)];
        Asked = [.. Demands.Select(d => d.HalfDays)];
        Given = new int[Demands.Count];
        Capacity = [.. people.Select(piece.CapacityOf)];
        Sites = [.. people.Select(p => piece.IsSiteLimited(p) ? piece.MaxSitesOf(p) : int.MaxValue)];
        FirstCell = new int[people.Count + 1];
        var cells = new List<Cell>();
        for (var p = 0; p < people.Count; p++)
        {
            foreach (var cell in piece.Reach.CellsOf(people[p]))
            {
                if (!cell.IsPinned)
                {
                    if (piece.DistanceBetweenSites.Mode != LimitMode.Hard || FarFromPinned(cell) == 0)
                    {
                        cells.Add(cell);
                    }

                    continue;
                }

                Fixed += CostOf(cell) * cell.Most;
                Capacity[p] -= cell.Most;
                Given[demandOf[cell.Demand]] += cell.Most;
                Sites[p] -= Sites[p] != int.MaxValue && piece.CountsAsSite(people[p], cell.Demand.Need.Site) ? 1 : 0;
                if (Quota[DemandMember[demandOf[cell.Demand]]] != int.MaxValue)
                {
                    Quota[DemandMember[demandOf[cell.Demand]]] -= cell.Most;
                }
            }

            FirstCell[p + 1] = cells.Count;
        }

        Cells = cells;
        CellDemand = [.. cells.Select(c => demandOf[c.Demand])];
        CellPerson = [.. Enumerable.Range(0, people.Count).SelectMany(p => Enumerable.Repeat(p, FirstCell[p + 1] - FirstCell[p]))];
        Least = [.. cells.Select(c => c.Least)];
        Most = [.. cells.Select(c => c.Most)];
        Counts = [.. cells.Select(c => piece.CountsAsSite(c.Professional, c.Demand.Need.Site))];
        Cost = [.. cells.Select(CostOf)];
        OpenCost = [.. cells.Select(c => piece.DistanceBetweenSites.Mode == LimitMode.Soft ? Composite.SitesApart * FarFromPinned(c) : 0)];
        Value = [.. Demands.Select(d => Composite.UnmetNeed + (d.Need.IsPriority ? Composite.PriorityNeed : 0))];
        Areas = [.. piece.Reach.Areas.Select(a => a.Demands.Select(d => demandOf[d]).ToArray())];
        Before = [.. cells.Select(c => piece.PlanInForce?.HalfDaysOf(c.Professional, c.Demand.Need) ?? 0)];
        IsInForce = [.. people.Select(p => piece.PlanInForce?.Of(p).Any() == true)];
        DisturbedPenalty = [.. people.Select(p => IsDisturbedAnyway(p) ? 0 : Composite.PersonDisturbed)];
        Apart = Conflicts(LimitMode.Hard);
        SoftlyApart = Conflicts(LimitMode.Soft);
    }

    public AllocationProblem Piece { get; }

    public IReadOnlyList<Demand> Demands { get; }

    /// <summary>The cells that are free to choose, person by person.</summary>
    public IReadOnlyList<Cell> Cells { get; }

    /// <summary>Cells of person p are those from FirstCell[p] up to FirstCell[p + 1].</summary>
    public int[] FirstCell { get; }

    public int[] CellPerson { get; }

    public int[] CellDemand { get; }

    public int[] Least { get; }

    public int[] Most { get; }

    /// <summary>Whether the cell takes one of the person's places under the limit on sites.</summary>
    public bool[] Counts { get; }

    /// <summary>Metres that a half-day in the cell weighs: travel, radius, preference.</summary>
    public long[] Cost { get; }

    /// <summary>Metres that the pinned cells weigh, whatever the rest.</summary>
    public long Fixed { get; }

    /// <summary>Metres that opening the cell weighs at all: it lies far from pinned sites of the same person.</summary>
    public long[] OpenCost { get; }

    /// <summary>Half-days left to each person beside the pinned ones.</summary>
    public int[] Capacity { get; }

    /// <summary>Sites left to each person beside the pinned ones; <see cref="int.MaxValue"/> for no limit.</summary>
    public int[] Sites { get; }

    public int[] Asked { get; }

    /// <summary>Half-days that pinned cells give to each demand.</summary>
    public int[] Given { get; }

    /// <summary>Metres that a half-day of each demand weighs when it stays unmet.</summary>
    public long[] Value { get; }

    public int[] DemandMember { get; }

    /// <summary>Half-days left to each member's quota; <see cref="int.MaxValue"/> for none.</summary>
    public int[] Quota { get; }

    /// <summary>Demands of each service area.</summary>
    public int[][] Areas { get; }

    /// <summary>Half-days of each cell in the plan in force.</summary>
    public int[] Before { get; }

    /// <summary>Whether the person has a place in the plan in force.</summary>
    public bool[] IsInForce { get; }

    /// <summary>
    /// Metres that the first change weighs for each person; zero for who is disturbed whatever the plan, because a cell
    /// of the plan in force can no longer be kept or a pin changes it.
    /// </summary>
    public long[] DisturbedPenalty { get; }

    /// <summary>Pairs of cells of one person that exclude each other; null where there are none.</summary>
    public HashSet<(int, int)>? Apart { get; }

    /// <summary>Pairs of cells of one person that are better not both open; null where there are none.</summary>
    public HashSet<(int, int)>? SoftlyApart { get; }

    public int People => Capacity.Length;

    /// <summary>How many pinned sites of the person lie too far from the cell's.</summary>
    private int FarFromPinned(Cell cell) => Piece.Reach.CellsOf(cell.Professional).Count(pinned =>
        pinned.IsPinned
        && SitesOfAProfessionalAreCloseToEachOther
            .TooFarApart(Piece, cell.Professional, [pinned.Demand.Need.Site, cell.Demand.Need.Site]).Any());

    private bool IsDisturbedAnyway(Professional person)
    {
        if (Piece.PlanInForce is not { } inForce)
        {
            return false;
        }

        var reached = Piece.Reach.CellsOf(person).ToList();
        return inForce.Of(person).Any(a => reached.All(c => c.Demand.Need != a.Need))
            || reached.Any(c => c.IsPinned && c.Most != inForce.HalfDaysOf(person, c.Demand.Need));
    }

    private long CostOf(Cell cell)
    {
        var site = cell.Demand.Need.Site;
        return Piece.Distances.Between(cell.Professional.Base, site).Metres
            + (Composite.Preference * AllocationObjectives.PreferenceWeight(cell.Professional, site))
            + (Piece.IsBeyondSoftRadius(cell.Professional, site) ? Composite.BeyondRadius : 0);
    }

    private HashSet<(int, int)>? Conflicts(LimitMode mode)
    {
        if (Piece.DistanceBetweenSites.Mode != mode)
        {
            return null;
        }

        var pairs = new HashSet<(int, int)>();
        for (var p = 0; p < People; p++)
        {
            var cells = Enumerable.Range(FirstCell[p], FirstCell[p + 1] - FirstCell[p]).ToDictionary(j => Cells[j].Demand.Need.Site);
            IReadOnlyList<Site> sites = [.. cells.Keys];
            foreach (var (first, second) in SitesOfAProfessionalAreCloseToEachOther.TooFarApart(Piece, Piece.Grouping.Professionals[p], sites))
            {
                pairs.Add((cells[first], cells[second]));
                pairs.Add((cells[second], cells[first]));
            }
        }

        return pairs.Count == 0 ? null : pairs;
    }
}
