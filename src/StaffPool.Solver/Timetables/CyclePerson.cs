using StaffPool.Domain.Calendar;
using StaffPool.Domain.Members;
using StaffPool.Domain.Timetables;
using StaffPool.Domain.Workforce;

namespace StaffPool.Solver.Timetables;

/// <summary>
/// What one professional can do in the cycle, as flat arrays. Sites are numbered by the professional's own promises, -1 is
/// nowhere; half-days are numbered through the cycle, two a day.
/// </summary>
internal sealed class CyclePerson
{
    public const int Nowhere = -1;

    /// <summary>In the cycle in force only: a site to which nothing is owed any more.</summary>
    public const int NoLongerPromised = -2;

    public CyclePerson(TimetableProblem problem, Professional professional)
    {
        Professional = professional;
        WeekLimit = TimetableProblem.WeekLimitOf(professional);
        Promises = [.. problem.PromisesOf(professional).Where(p => p.HalfDays > 0)];
        var days = problem.CycleDays.Count;
        Slots = [.. problem.CycleDays.SelectMany(d => new[]
        {
            new CycleSlot(d.Week, d.Day, HalfDay.Morning), new CycleSlot(d.Week, d.Day, HalfDay.Afternoon),
        })];
        Occurrences = [.. Promises.Select(p => Slots.Select(s => problem.Occurrences(professional, p.Site, s)).ToArray())];
        Unwanted = [.. Slots.Select(s => problem.IsUnwanted(professional, s))];
        Shapes = ShapesOf(problem);
        Days = [.. Enumerable.Range(0, days).Select(day => Shapes.Where(s => IsPossible(day, s)).ToArray())];
        InForce = InForceOf(problem);
    }

    public Professional Professional { get; }

    public int WeekLimit { get; }

    public IReadOnlyList<Promise> Promises { get; }

    public CycleSlot[] Slots { get; }

    /// <summary>By promise and half-day: how often in the period the professional can be there then.</summary>
    public int[][] Occurrences { get; }

    public bool[] Unwanted { get; }

    /// <summary>Every way to spend a day that the rules allow, but for a day off.</summary>
    public IReadOnlyList<DayShape> Shapes { get; }

    /// <summary>Those that are possible on each day of the cycle.</summary>
    public DayShape[][] Days { get; }

    /// <summary>By half-day, what the cycle in force says; null where the professional is not in it.</summary>
    public int[]? InForce { get; }

    public bool Allows(int morning, int afternoon) =>
        (morning < 0 && afternoon < 0) || Shapes.Any(s => s.Morning == morning && s.Afternoon == afternoon);

    /// <summary>A day of the cycle spent in one of the ways allowed.</summary>
    public DayShape ShapeOf(int morning, int afternoon) => morning < 0 && afternoon < 0
        ? DayShape.Off
        : Shapes.First(s => s.Morning == morning && s.Afternoon == afternoon);

    /// <summary>Half-days of the cycle in force taken away or new on one half-day: a half-day moved is one of each.</summary>
    public int ChangesAt(int slot, int promise) => InForce is not { } before || before[slot] == promise
        ? 0
        : (promise == Nowhere ? 0 : 1) + (before[slot] == Nowhere ? 0 : 1);

    /// <summary>Half-days of the period that the promise is short of when the cycle is as given.</summary>
    public int ShortfallOf(int promise, IReadOnlyList<int> cycle)
    {
        var delivered = 0;
        for (var slot = 0; slot < cycle.Count; slot++)
        {
            delivered += cycle[slot] == promise ? Occurrences[promise][slot] : 0;
        }

        return Math.Max(0, Promises[promise].HalfDays - delivered);
    }

    /// <summary>No cycle is short of less.</summary>
    public int LeastShortfall() => Promises.Count == 0
        ? 0
        : new SoloBounds(this, CycleWeights.InOrder).LeastShortfall([.. Promises.Select(p => p.HalfDays)], 0, 0);

    private List<DayShape> ShapesOf(TimetableProblem problem)
    {
        Site? At(int promise) => promise < 0 ? null : Promises[promise].Site;
        return [.. from morning in Enumerable.Range(Nowhere, Promises.Count + 1)
                   from afternoon in Enumerable.Range(Nowhere, Promises.Count + 1)
                   where (morning >= 0 || afternoon >= 0) && problem.RefusalOf(Professional, At(morning), At(afternoon)) is null
                   select new DayShape(morning, afternoon, problem.MetresOf(Professional, At(morning), At(afternoon)))];
    }

    private bool IsPossible(int day, DayShape shape) =>
        (shape.Morning < 0 || Occurrences[shape.Morning][2 * day] > 0)
        && (shape.Afternoon < 0 || Occurrences[shape.Afternoon][(2 * day) + 1] > 0);

    private int[]? InForceOf(TimetableProblem problem)
    {
        if (problem.InForce is not { } inForce || !inForce.CycleOf(Professional).Any())
        {
            return null;
        }

        return [.. Slots.Select(s => inForce.CycleSiteOf(Professional, s) is { } site
            ? Promises.Index().Where(p => p.Item.Site == site).Select(p => p.Index).FirstOrDefault(NoLongerPromised)
            : Nowhere)];
    }
}

/// <summary>One way to spend a day: a promise of the professional for each half, or -1.</summary>
/// <param name="Morning">Number of a promise, or -1.</param>
/// <param name="Afternoon">Number of a promise, or -1.</param>
/// <param name="Metres">On the road that day.</param>
internal sealed record DayShape(int Morning, int Afternoon, long Metres)
{
    public static DayShape Off { get; } = new(CyclePerson.Nowhere, CyclePerson.Nowhere, 0);

    public int HalfDays => (Morning < 0 ? 0 : 1) + (Afternoon < 0 ? 0 : 1);
}
