using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using StaffPool.Application.Replacements;
using StaffPool.Application.Runs;
using StaffPool.Application.UseCases;
using StaffPool.Data;
using StaffPool.Domain.Replacements;

namespace StaffPool.Jobs.Replacements;

/// <summary>
/// Moves offers on by themselves, each minute and on every node: the next wave, the end of quiet hours, the expiry. It adds
/// no run, for nobody would read sixty lines an hour; two nodes at once take turns on the grouping, and the second finds
/// nothing left to do.
/// </summary>
/// <param name="database">Where offers are.</param>
/// <param name="advance">As the service itself.</param>
/// <param name="timing">How often.</param>
/// <param name="clock">Time.</param>
/// <param name="log">For what could not be done.</param>
public sealed partial class OfferRounds(
    ServiceDatabase database, AdvanceOffers advance, RunTiming timing, TimeProvider clock, ILogger<OfferRounds> log)
{
    /// <summary>Goes on until it is stopped.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(timing.OfferRound, clock);
        do
        {
            try
            {
                foreach (var grouping in await WithOpenOffersAsync(stop))
                {
                    await AdvanceAsync(grouping, stop);
                }
            }
            catch (Exception failure) when (!stop.IsCancellationRequested)
            {
                LogAway(log, failure.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stop));
    }

    // What stops one grouping, such as an agreement that does not read, must not keep the others waiting.
    private async Task AdvanceAsync(Guid grouping, CancellationToken stop)
    {
        try
        {
            var done = await advance.RunAsync(grouping, Nothing.More, stop);
            if (done.Unsent.Count > 0)
            {
                LogUnsent(log, done.Unsent.Count, grouping);
            }
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            LogNotAdvanced(log, grouping, failure.Message);
        }
    }

    private async Task<List<Guid>> WithOpenOffersAsync(CancellationToken stop)
    {
        await using var db = database.NewContext();
        await using var transaction = await db.BeginAsync(new Sight(AllGroupings: true), writes: false, stop);
        return await db.Offers.IgnoreQueryFilters()
            .Where(o => o.Status == OfferStatus.Open)
            .Select(o => o.GroupingId).Distinct().OrderBy(id => id)
            .ToListAsync(stop);
    }

    [LoggerMessage(LogLevel.Warning, "Open offers could not be read; looked at again later: {Reason}")]
    private static partial void LogAway(ILogger log, string reason);

    [LoggerMessage(LogLevel.Error, "The offers of the grouping {Grouping} were not taken further; tried again later: {Reason}")]
    private static partial void LogNotAdvanced(ILogger log, Guid grouping, string reason);

    // Without the links: whoever has one answers in the name of the person.
    [LoggerMessage(LogLevel.Warning, "{Count} people of the grouping {Grouping} were asked and no letter was taken; they answer once signed in.")]
    private static partial void LogUnsent(ILogger log, int count, Guid grouping);
}
