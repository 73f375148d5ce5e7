using Microsoft.EntityFrameworkCore;
using StaffPool.Application.Access;
using StaffPool.Application.UseCases;

namespace StaffPool.Application.Timetables;

/// <summary>The half-days behind a secret address, for whoever holds it: three months back, a year ahead.</summary>
[Permits]
public sealed class ReadCalendarFeed(Work work) : IUseCase<string, CalendarFeed>
{
    private const int DaysBack = 92;
    private const int DaysAhead = 366;

    /// <param name="groupingId">The grouping.</param>
    /// <param name="request">Token of the address.</param>
    /// <param name="stop">Gives up.</param>
    public Task<CalendarFeed> RunAsync(Guid groupingId, string request, CancellationToken stop) =>
        work.ReadAsync(this, groupingId, scope => ReadAsync(scope, request, stop), stop);

    private static async Task<CalendarFeed> ReadAsync(WorkScope scope, string token, CancellationToken stop)
    {
        var hash = OneTimeToken.HashOf(token);
        var feed = WorkScope.Found(await scope.Db.CalendarFeeds.SingleOrDefaultAsync(f => f.TokenHash == hash, stop), "not-found.calendar-feed");
        var grouping = await scope.Db.Groupings.Select(g => g.Name).SingleAsync(stop);
        var days = await ListOwnHalfDays.OfAsync(
            scope.Db, [feed.ProfessionalId], new DaysAsked(scope.Today.AddDays(-DaysBack), scope.Today.AddDays(DaysAhead)), stop);
        return new CalendarFeed(grouping, days, scope.Now);
    }
}

/// <param name="Grouping">Its name.</param>
/// <param name="HalfDays">In order.</param>
/// <param name="Now">UTC.</param>
public sealed record CalendarFeed(string Grouping, IReadOnlyList<OwnHalfDay> HalfDays, DateTime Now);
