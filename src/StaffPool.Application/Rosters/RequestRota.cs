using Microsoft.EntityFrameworkCore;
using StaffPool.Application.Runs;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Runs;
using StaffPool.Domain.Rules;

namespace StaffPool.Application.Rosters;

/// <summary>Asks for the rota of a zone. It is computed outside the request: <see cref="ReadRun"/> says where it stands.</summary>
[Permits(Role.Administrator, Role.Coordinator)]
public sealed class RequestRota(Work work, IRunDispatcher dispatcher) : IUseCase<RotaAsked, Guid>
{
    private const int MostDays = 366;
    private const int LeastSeconds = 5;
    private const int MostSeconds = 600;

    /// <returns>The run. While one of the same zone waits or runs, that one.</returns>
    public async Task<Guid> RunAsync(Guid groupingId, RotaAsked request, CancellationToken stop)
    {
        var runId = await work.WriteAsync(this, groupingId, scope => AddAsync(scope, request, stop), stop);
        await dispatcher.AnnounceAsync(new RunAddress(groupingId, runId, RunKind.Rota), stop);
        return runId;
    }

    private static async Task<Guid> AddAsync(WorkScope scope, RotaAsked request, CancellationToken stop)
    {
        var problems = new List<Violation>();
        if (request.LastDay < request.FirstDay || request.LastDay.DayNumber - request.FirstDay.DayNumber >= MostDays)
        {
            problems.Add(RotaTexts.Blocking("rota.period", request.FirstDay, request.LastDay));
        }

        if (request.Seconds is < LeastSeconds or > MostSeconds)
        {
            problems.Add(RotaTexts.Blocking("rota.seconds", LeastSeconds, MostSeconds));
        }

        RefusedException.IfAny(problems);
        WorkScope.Found(await scope.Db.Zones.AsNoTracking().SingleOrDefaultAsync(z => z.Id == request.ZoneId, stop), "not-found.zone");
        return await AskedRun.AddAsync(scope, RunKind.Rota, request.ZoneId, request, stop);
    }
}

/// <param name="ZoneId">Which zone.</param>
/// <param name="FirstDay">First day on which a turn may start.</param>
/// <param name="LastDay">Last one; at most a year in all.</param>
/// <param name="Seconds">Longest time, 5 to 600.</param>
/// <param name="FromRotaId">Rota whose pinned turns are kept; null for none.</param>
public sealed record RotaAsked(Guid ZoneId, DateOnly FirstDay, DateOnly LastDay, int Seconds, Guid? FromRotaId = null);
