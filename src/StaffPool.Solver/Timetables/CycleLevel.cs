using StaffPool.Domain.Timetables;

namespace StaffPool.Solver.Timetables;

/// <summary>One aim of the cycle: how a cycle is measured on it, and what arithmetic alone proves.</summary>
internal sealed record CycleLevel(TimetableObjective Objective, Func<CyclePlan, long> Measure, Func<CyclePiece, long> LeastPossible)
{
    public static CycleLevel Joints { get; } = new(
        TimetableObjectives.JointPresences,
        plan => plan.Piece.Joints.Sum(j => Math.Max(0, j.Times - plan.TimesHeld(j))),
        piece => piece.Joints.Where(j => !j.IsPossible).Sum(j => j.Times));

    /// <summary>What the cycle leaves to be caught up: half-days out of the cycle, or not delivered.</summary>
    public static CycleLevel Shortfall { get; } = new(
        TimetableObjectives.OffCycle,
        plan => plan.Piece.People.Select((p, i) => p.Promises.Select((_, k) => p.ShortfallOf(k, plan.At[i])).Sum()).Sum(),
        piece => piece.People.Sum(p => p.LeastShortfall()));

    public static CycleLevel UnwantedWorst { get; } = new(
        TimetableObjectives.UnwantedWorst,
        plan => plan.Piece.People.Select((p, i) => TimetableObjectives.PerFullTime(p.Professional, UnwantedOf(p, plan.At[i]))).DefaultIfEmpty(0).Max(),
        _ => 0);

    public static CycleLevel Unwanted { get; } = new(
        TimetableObjectives.Unwanted, plan => plan.Piece.People.Select((p, i) => UnwantedOf(p, plan.At[i])).Sum(), _ => 0);

    public static CycleLevel Changes { get; } = new(
        TimetableObjectives.Changes,
        plan => plan.Piece.People.Select((p, i) => ChangesOf(p, plan.At[i])).Sum(),
        piece => piece.People.Sum(p => p.InForce?.Count(before => before == CyclePerson.NoLongerPromised) ?? 0));

    public static CycleLevel Travel { get; } = new(
        TimetableObjectives.Travel,
        plan => plan.Piece.People.Select((p, i) => MetresOf(p, plan.At[i])).Sum(),
        _ => 0);

    public static IReadOnlyList<CycleLevel> InOrder { get; } = [Joints, Shortfall, UnwantedWorst, Unwanted, Changes, Travel];

    /// <summary>Aim after aim: negative where the first cycle is the better one.</summary>
    public static int Compare(CyclePlan first, CyclePlan second) =>
        InOrder.Select(level => level.Measure(first).CompareTo(level.Measure(second))).FirstOrDefault(difference => difference != 0);

    private static int UnwantedOf(CyclePerson person, int[] at) => at.Index().Count(s => s.Item >= 0 && person.Unwanted[s.Index]);

    private static int ChangesOf(CyclePerson person, int[] at) => at.Index().Sum(s => person.ChangesAt(s.Index, s.Item));

    public static long MetresOf(CyclePerson person, int[] at) =>
        Enumerable.Range(0, at.Length / 2).Sum(day => person.ShapeOf(at[2 * day], at[(2 * day) + 1]).Metres);
}
