using System.Globalization;
using StaffPool.Application.Runs;
using StaffPool.Application.Scenarios;
using StaffPool.Application.UseCases;
using StaffPool.Data.Planning;
using StaffPool.Data.Runs;
using StaffPool.Solver.Planning;

namespace StaffPool.Application.Planning;

/// <summary>Computes a plan that was asked for, and saves it as a draft. Stopped by its user, it keeps the best plan found.</summary>
[Permits]
public sealed class PlanExecution(Work work, GroupingLoader loader, PlanAndExplain planner, TimeProvider clock) : IRunExecution
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    public IReadOnlyCollection<RunKind> Kinds => [RunKind.Plan];

    public async Task<Func<WorkScope, RunRow, Task>> ComputeAsync(HeldRun run)
    {
        var request = run.RequestAs<PlanAsked>();
        var loaded = await work.ReadAsync(
            this, run.GroupingId, scope => loader.LoadAsync(scope, request.CampaignId, request.FromPlanId, run.Stop), run.Stop);
        using var search = CancellationTokenSource.CreateLinkedTokenSource(run.Stop, run.Cancelled);
        var watch = new Watch(clock);
        var planning = Task.Run(() => planner.RunAsync(
            loaded.Scenario, new AllocationOptions { Time = TimeSpan.FromSeconds(request.Seconds) }, watch, watch, search.Token), run.Stop);
        while (!planning.IsCompleted)
        {
            await Task.WhenAny(planning, Task.Delay(Beat, clock, run.Stop));
            run.Progress = watch.Now;
        }

        var planned = await planning;
        run.Progress = watch.Now;
        return (scope, row) =>
        {
            var plan = PlanOf(planned, loaded, run.Address.RunId, scope.Now);
            scope.Db.Plans.Add(plan);
            (row.ResultId, row.InputHash) = (plan.Id, loaded.Scenario.InputHash);
            return Task.CompletedTask;
        };
    }

    private static PlanRow PlanOf(PlannedAllocation planned, LoadedGrouping loaded, Guid runId, DateTime now)
    {
        var people = loaded.Rows.Professionals.ToDictionary(p => p.Code, p => p.Id, StringComparer.Ordinal);
        var needs = loaded.Rows.NeedKeys().ToDictionary(n => n.Value, n => n.Key);
        var pins = planned.Problem.Pins.ToDictionary(p => (p.Professional, p.Need));
        var plan = new PlanRow
        {
            Name = PlanTexts.Of("plan.computed", ParisTime.Of(now)).ToString(),
            PeriodStart = planned.Problem.Period.Start,
            PeriodEnd = planned.Problem.Period.End,
            RunId = runId,
            CreatedAt = now,
            Document = PlanNotes.Of(planned).Written(),
        };
        plan.Assignments.AddRange(planned.Result.Plan.Assignments.Select(a => new AssignmentRow
        {
            ProfessionalId = people[a.Professional.Id],
            NeedId = needs[(a.Site.Id, a.Need.Profession.Id)],
            HalfDays = a.HalfDays,
            IsPinned = pins.ContainsKey((a.Professional, a.Need)),
        }));
        // A pair that was forbidden stays forbidden in the next plan made from this one.
        plan.Assignments.AddRange(planned.Problem.Pins.Where(p => p.HalfDays == 0).Select(p => new AssignmentRow
        {
            ProfessionalId = people[p.Professional.Id],
            NeedId = needs[(p.Need.Site.Id, p.Need.Profession.Id)],
            IsPinned = true,
        }));
        return plan;
    }

    /// <summary>Keeps the last word of the search, for whoever asks once a second.</summary>
    private sealed class Watch(TimeProvider clock) : IProgress<AllocationProgress>, IProgress<ExplainProgress>
    {
        private readonly long start = clock.GetTimestamp();
        private volatile RunProgress? last;

        public RunProgress Now => (last ?? new RunProgress(RunTexts.Of("run.reading").In(French), 0, 0, null, null, null, 0)) with
        {
            Seconds = (int)clock.GetElapsedTime(start).TotalSeconds,
        };

        public void Report(AllocationProgress value) => last = new RunProgress(
            ObjectiveTexts.Name(value.Objective, French),
            value.PiecesDone,
            value.Pieces,
            ObjectiveTexts.Amount(value.Value, value.Objective.Unit, French),
            ObjectiveTexts.Amount(value.Bound, value.Objective.Unit, French),
            Math.Ceiling((decimal)value.Gap * 1000) / 10,
            0);

        public void Report(ExplainProgress value) => last = new RunProgress(
            value.Need is { } need ? RunTexts.Of("run.explaining", new ExplanationSentences(French).Title(need)).In(French) : RunTexts.Of("run.rules").In(French),
            value.Done,
            value.Steps,
            null,
            null,
            null,
            0);
    }
}
