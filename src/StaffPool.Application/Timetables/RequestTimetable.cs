using Microsoft.EntityFrameworkCore;
using StaffPool.Application.Runs;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Runs;
using StaffPool.Domain.Rules;

namespace StaffPool.Application.Timetables;

/// <summary>
/// Asks for the timetable of a plan. It is computed outside the request. Where one is published for the period already, the
/// days to come are planned again: what absences took is caught up, and as little as possible changes.
/// </summary>
[Permits(Role.Administrator, Role.Coordinator)]
public sealed class RequestTimetable(Work work, IRunDispatcher dispatcher) : IUseCase<TimetableAsked, Guid>
{
    private const int LeastSeconds = 5;
    private const int MostSeconds = 3600;

    /// <returns>The run. While one of the same plan waits or runs, that one.</returns>
    public async Task<Guid> RunAsync(Guid groupingId, TimetableAsked request, CancellationToken stop)
    {
        var runId = await work.WriteAsync(this, groupingId, scope => AddAsync(scope, request, stop), stop);
        await dispatcher.AnnounceAsync(new RunAddress(groupingId, runId, RunKind.Timetable), stop);
        return runId;
    }

    private static async Task<Guid> AddAsync(WorkScope scope, TimetableAsked request, CancellationToken stop)
    {
        List<Violation> problems = [];
        if (request.Seconds is < LeastSeconds or > MostSeconds)
        {
            problems.Add(new Violation("timetable.seconds", Severity.Blocking, TimetableUseTexts.Of("timetable.seconds", LeastSeconds, MostSeconds), []));
        }

        if (request.CycleWeeks is not (1 or 2 or 4))
        {
            problems.Add(new Violation("timetable.cycle", Severity.Blocking, TimetableUseTexts.Of("timetable.cycle", request.CycleWeeks), []));
        }

        if (problems.Count > 0)
        {
            throw new RefusedException(Refusal.Invalid, problems);
        }

        var plan = WorkScope.Found(await scope.Db.Plans.SingleOrDefaultAsync(p => p.Id == request.PlanId, stop), "not-found.plan");
        return await AskedRun.AddAsync(scope, RunKind.Timetable, plan.Id, request, stop);
    }
}

/// <param name="PlanId">Whose half-days.</param>
/// <param name="CycleWeeks">1, 2 or 4.</param>
/// <param name="Seconds">Longest time, 5 to 3,600.</param>
public sealed record TimetableAsked(Guid PlanId, int CycleWeeks, int Seconds);
