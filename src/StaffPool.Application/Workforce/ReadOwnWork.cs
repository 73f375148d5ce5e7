using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Planning;

namespace StaffPool.Application.Workforce;

/// <summary>Where a professional works: half-days in the published plans that are not over, and days booked from today on.</summary>
[Permits(Role.Professional)]
[Limits("oneself", Role.Professional)]
public sealed class ReadOwnWork(Work work) : IUseCase<Nothing, OwnWorkView>
{
    // A page holds no more; a person has some 460 half-days a year.
    private const int MostBookings = 500;

    public Task<OwnWorkView> RunAsync(Guid groupingId, Nothing request, CancellationToken stop) =>
        work.ReadAsync(this, groupingId, scope => ReadAsync(scope, stop), stop);

    private static async Task<OwnWorkView> ReadAsync(WorkScope scope, CancellationToken stop)
    {
        var db = scope.Db;
        var self = scope.Caller.Professionals;
        var assignments = await (
            from assignment in db.Assignments
            join plan in db.Plans on assignment.PlanId equals plan.Id
            where self.Contains(assignment.ProfessionalId) && assignment.HalfDays > 0
                && plan.Status == PlanStatus.Published && plan.PeriodEnd >= scope.Today
            orderby plan.PeriodStart, assignment.HalfDays descending
            select new OwnAssignment(
                plan.PeriodStart, plan.PeriodEnd, assignment.Need!.Site!.Name, assignment.Need.Site.Member!.Name,
                assignment.Need.Profession!.Name, assignment.HalfDays))
            .ToListAsync(stop);
        var bookings = await db.ServedHalfDays
            .Where(b => self.Contains(b.ProfessionalId) && b.Day >= scope.Today)
            .OrderBy(b => b.Day)
            .Take(MostBookings)
            .Select(b => new OwnBooking(b.Day, b.Part, b.Site!.Name))
            .ToListAsync(stop);
        return new OwnWorkView(assignments, [.. bookings.OrderBy(b => b.Day).ThenBy(b => b.Part)]);
    }
}

public sealed record OwnWorkView(IReadOnlyList<OwnAssignment> Assignments, IReadOnlyList<OwnBooking> Bookings);

/// <summary>So many half-days on one site in the period of a published plan.</summary>
public sealed record OwnAssignment(
    DateOnly PeriodStart, DateOnly PeriodEnd, string SiteName, string MemberName, string ProfessionName, int HalfDays);

/// <summary>One half-day on one site.</summary>
public sealed record OwnBooking(DateOnly Day, DayPart Part, string SiteName);
