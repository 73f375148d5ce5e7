using StaffPool.Domain.Calendar;
using StaffPool.Domain.Members;
using StaffPool.Domain.Timetables;
using StaffPool.Domain.Workforce;

namespace StaffPool.Solver.Timetables;

/// <summary>Who is where or is expected there by the cycle, on the sites where that matters to others.</summary>
internal sealed class RoomLedger
{
    private readonly TimetableProblem problem;
    private readonly HashSet<Site> watched;
    private readonly Dictionary<(Site, CalendarSlot), HashSet<Professional>> present = [];

    public RoomLedger(TimetableProblem problem)
    {
        this.problem = problem;
        var paired = problem.Requests.ForbiddenPairs.SelectMany(f => new[] { f.First, f.Second }).ToHashSet();
        watched =
        [
            .. problem.Requests.RoomLimits.Select(r => r.Site),
            .. problem.Promises.Where(p => paired.Contains(p.Professional)).Select(p => p.Site),
        ];
    }

    public void Enter(Professional professional, Site site, CalendarSlot slot)
    {
        if (watched.Contains(site))
        {
            (present.TryGetValue((site, slot), out var there) ? there : present[(site, slot)] = []).Add(professional);
        }
    }

    /// <summary>Whether somebody's being there would overfill a room or make a forbidden pair meet.</summary>
    public bool Refuses(Professional professional, Site site, CalendarSlot slot)
    {
        if (!present.TryGetValue((site, slot), out var there))
        {
            return false;
        }

        return problem.Requests.RoomLimits.Any(r =>
                r.Site == site && r.Concerns(professional) && there.Count(p => p != professional && r.Concerns(p)) >= r.AtOnce)
            || problem.Requests.ForbiddenPairs.Any(f => f.OtherThan(professional) is { } other && there.Contains(other));
    }
}
