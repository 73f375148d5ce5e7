using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Domain.Replacements;

namespace StaffPool.Application.Replacements;

/// <summary>With whom a half-day could be swapped, and for which: lawful for both, the nearest day first.</summary>
[Permits(Role.Professional, Role.Administrator, Role.Coordinator)]
[Limits("own-half-day", Role.Professional)]
public sealed class ListSwapChoices(Work work, PoolLoader pools) : IUseCase<SwapHalfDay, IReadOnlyList<SwapChoiceView>>
{
    private const int Most = 50;

    public Task<IReadOnlyList<SwapChoiceView>> RunAsync(Guid groupingId, SwapHalfDay request, CancellationToken stop) =>
        work.ReadAsync(this, groupingId, scope => ReadAsync(scope, request, stop), stop);

    private async Task<IReadOnlyList<SwapChoiceView>> ReadAsync(WorkScope scope, SwapHalfDay request, CancellationToken stop)
    {
        var given = await request.FindOwnAsync(scope, stop);
        var loaded = await pools.GroupingAsync(scope, stop);
        var around = loaded.Scenario.Grouping.Agreement.ValueOf(ReplacementSettings.SwapDays, scope.Today);
        var (from, to) = (given.Day.AddDays(-around), given.Day.AddDays(around));
        var first = from > scope.Today ? from : scope.Today.AddDays(1);
        var others = await scope.Db.ServedHalfDays.AsNoTracking().Include(b => b.Professional).Include(b => b.Site)
            .Where(b => b.Day >= first && b.Day <= to && b.ProfessionalId != given.ProfessionalId && b.Professional!.ProfessionId == given.Professional!.ProfessionId)
            .ToListAsync(stop);
        var pool = await SwapPools.LoadAsync(scope, loaded, [given], around, stop);
        var sides = others.ToDictionary(b => SwapPools.SideOf(pool, b), b => b);
        return
        [
            .. HalfDaySwap.Choices(pool.Pool, SwapPools.SideOf(pool, given), sides.Keys).Take(Most).Select(c =>
            {
                var booking = sides[c.Other];
                return new SwapChoiceView(
                    booking.ProfessionalId, booking.Professional!.Name, new AskedDuty(booking.Day, booking.Part), booking.Site!.Name, c.ExtraMetres);
            }),
        ];
    }
}

/// <param name="ProfessionalId">With whom.</param>
/// <param name="Name">As shown.</param>
/// <param name="Duty">What they would give.</param>
/// <param name="SiteName">Where.</param>
/// <param name="ExtraMetres">Longer way of both together, one way; negative where it is shorter.</param>
public sealed record SwapChoiceView(Guid ProfessionalId, string Name, AskedDuty Duty, string SiteName, long ExtraMetres);
