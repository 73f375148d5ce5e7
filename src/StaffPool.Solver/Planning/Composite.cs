using StaffPool.Domain.Planning;

namespace StaffPool.Solver.Planning;

/// <summary>
/// The aims added up into one figure, in metres of travel, for plans too large to settle every aim in turn and to
/// compare plans that differ on several. An aim weighs so much more than those below it that no reasonable saving there
/// pays for a loss here: a half-day left unserved weighs 500 km, and nobody drives that for one.
/// </summary>
public static class Composite
{
    public const long LegalMinimum = 5_000_000;
    public const long PriorityNeed = 2_000_000;
    public const long UnmetNeed = 500_000;
    public const long LeftOut = 1_000_000;
    public const long BasisPoint = 100;
    public const long PersonDisturbed = 500_000;
    public const long HalfDayMoved = 50_000;
    public const long BeyondRadius = 50_000;
    public const long SitesApart = 500_000;
    public const long Preference = 5_000;

    /// <summary>The whole as an aim of its own, for what is shown and measured.</summary>
    public static AllocationObjective Objective { get; } = new("composite", ObjectiveUnit.Metres, Of);

    /// <summary>Metres that one unit of an aim weighs.</summary>
    public static long WeightOf(AllocationObjective aim) => aim.Id switch
    {
        "legal-minimum" => LegalMinimum,
        "priority-needs" => PriorityNeed,
        "unmet-needs" => UnmetNeed,
        "left-out" => LeftOut,
        "worst-served" => BasisPoint,
        "people-disturbed" => PersonDisturbed,
        "half-days-moved" => HalfDayMoved,
        "beyond-radius" => BeyondRadius,
        "sites-apart" => SitesApart,
        "travel" => 1,
        "preferences" => Preference,
        _ => throw new ArgumentOutOfRangeException(nameof(aim), aim.Id, "An aim without a weight."),
    };

    /// <summary>The figure for a plan; less is better. Preferences can make it negative.</summary>
    public static long Of(AllocationProblem problem, AllocationPlan plan) =>
        AllocationObjectives.InOrder.Sum(aim => WeightOf(aim) * aim.Measure(problem, plan));
}
