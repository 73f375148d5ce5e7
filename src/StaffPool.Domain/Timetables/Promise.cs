using StaffPool.Domain.Members;
using StaffPool.Domain.Workforce;

namespace StaffPool.Domain.Timetables;

/// <summary>Half-days that a professional owes a site in the period.</summary>
/// <param name="Professional">Who.</param>
/// <param name="Site">Where.</param>
/// <param name="Allocated">By the plan of the period.</param>
/// <param name="CarriedOver">Still owed from the period before, or negative where given in advance.</param>
public sealed record Promise(Professional Professional, Site Site, int Allocated, int CarriedOver = 0)
{
    public int HalfDays => Math.Max(0, Allocated + CarriedOver);
}

/// <summary>What became of a promise.</summary>
/// <param name="Promise">The half-days owed.</param>
/// <param name="InCycle">Delivered on half-days of the cycle.</param>
/// <param name="CaughtUp">Delivered on other half-days, which replace those that holidays, closures and leave took.</param>
public sealed record Delivery(Promise Promise, int InCycle, int CaughtUp)
{
    public int Delivered => InCycle + CaughtUp;

    /// <summary>What the next period starts with: owed where positive.</summary>
    public int CarriedOver => Promise.Allocated + Promise.CarriedOver - Delivered;

    public int Undelivered => Math.Max(0, Promise.HalfDays - Delivered);

    /// <summary>One for each promise, in their order.</summary>
    public static IReadOnlyList<Delivery> Of(TimetableProblem problem, Timetable timetable)
    {
        var cells = timetable.CalendarCells.ToLookup(c => (c.Professional, c.Site));
        return [.. problem.Promises.Select(promise =>
        {
            var all = cells[(promise.Professional, promise.Site)].ToList();
            var inCycle = all.Count(timetable.IsInCycle);
            return new Delivery(promise, inCycle, all.Count - inCycle);
        })];
    }
}
