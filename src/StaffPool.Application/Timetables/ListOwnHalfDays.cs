using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data;
using StaffPool.Data.Access;
using StaffPool.Data.Planning;
using StaffPool.Domain.Geography;

namespace StaffPool.Application.Timetables;

/// <summary>Where a professional is, half-day by half-day, and what was changed at short notice.</summary>
[Permits(Role.Professional)]
[Limits("oneself", Role.Professional)]
public sealed class ListOwnHalfDays(Work work) : IUseCase<DaysAsked, IReadOnlyList<OwnHalfDay>>
{
    public Task<IReadOnlyList<OwnHalfDay>> RunAsync(Guid groupingId, DaysAsked request, CancellationToken stop) =>
        work.ReadAsync(this, groupingId, scope => OfAsync(scope.Db, scope.Caller.Professionals, request, stop), stop);

    /// <summary>Those of some professionals, in order.</summary>
    internal static async Task<IReadOnlyList<OwnHalfDay>> OfAsync(
        StaffPoolContext db, IReadOnlyList<Guid> professionals, DaysAsked days, CancellationToken stop)
    {
        var changed = (await db.TimetableChanges.AsNoTracking()
            .Where(c => professionals.Contains(c.ProfessionalId) && c.Day >= days.From && c.Day <= days.To && c.IsShortNotice)
            .Select(c => new { c.Day, c.Part }).ToListAsync(stop)).Select(c => (c.Day, c.Part)).ToHashSet();
        var bookings = await db.Bookings.AsNoTracking()
            .Where(b => professionals.Contains(b.ProfessionalId) && b.Day >= days.From && b.Day <= days.To)
            .Select(b => new
            {
                b.Id, b.Version, b.Day, b.Part, b.SiteId, b.TimetableId, b.Training, b.Professional!.WorkingTime,
                Site = b.Site!.Name, Member = b.Site.Member!.Name, b.Site.InseeCode,
            })
            .ToListAsync(stop);
        var hours = await HalfDayHours.LoadAsync(db, stop);
        return [.. bookings.OrderBy(b => b.Day).ThenBy(b => b.Part).Select(b =>
        {
            var (start, end) = hours.Of(b.TimetableId, b.WorkingTime, b.Day, b.Part);
            return new OwnHalfDay(
                b.Id, b.Version, b.Day, b.Part, start, end, b.SiteId, b.Site, b.Member, CommuneDirectory.France.ByInseeCode(b.InseeCode)?.Name,
                changed.Contains((b.Day, b.Part)), b.Training);
        })];
    }
}

/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
public sealed record DaysAsked(DateOnly From, DateOnly To);

/// <param name="Id">Of the booking.</param>
/// <param name="Version">Raised when it moves.</param>
/// <param name="Day">Which day.</param>
/// <param name="Part">Which part of it.</param>
/// <param name="Start">When it begins, UTC.</param>
/// <param name="End">When it ends, UTC.</param>
/// <param name="SiteId">Where.</param>
/// <param name="SiteName">Its name.</param>
/// <param name="MemberName">Whose site.</param>
/// <param name="Commune">Where it lies.</param>
/// <param name="IsShortNotice">Whether it was changed later than the notice asks.</param>
/// <param name="Training">What is learnt, where it is a half-day of training; else null.</param>
public sealed record OwnHalfDay(
    Guid Id, int Version, DateOnly Day, DayPart Part, DateTime Start, DateTime End, Guid SiteId, string SiteName, string MemberName, string? Commune,
    bool IsShortNotice, string? Training);
