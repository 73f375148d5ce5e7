using Microsoft.EntityFrameworkCore;
using StaffPool.Application.Access;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Timetables;

namespace StaffPool.Application.Timetables;

/// <summary>Makes the secret address at which a calendar program reads one's own half-days; an address made before stops working.</summary>
[Permits(Role.Professional)]
[Limits("oneself", Role.Professional)]
public sealed class CreateOwnCalendarFeed(Work work) : IUseCase<Nothing, CalendarFeedCreated>
{
    /// <returns>The token, shown this once.</returns>
    public Task<CalendarFeedCreated> RunAsync(Guid groupingId, Nothing request, CancellationToken stop) =>
        work.WriteAsync(this, groupingId, scope => CreateAsync(scope, stop), stop);

    private static async Task<CalendarFeedCreated> CreateAsync(WorkScope scope, CancellationToken stop)
    {
        if (scope.Caller.Professionals is not [var self, ..])
        {
            throw RefusedException.Of(Refusal.NotFound, UseCaseTexts.Of("not-found.professional"));
        }

        var token = OneTimeToken.New();
        var feed = await scope.Db.CalendarFeeds.SingleOrDefaultAsync(f => f.ProfessionalId == self, stop);
        if (feed is null)
        {
            feed = new CalendarFeedRow { ProfessionalId = self, TokenHash = token.Hash };
            scope.Db.CalendarFeeds.Add(feed);
        }

        (feed.TokenHash, feed.CreatedAt) = (token.Hash, scope.Now);
        scope.Subject = feed.Id;
        return new CalendarFeedCreated(token.Token);
    }
}

/// <param name="Token">The secret part of the address.</param>
public sealed record CalendarFeedCreated(string Token);
