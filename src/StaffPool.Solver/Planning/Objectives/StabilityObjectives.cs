using StaffPool.Domain.Needs;
using StaffPool.Domain.Planning;
using StaffPool.Domain.Workforce;
using StaffPool.Solver.CpSat;

namespace StaffPool.Solver.Planning.Objectives;

/// <summary>One yes-or-no per person of the plan in force: does anything change for them?</summary>
internal sealed class PeopleDisturbedObjective : IObjectiveModel
{
    public AllocationObjective Objective => AllocationObjectives.PeopleDisturbed;

    public LinearExpr Express(AllocationModel model)
    {
        var disturbed = new List<LinearExpr>();
        foreach (var person in PlanInForce.People(model.Piece))
        {
            if (PlanInForce.LostCells(model.Piece, person).Any())
            {
                disturbed.Add(LinearExpr.Constant(1));
                continue;
            }

            var changed = model.Auxiliary(
                1, $"disturbed {person.Id}", plan => PlanInForce.Changes(model.Piece, person, plan) ? 1 : 0);
            foreach (var cell in model.Of(person))
            {
                var before = model.Piece.PlanInForce!.HalfDaysOf(person, cell.Cell.Demand.Need);
                model.Builder.AddAtMost(cell.HalfDays - ((cell.Cell.Most - Math.Min(before, cell.Cell.Most)) * changed), before);
                model.Builder.AddAtLeast(cell.HalfDays + (before * changed), before);
            }

            disturbed.Add(changed);
        }

        return LinearExpr.Sum(disturbed);
    }

    public long ArithmeticBound(AllocationProblem piece) =>
        PlanInForce.People(piece).Count(person => PlanInForce.LostCells(piece, person).Any());
}

/// <summary>For each cell of the people of the plan in force, the distance from what it was.</summary>
internal sealed class HalfDaysMovedObjective : IObjectiveModel
{
    public AllocationObjective Objective => AllocationObjectives.HalfDaysMoved;

    public LinearExpr Express(AllocationModel model)
    {
        var moved = new List<LinearExpr>();
        foreach (var person in PlanInForce.People(model.Piece))
        {
            moved.Add(LinearExpr.Constant(PlanInForce.LostCells(model.Piece, person).Sum(lost => (long)lost)));
            foreach (var cell in model.Of(person))
            {
                var need = cell.Cell.Demand.Need;
                var before = model.Piece.PlanInForce!.HalfDaysOf(person, need);
                var change = model.Auxiliary(
                    Math.Max(before, cell.Cell.Most),
                    $"moved {person.Id} {need.Id}",
                    plan => Math.Abs(plan.HalfDaysOf(person, need) - before));
                model.Builder.AddAtLeast(change - cell.HalfDays, -before);
                model.Builder.AddAtLeast(change + cell.HalfDays, before);
                moved.Add(change);
            }
        }

        return LinearExpr.Sum(moved);
    }

    public long ArithmeticBound(AllocationProblem piece) =>
        PlanInForce.People(piece).Sum(person => PlanInForce.LostCells(piece, person).Sum(lost => (long)lost));
}

/// <summary>What the plan in force says of the people of a piece.</summary>
internal static class PlanInForce
{
    public static IEnumerable<Professional> People(AllocationProblem piece) =>
        piece.PlanInForce?.Assignments.Select(a => a.Professional).Distinct() ?? [];

    /// <summary>Half-days of each former cell that can no longer be kept at all.</summary>
    public static IEnumerable<int> LostCells(AllocationProblem piece, Professional person)
    {
        var kept = piece.Reach.CellsOf(person).Select(c => c.Demand.Need).ToHashSet();
        return piece.PlanInForce!.Of(person).Where(a => !kept.Contains(a.Need)).Select(a => a.HalfDays);
    }

    public static bool Changes(AllocationProblem piece, Professional person, AllocationPlan plan) =>
        Cells(piece.PlanInForce!, person).Except(Cells(plan, person)).Any()
        || Cells(plan, person).Except(Cells(piece.PlanInForce!, person)).Any();

    private static IEnumerable<(NeedDeclaration, int)> Cells(AllocationPlan plan, Professional person) =>
        plan.Of(person).Select(a => (a.Need, a.HalfDays));
}
