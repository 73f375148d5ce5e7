using System.Globalization;
using System.Text.Json;
using StaffPool.Application.Runs;
using StaffPool.Application.Scenarios;
using StaffPool.Application.UseCases;
using StaffPool.Data.Planning;
using StaffPool.Data.Runs;
using StaffPool.Domain.Texts;
using StaffPool.Solver.Engines;
using StaffPool.Solver.Planning;

namespace StaffPool.Application.Planning;

/// <summary>
/// Computes a plan that was asked for: takes the run, searches while it gives signs of life, saves the plan as a draft.
/// Killed at any moment, it leaves nothing half-done; the run is taken over.
/// </summary>
[Permits]
public sealed class PlanExecution(Work work, GroupingLoader loader, PlanAndExplain planner, TimeProvider clock)
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    /// <exception cref="LeaseLostException">Another worker took the run over.</exception>
    public async Task RunAsync(RunAddress run, CancellationToken stop)
    {
        if (await RunLease.TakeAsync(work, this, run, stop) is not { } lease)
        {
            return;
        }

        try
        {
            await ComputeAsync(lease, stop);
        }
        catch (Exception failure) when (failure is not LeaseLostException && !stop.IsCancellationRequested)
        {
            await lease.EndAsync(RunStatus.Failed, (_, row) => Note(row, ReasonOf(failure)), CancellationToken.None);
            if (failure is not (RefusedException or ContradictoryPinsException or EngineUnavailableException))
            {
                throw;
            }
        }
    }

    private async Task ComputeAsync(RunLease lease, CancellationToken stop)
    {
        var request = JsonSerializer.Deserialize<PlanAsked>(lease.Request, JsonSerializerOptions.Web)!;
        var loaded = await work.ReadAsync(
            this, lease.Run.GroupingId, scope => loader.LoadAsync(scope, request.CampaignId, request.FromPlanId, stop), stop);
        using var search = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var watch = new Watch(clock);
        var planning = Task.Run(() => planner.RunAsync(
            loaded.Scenario, new AllocationOptions { Time = TimeSpan.FromSeconds(request.Seconds) }, watch, watch, search.Token), stop);
        while (!planning.IsCompleted)
        {
            await Task.WhenAny(planning, Task.Delay(TimeSpan.FromSeconds(1), clock, stop));
            if (await lease.TellAsync(watch.Now, stop))
            {
                await search.CancelAsync();
            }
        }

        var planned = await planning;
        stop.ThrowIfCancellationRequested();
        await lease.EndAsync(
            search.IsCancellationRequested ? RunStatus.Cancelled : RunStatus.Done,
            (scope, row) =>
            {
                var plan = PlanOf(planned, loaded, lease.Run.RunId, scope.Now);
                scope.Db.Plans.Add(plan);
                (row.ResultId, row.InputHash) = (plan.Id, loaded.Scenario.InputHash);
                return Task.CompletedTask;
            },
            stop);
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

    private static Task Note(RunRow row, string reason)
    {
        row.Failure = reason;
        return Task.CompletedTask;
    }

    private static string ReasonOf(Exception failure) => failure switch
    {
        RefusedException refused => Sentences(refused.Reasons.Select(r => r.Message)),
        ContradictoryPinsException pins => RunTexts.Of("run.pins", Sentences(pins.Violations.Select(v => v.Message))).In(French),
        EngineUnavailableException engine => RunTexts.Of("run.engine", engine.Message).In(French),
        _ => RunTexts.Of("run.fault").In(French),
    };

    private static string Sentences(IEnumerable<Text> texts) => string.Join(" ", texts.Select(t => t.In(French)));

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
