using StaffPool.Domain.Calendar;
using StaffPool.Domain.Rosters;

namespace StaffPool.Solver.Rosters;

/// <summary>What limits and wishes count of one person, settled and open tasks together.</summary>
internal static class PersonCounts
{
    /// <summary>How much there is of a measure between two days.</summary>
    public static Sum Of(PersonModel person, RosterMeasure measure, Period window)
    {
        var (from, to) = (window.Start, window.End);
        var sum = new Sum();
        switch (measure)
        {
            case RosterMeasure.WorkedDays:
                for (var day = from; day <= to; day = day.AddDays(1))
                {
                    sum.Add(person.Worked(day));
                }

                break;
            case RosterMeasure.WeekEnds:
                for (var saturday = from.AddDays(((int)DayOfWeek.Saturday - (int)from.DayOfWeek + 7) % 7); saturday <= to; saturday = saturday.AddDays(7))
                {
                    sum.Add(person.WeekEnd(saturday));
                }

                break;
            default:
                sum.Add(person.Settled.Count(measure, window));
                foreach (var (task, cell) in person.Open)
                {
                    if (task.AddsTo(measure, from, to) is var adds and not 0)
                    {
                        sum.Add(cell, adds);
                    }
                }

                break;
        }

        return sum;
    }

    /// <summary>For each run that would be one too long, how many of it there are.</summary>
    public static IEnumerable<Sum> RunWindows(PersonModel person, RunLimit limit)
    {
        var step = limit.Kind == RunKind.WeekEnds ? 7 : 1;
        var first = person.Model.Index.Problem.Period.Start;
        if (limit.Kind == RunKind.WeekEnds)
        {
            first = first.AddDays(-(((int)first.DayOfWeek + 1) % 7));
        }

        for (var day = first; day <= person.Model.Index.Problem.Period.End; day = day.AddDays(step))
        {
            var sum = new Sum();
            for (var i = 0; i <= limit.Most; i++)
            {
                var at = day.AddDays(-step * i);
                sum.Add(limit.Kind switch
                {
                    RunKind.Days => person.Worked(at),
                    RunKind.Nights => person.Night(at),
                    _ => person.WeekEnd(at),
                });
            }

            yield return sum;
        }
    }
}
