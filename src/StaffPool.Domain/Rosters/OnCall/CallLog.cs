using StaffPool.Domain.Calendar;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Workforce;
using StaffPool.Domain.Workforce.Limits;

namespace StaffPool.Domain.Rosters.OnCall;

/// <summary>Figures of a site, or of the zone, over the calls of a log.</summary>
/// <param name="Name">Site, or zone.</param>
/// <param name="Calls">All of them.</param>
/// <param name="Interventions">Calls that made the nurse come.</param>
/// <param name="HospitalisationsAvoided">As declared.</param>
/// <param name="Hospitalised">As declared.</param>
/// <param name="WorkMinutes">Telephone, ways and care.</param>
/// <param name="ArrivalMinutes">Median from the call to the arrival; null without an intervention.</param>
public sealed record CallFigures(
    string Name, int Calls, int Interventions, int HospitalisationsAvoided, int Hospitalised, int WorkMinutes, int? ArrivalMinutes);

/// <summary>What the log of calls says: figures for the health agency, and the rest that each call takes away.</summary>
public static class CallLog
{
    /// <summary>Each site in order, then the zone.</summary>
    public static IReadOnlyList<CallFigures> FiguresOf(OnCallZone zone, IReadOnlyCollection<OnCallCall> calls) =>
        [.. zone.Sites.Select(s => Of(s.Name, [.. calls.Where(c => c.Site == s.Id)])), Of(zone.Name, calls)];

    /// <summary>When who was called may start to work again, in UTC; null for who was not called.</summary>
    /// <param name="limits">Of the contract: its daily rest counts from the return home.</param>
    /// <param name="calls">Of the night.</param>
    public static DateTime? EarliestNextWork(WorkingTimeLimits limits, IEnumerable<OnCallCall> calls)
    {
        var rest = limits.Limits.OfType<DailyRest>().Select(l => l.Minutes).DefaultIfEmpty().Max();
        var ends = calls.Select(c => c.End).ToList();
        return ends.Count == 0 ? null : ends.Max().AddMinutes(rest);
    }

    /// <summary>What the calls break of the limits of each nurse, together with the work that was planned.</summary>
    public static IReadOnlyList<Violation> Breaches(RosterIndex index, Roster roster, IReadOnlyCollection<OnCallCall> calls)
    {
        var byPerson = roster.Assignments.ToLookup(a => a.Person, a => index.Of(a.Task));
        return
        [
            .. index.Problem.People.SelectMany(p => p.Contract.Limits
                .CheckAdded(
                    [.. p.History, .. new PersonRoster(index, p, byPerson[p]).Added()],
                    calls.Where(c => c.Nurse == p.Id).Select(c => c.Work))
                .Select(b => b.Of(p.Id, p.Name))),
        ];
    }

    /// <summary>Calls that the log cannot hold: unknown site or nurse, nobody on call then, two at once.</summary>
    public static IReadOnlyList<Violation> Check(OnCallZone zone, RosterProblem problem, Roster roster, IReadOnlyList<OnCallCall> calls)
    {
        var onCall = roster.Assignments.SelectMany(a => a.Task.Parts.Select(p => (a.Person.Id, Part: p))).ToLookup(a => a.Id, a => a.Part);
        return
        [
            .. calls.Where(c => zone.Sites.All(s => s.Id != c.Site)).Select(c => Bad("on-call.log-site", c, c.Site)),
            .. calls.Where(c => problem.People.All(p => p.Id != c.Nurse)).Select(c => Bad("on-call.log-nurse", c, c.Nurse)),
            .. calls.Where(c => problem.People.Any(p => p.Id == c.Nurse) && !onCall[c.Nurse].Any(p => c.At >= p.Start && c.At < p.End)).Select(c => Bad("on-call.log-off", c, c.Nurse)),
            .. calls.GroupBy(c => c.Nurse).SelectMany(own => own.OrderBy(c => c.At).Zip(own.OrderBy(c => c.At).Skip(1)))
                .Where(p => p.First.End > p.Second.At).Select(p => Bad("on-call.log-twice", p.Second, p.Second.Nurse)),
        ];
    }

    private static Violation Bad(string code, OnCallCall call, string about) =>
        new(code, Severity.Warning, RosterTexts.Of(code, ParisTime.Of(call.At), about), [call.Nurse, call.Site]);

    private static CallFigures Of(string name, IReadOnlyCollection<OnCallCall> calls)
    {
        var arrivals = calls.Where(c => c.Intervention is not null).Select(c => c.PhoneMinutes + c.Intervention!.MinutesThere).Order().ToList();
        return new CallFigures(
            name,
            calls.Count,
            arrivals.Count,
            calls.Count(c => c.Outcome == CallOutcome.HospitalisationAvoided),
            calls.Count(c => c.Outcome == CallOutcome.Hospitalised),
            calls.Sum(c => (int)(c.End - c.At).TotalMinutes),
            arrivals.Count == 0 ? null : arrivals[arrivals.Count / 2]);
    }
}
