using StaffPool.Domain.Planning;
using StaffPool.Solver.CpSat;

namespace StaffPool.Solver.Planning.Objectives;

/// <summary>One aim of the allocation, told to the engine.</summary>
internal interface IObjectiveModel
{
    /// <summary>The aim as it is measured on a plan; the engine's figure must agree with it.</summary>
    AllocationObjective Objective { get; }

    /// <summary>The aim as a linear expression; may add auxiliary variables and their constraints to the model.</summary>
    LinearExpr Express(AllocationModel model);

    /// <summary>A bound that simple sums prove, without any engine. Often reached, and then there is nothing to solve.</summary>
    long ArithmeticBound(AllocationProblem piece);
}

internal static class ObjectiveModels
{
    public static IReadOnlyList<IObjectiveModel> InOrder { get; } =
    [
        new LegalMinimumObjective(),
        new PriorityNeedsObjective(),
        new UnmetNeedsObjective(),
        new LeftOutObjective(),
        new WorstServedObjective(),
        new PeopleDisturbedObjective(),
        new HalfDaysMovedObjective(),
        new BeyondRadiusObjective(),
        new SitesApartObjective(),
        new TravelObjective(),
        new PreferencesObjective(),
    ];
}
