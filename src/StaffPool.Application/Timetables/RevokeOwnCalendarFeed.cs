using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;

namespace StaffPool.Application.Timetables;

/// <summary>Makes the secret address of one's own calendar stop working.</summary>
[Permits(Role.Professional)]
[Limits("oneself", Role.Professional)]
public sealed class RevokeOwnCalendarFeed(Work work) : IUseCase<Nothing, Nothing>
{
    public Task<Nothing> RunAsync(Guid groupingId, Nothing request, CancellationToken stop) =>
        work.WriteAsync(this, groupingId, async scope =>
        {
            var self = scope.Caller.Professionals;
            foreach (var feed in await scope.Db.CalendarFeeds.Where(f => self.Contains(f.ProfessionalId)).ToListAsync(stop))
            {
                scope.Subject = feed.Id;
                scope.Db.CalendarFeeds.Remove(feed);
            }

            return Nothing.More;
        }, stop);
}
