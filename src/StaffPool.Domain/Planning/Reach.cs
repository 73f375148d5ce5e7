using StaffPool.Domain.Calculations;
using StaffPool.Domain.Workforce;

namespace StaffPool.Domain.Planning;

/// <summary>One professional who may serve one demand, with the least and the most half-days that make sense.</summary>
/// <param name="Professional">Who could go.</param>
/// <param name="Demand">What would be served.</param>
/// <param name="Least">Fewest half-days if any at all: the smallest viable block, or the pinned figure.</param>
/// <param name="Most">Most half-days: the smaller of capacity and demand, or the pinned figure.</param>
/// <param name="IsPinned">The administrator fixed it: <paramref name="Least"/> and <paramref name="Most"/> are that figure.</param>
public sealed record Cell(Professional Professional, Demand Demand, int Least, int Most, bool IsPinned);

/// <summary>
/// The people and the demands of one profession that can be traded against each other: a connected part of the reach
/// graph. Being well or badly served is compared within it, for nothing done elsewhere could help.
/// </summary>
public sealed record ServiceArea(IReadOnlyList<Professional> Professionals, IReadOnlyList<Demand> Demands);

/// <summary>Who can serve what at all, once the rules on pairs, the pins and the smallest blocks have spoken.</summary>
public sealed class Reach
{
    private readonly ILookup<Professional, Cell> byProfessional;

    private Reach(IReadOnlyList<Cell> cells, IReadOnlyList<ServiceArea> areas)
    {
        Cells = cells;
        byProfessional = cells.ToLookup(c => c.Professional);
        Areas = areas;
    }

    /// <summary>In the order of the professionals, then of the demands.</summary>
    public IReadOnlyList<Cell> Cells { get; }

    /// <summary>Areas with someone to serve them; a demand that nobody reaches is in none.</summary>
    public IReadOnlyList<ServiceArea> Areas { get; }

    public IEnumerable<Cell> CellsOf(Professional professional) => byProfessional[professional];

    public static Reach Of(AllocationProblem problem)
    {
        var byProfession = problem.Demands.Where(d => d.HalfDays > 0).ToLookup(d => d.Need.Profession);
        List<Cell> cells =
        [
            .. from professional in problem.Grouping.Professionals
               let capacity = problem.CapacityOf(professional)
               where capacity > 0
               from demand in byProfession[professional.Profession]
               let cell = CellOf(problem, professional, demand, capacity)
               where cell is not null
               select cell,
        ];
        return new Reach(cells, AreasOf(cells));
    }

    private static Cell? CellOf(AllocationProblem problem, Professional professional, Demand demand, int capacity)
    {
        if (problem.PinOf(professional, demand.Need) is { } pin)
        {
            return pin.HalfDays == 0 ? null : new Cell(professional, demand, pin.HalfDays, pin.HalfDays, IsPinned: true);
        }

        var least = problem.SmallestBlockOn(demand);
        var most = Math.Min(capacity, demand.HalfDays);
        return most >= least && AllocationRules.Allow(problem, professional, demand.Need)
            ? new Cell(professional, demand, least, most, IsPinned: false)
            : null;
    }

    private static List<ServiceArea> AreasOf(IReadOnlyList<Cell> cells) =>
        [.. ConnectedParts.Of<object>(cells.Select(c => ((object)c.Professional, (object)c.Demand)))
            .Select(part => new ServiceArea([.. part.OfType<Professional>()], [.. part.OfType<Demand>()]))];
}
