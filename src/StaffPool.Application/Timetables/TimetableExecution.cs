using System.Globalization;
using Microsoft.EntityFrameworkCore;
using StaffPool.Application.Planning;
using StaffPool.Application.Runs;
using StaffPool.Application.Scenarios;
using StaffPool.Application.UseCases;
using StaffPool.Data.Runs;
using StaffPool.Data.Timetables;
using StaffPool.Domain.Timetables;
using StaffPool.Solver.Timetables;

namespace StaffPool.Application.Timetables;

/// <summary>Computes a timetable that was asked for, and saves it as a draft. Stopped by its user, it keeps the best found.</summary>
[Permits]
public sealed class TimetableExecution(Work work, GroupingLoader loader, TimetablePlanner planner, TimeProvider clock) : IRunExecution
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    public IReadOnlyCollection<RunKind> Kinds => [RunKind.Timetable];

    public async Task<Func<WorkScope, RunRow, Task>> ComputeAsync(HeldRun run)
    {
        var request = run.RequestAs<TimetableAsked>();
        var (loaded, problem) = await work.ReadAsync(this, run.GroupingId, scope => ReadAsync(scope, request, run.Stop), run.Stop);
        using var search = CancellationTokenSource.CreateLinkedTokenSource(run.Stop, run.Cancelled);
        var watch = new Watch(clock);
        var planning = Task.Run(() => planner.PlanAsync(
            problem, new TimetableOptions { Time = TimeSpan.FromSeconds(request.Seconds) }, watch, search.Token), run.Stop);
        while (!planning.IsCompleted)
        {
            await Task.WhenAny(planning, Task.Delay(Beat, clock, run.Stop));
            run.Progress = watch.Now;
        }

        var planned = PlanTimetable.Checked(problem, await planning);
        run.Progress = watch.Now;
        return (scope, row) =>
        {
            var timetable = RowOf(planned, loaded, request, run.Address.RunId, scope.Now);
            scope.Db.Timetables.Add(timetable);
            (row.ResultId, row.InputHash) = (timetable.Id, loaded.Scenario.InputHash);
            return Task.CompletedTask;
        };
    }

    private async Task<(LoadedGrouping Loaded, TimetableProblem Problem)> ReadAsync(WorkScope scope, TimetableAsked request, CancellationToken stop)
    {
        var plan = await StoredPlan.LoadAsync(loader, scope, request.PlanId, stop);
        var owed = await CarriedOverHalfDays.OfAsync(scope, plan.Row.PeriodStart, stop);
        var asked = await StoredTimetable.RequestsAsync(scope, plan, owed, stop);
        var problem = asked.ToProblem(plan.Answered.Problem, plan.Answered.Plan, request.CycleWeeks);
        var published = await scope.Db.Timetables.AsNoTracking().Include(t => t.People)
            .SingleOrDefaultAsync(t => t.PeriodStart == plan.Row.PeriodStart && t.Status == TimetableStatus.Published, stop);
        if (published is null)
        {
            return (plan.Loaded, problem);
        }

        // Today is under way; tomorrow can still be changed.
        var inForce = StoredTimetable.TimetableOf(published, plan.Loaded, problem);
        return (plan.Loaded, asked.ToProblem(plan.Answered.Problem, plan.Answered.Plan, request.CycleWeeks, inForce, scope.Today.AddDays(1)));
    }

    private static TimetableRow RowOf(PlannedTimetable planned, LoadedGrouping loaded, TimetableAsked request, Guid runId, DateTime now)
    {
        var people = loaded.Rows.Professionals.ToDictionary(p => p.Code, p => p.Id, StringComparer.Ordinal);
        var sites = loaded.Rows.Sites.ToDictionary(s => s.Code, s => s.Id, StringComparer.Ordinal);
        var timetable = planned.Result.Timetable;
        var row = new TimetableRow
        {
            Name = TimetableUseTexts.Of("timetable.computed", Domain.Calendar.ParisTime.Of(now)).ToString(),
            PlanId = request.PlanId,
            PeriodStart = timetable.Period.Start,
            PeriodEnd = timetable.Period.End,
            CycleWeeks = timetable.Cycle.Weeks,
            MorningStartMinutes = planned.Problem.Setting(TimetableSettings.MorningStart),
            MiddayBreakMinutes = planned.Problem.Setting(TimetableSettings.MiddayBreak),
            RunId = runId,
            CreatedAt = now,
            Notes = TimetableNotes.Of(planned.Result),
        };
        row.People.AddRange(planned.Problem.Promises.GroupBy(p => p.Professional).Select(promises => new TimetablePersonRow
        {
            ProfessionalId = people[promises.Key.Id],
            Cycle = StoredCells.Written(timetable.CycleOf(promises.Key)
                .Select(c => new StoredCycleCell(c.Slot.Week, c.Slot.Day, c.Slot.Half, sites[c.Site.Id]))),
            Calendar = StoredCells.Written(timetable.CalendarOf(promises.Key).OrderBy(c => c.Slot)
                .Select(c => new StoredCell(c.Slot.Day, c.Slot.Half, sites[c.Site.Id], timetable.IsInCycle(c)))),
            Promises = StoredCells.Written(promises.Select(p => new StoredPromise(sites[p.Site.Id], p.Allocated, p.CarriedOver))),
        }));
        return row;
    }

    /// <summary>Keeps the last word of the search, for whoever asks once a second.</summary>
    private sealed class Watch(TimeProvider clock) : IProgress<TimetableProgress>
    {
        private readonly long start = clock.GetTimestamp();
        private volatile RunProgress? last;

        public RunProgress Now => (last ?? new RunProgress(RunTexts.Of("run.reading").In(French), 0, 0, null, null, null, 0)) with
        {
            Seconds = (int)clock.GetElapsedTime(start).TotalSeconds,
        };

        public void Report(TimetableProgress value) => last = new RunProgress(
            TimetableUseTexts.Of($"timetable.stage.{value.Stage}").In(French), value.Done, value.All, null, null, null, 0);
    }
}
