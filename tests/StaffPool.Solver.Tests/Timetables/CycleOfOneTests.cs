using StaffPool.Domain.Timetables;
using StaffPool.Solver.Timetables;

namespace StaffPool.Solver.Tests.Timetables;

public sealed class CycleOfOneTests
{
    private static readonly int[] Seeds = [.. Enumerable.Range(1, 60)];

    [Fact]
    public void No_cycle_at_all_beats_the_cycle_of_one_person_alone()
    {
        var proven = 0;
        foreach (var (piece, problem) in Seeds.SelectMany(seed => PiecesOf(TinyTimetables.Tiny(seed))))
        {
            var found = Solve(piece, () => false);
            var oracle = TimetableOracle.BestCycle(Alone(problem, piece));
            found.IsProven.ShouldBeTrue();
            CycleLevel.InOrder.Skip(1).Select(level => level.Measure(new CyclePlan(piece, [found.At]))).ShouldBe(oracle.Skip(1));
            proven++;
        }

        proven.ShouldBeGreaterThan(100);
    }

    [Fact]
    public void Every_cycle_found_keeps_the_ways_to_spend_a_day_and_the_limit_of_the_week_and_weighs_what_it_says()
    {
        foreach (var (piece, _) in Seeds.SelectMany(seed => PiecesOf(TinyTimetables.Small(seed))))
        {
            var person = piece.People[0];
            foreach (var found in new[] { Solve(piece, () => false), Solve(piece, () => true) })
            {
                for (var day = 0; day < person.Days.Length; day++)
                {
                    var shape = person.ShapeOf(found.At[2 * day], found.At[(2 * day) + 1]);
                    (shape == DayShape.Off || person.Days[day].Contains(shape)).ShouldBeTrue();
                }

                found.At.Index().Where(s => s.Item >= 0).GroupBy(s => person.Slots[s.Index].Week).ShouldAllBe(w => w.Count() <= person.WeekLimit);
                found.Weight.ShouldBe(CycleWeights.InOrder.Of(person, found.At));
            }
        }
    }

    [Fact]
    public void What_the_search_without_a_proof_finds_is_never_above_the_start_nor_below_the_best()
    {
        foreach (var (piece, _) in Seeds.SelectMany(seed => PiecesOf(TinyTimetables.Small(seed))))
        {
            var start = CycleWeights.InOrder.Of(piece.People[0], ConstructiveCycle.Of(piece).At[0]);
            var (quick, best) = (Solve(piece, () => true), Solve(piece, () => false));
            quick.Weight.ShouldBeLessThanOrEqualTo(start);
            quick.Weight.ShouldBeGreaterThanOrEqualTo(best.Weight);
            (CycleLevel.Shortfall.Measure(new CyclePlan(piece, [best.At])) >= piece.People[0].LeastShortfall()).ShouldBeTrue();
        }
    }

    private static SoloCycle Solve(CyclePiece piece, Func<bool> isProofOver) =>
        CycleOfOne.Of(piece.People[0], ConstructiveCycle.Of(piece).At[0], CycleWeights.InOrder, () => false, isProofOver);

    private static IEnumerable<(CyclePiece Piece, TimetableProblem Problem)> PiecesOf(TimetableProblem problem) =>
        from piece in CyclePiece.Split(problem)
        from i in Enumerable.Range(0, piece.People.Count)
        select (piece.Alone(i), problem);

    private static TimetableProblem Alone(TimetableProblem problem, CyclePiece piece)
    {
        var alone = problem.Restrict(new HashSet<Domain.Workforce.Professional> { piece.People[0].Professional });
        return new TimetableProblem(alone.Grouping, alone.Period, alone.Cycle, alone.Promises, alone.Distances, alone.Requests with { JointPresences = [] })
        {
            InForce = alone.InForce,
        };
    }
}
