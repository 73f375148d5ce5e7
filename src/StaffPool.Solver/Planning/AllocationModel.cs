using StaffPool.Domain.Members;
using StaffPool.Domain.Needs;
using StaffPool.Domain.Planning;
using StaffPool.Domain.Workforce;
using StaffPool.Solver.CpSat;

namespace StaffPool.Solver.Planning;

/// <summary>The two variables of a cell: how many half-days, and whether any at all.</summary>
internal sealed record CellVariables(Cell Cell, IntVar HalfDays, BoolVar Opened);

/// <summary>
/// A piece of the allocation as linear integer constraints, in OR-Tools' own model. Variables exist only for the cells
/// that the rules on pairs allow.
/// </summary>
internal sealed class AllocationModel
{
    private readonly List<(IntVar Variable, Func<AllocationPlan, long> Value)> auxiliaries = [];
    private readonly Dictionary<Demand, IntVar> leftOut = [];
    private readonly ILookup<Professional, CellVariables> byProfessional;
    private readonly ILookup<NeedDeclaration, CellVariables> byNeed;

    public AllocationModel(AllocationProblem piece)
    {
        Piece = piece;
        Cells = [.. piece.Reach.Cells.Select((cell, i) => new CellVariables(
            cell,
            Builder.NewInt(cell.IsPinned ? cell.Least : 0, cell.Most, string.Create(null, $"x{i}")),
            Builder.NewBool(string.Create(null, $"y{i}"))))];
        byProfessional = Cells.ToLookup(c => c.Cell.Professional);
        byNeed = Cells.ToLookup(c => c.Cell.Demand.Need);
    }

    public AllocationProblem Piece { get; }

    public CpModelBuilder Builder { get; } = new();

    public IReadOnlyList<CellVariables> Cells { get; }

    public IEnumerable<CellVariables> Of(Professional professional) => byProfessional[professional];

    public IEnumerable<CellVariables> Of(Member member) => Cells.Where(c => c.Cell.Demand.Need.Site.Member == member);

    /// <summary>Half-days that a demand receives.</summary>
    public LinearExpr Served(Demand demand) => LinearExpr.Sum(byNeed[demand.Need].Select(c => c.HalfDays));

    /// <summary>
    /// A variable that follows from the plan. Its value for a known plan is told, so that a hint is complete: engines
    /// make little of half a hint.
    /// </summary>
    public IntVar Auxiliary(long most, string name, Func<AllocationPlan, long> value)
    {
        var variable = Builder.NewInt(0, most, name);
        auxiliaries.Add((variable, value));
        return variable;
    }

    /// <summary>Yes where the demand gets nothing at all; bound to the plan by the aim that counts them.</summary>
    public IntVar LeftOut(Demand demand)
    {
        if (!leftOut.TryGetValue(demand, out var variable))
        {
            leftOut[demand] = variable = Auxiliary(
                1, $"left out {demand.Need.Id}", plan => plan.HalfDaysFor(demand.Need) == 0 ? 1 : 0);
        }

        return variable;
    }

    /// <summary>Gives the engine a whole plan to start from.</summary>
    public void Hint(AllocationPlan plan)
    {
        Builder.ClearHints();
        foreach (var cell in Cells)
        {
            var halfDays = plan.HalfDaysOf(cell.Cell.Professional, cell.Cell.Demand.Need);
            Builder.AddHint(cell.HalfDays, halfDays);
            Builder.AddHint(cell.Opened, halfDays > 0);
        }

        foreach (var (variable, value) in auxiliaries)
        {
            Builder.AddHint(variable, value(plan));
        }
    }

    /// <summary>The plan that the engine's values say.</summary>
    public AllocationPlan Read(IReadOnlyList<long> values) => new(
        Piece.Period,
        [.. from cell in Cells
            let halfDays = (int)values[cell.HalfDays.Index]
            where halfDays > 0
            select new Assignment(cell.Cell.Professional, cell.Cell.Demand.Need, halfDays)]);
}
