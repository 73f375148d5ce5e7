using Microsoft.EntityFrameworkCore;
using StaffPool.Application.Scenarios;
using StaffPool.Application.UseCases;
using StaffPool.Application.Workforce;
using StaffPool.Data.Access;
using StaffPool.Data.Planning;
using StaffPool.Domain.Replacements;

namespace StaffPool.Application.Replacements;

/// <param name="ProfessionalId">Whose.</param>
/// <param name="Day">Day; that on which it starts, of a night.</param>
/// <param name="Part">Which part of it.</param>
public sealed record SwapHalfDay(Guid ProfessionalId, DateOnly Day, DayPart Part)
{
    /// <exception cref="RefusedException">The person has none at that time.</exception>
    internal async Task<BookingRow> FindAsync(WorkScope scope, CancellationToken stop) => WorkScope.Found(
        await scope.Db.ServedHalfDays.Include(b => b.Professional).Include(b => b.Site)
            .SingleOrDefaultAsync(b => b.ProfessionalId == ProfessionalId && b.Day == Day && b.Part == Part, stop),
        "not-found.booking");

    /// <exception cref="RefusedException">It is neither of the caller nor theirs to coordinate, or there is none.</exception>
    internal Task<BookingRow> FindOwnAsync(WorkScope scope, CancellationToken stop) =>
        scope.Caller.Is(Role.Administrator, Role.Coordinator) || scope.Caller.IsSelf(ProfessionalId)
            ? FindAsync(scope, stop)
            : throw RefusedException.Of(Refusal.NotFound, UseCaseTexts.Of("not-found.booking"));
}

/// <summary>Half-days that may be swapped, as the domain sees them, with everybody around.</summary>
internal static class SwapPools
{
    /// <summary>Calendars of the professions of some half-days, on the days from the first to the last of them.</summary>
    public static Task<LoadedPool> LoadAsync(WorkScope scope, LoadedGrouping loaded, IReadOnlyList<BookingRow> given, int daysAround, CancellationToken stop) =>
        PoolLoader.LoadAsync(
            scope,
            loaded,
            new PoolAsked(
                [.. given.Select(g => g.Professional!.ProfessionId).Distinct()],
                given[0].SiteId,
                given.Min(g => g.Day).AddDays(-daysAround),
                given.Max(g => g.Day).AddDays(daysAround)),
            stop);

    /// <summary>A half-day that somebody gives: whoever takes it must have what the need of its site demands.</summary>
    public static SwapSide SideOf(LoadedPool pool, Guid professionalId, Guid siteId, Duty duty)
    {
        var person = pool.Pool.Find(pool.Grouping.Rows.Professionals.Single(p => p.Id == professionalId).Code)!;
        var site = pool.Sites[siteId];
        var demand = pool.Grouping.Scenario.Grouping.Needs.SingleOrDefault(n => n.Site == site && n.Profession == person.Professional.Profession);
        return new SwapSide(
            person,
            new CoverNeed
            {
                Id = site.Id,
                Site = site,
                Professions = [person.Professional.Profession],
                Qualifications = demand?.RequiredQualifications ?? [],
                Duties = [duty],
                IsUrgent = demand is { IsPriority: true } or { LegalMinimum: not null },
            });
    }

    public static SwapSide SideOf(LoadedPool pool, BookingRow booking) =>
        SideOf(pool, booking.ProfessionalId, booking.SiteId, new AskedDuty(booking.Day, booking.Part).ToDuty());
}
