using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using StaffPool.Application.Runs;
using StaffPool.Application.UseCases;
using StaffPool.Data.Rosters;
using StaffPool.Data.Runs;
using StaffPool.Domain.Calendar;
using StaffPool.Solver.Rosters;
using RunKind = StaffPool.Data.Runs.RunKind;

namespace StaffPool.Application.Rosters;

/// <summary>Computes a rota that was asked for, and saves it as a draft. Stopped by its user, it keeps the best found.</summary>
[Permits]
public sealed class RotaExecution(Work work, SolveRoster solve) : IRunExecution
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    public IReadOnlyCollection<RunKind> Kinds => [RunKind.Rota];

    public async Task<Func<WorkScope, RunRow, Task>> ComputeAsync(HeldRun run)
    {
        var request = run.RequestAs<RotaAsked>();
        var period = new Period(request.FirstDay, request.LastDay);
        var loaded = await work.ReadAsync(this, run.GroupingId, async scope =>
        {
            var kept = request.FromRotaId is { } id
                ? await scope.Db.Rotas.AsNoTracking().Include(r => r.Turns).SingleOrDefaultAsync(r => r.Id == id && r.ZoneId == request.ZoneId, run.Stop)
                : null;
            return await LoadedRota.ReadAsync(scope, request.ZoneId, period, kept, run.Stop);
        }, run.Stop);
        using var search = CancellationTokenSource.CreateLinkedTokenSource(run.Stop, run.Cancelled);
        var result = await solve.RunAsync(
            loaded.Problem,
            new RosterOptions { Time = TimeSpan.FromSeconds(request.Seconds) },
            new Watch(run),
            search.Token);
        var pinned = loaded.Problem.Pins.ToDictionary(p => p.Task.Id, p => p.Person.Id, StringComparer.Ordinal);
        var given = result.Roster.Assignments.ToDictionary(a => a.Task.Id, a => a.Person.Id, StringComparer.Ordinal);
        return (scope, row) =>
        {
            var rota = new RotaRow
            {
                ZoneId = loaded.Zone.Id,
                FirstDay = period.Start,
                LastDay = period.End,
                RunId = run.Address.RunId,
                CreatedAt = scope.Now,
                Document = JsonSerializer.Serialize(NotesOf(result), JsonSerializerOptions.Web),
            };
            rota.Turns.AddRange(loaded.Problem.Tasks.Select(t => new RotaTurnRow
            {
                Day = ParisTime.DayOf(t.Parts[0].Start),
                StartsAt = t.Parts[0].Start,
                EndsAt = t.Parts[^1].End,
                ProfessionalId = given.TryGetValue(t.Id, out var who) ? Guid.Parse(who, CultureInfo.InvariantCulture) : null,
                IsPinned = pinned.ContainsKey(t.Id),
            }));
            scope.Db.Rotas.Add(rota);
            row.ResultId = rota.Id;
            return Task.CompletedTask;
        };
    }

    private static RotaNotes NotesOf(RosterResult result) => new(
        [.. result.Levels.Select(l => new RotaLevel(RotaTexts.Of($"rota.aim.{l.Aim}").In(French), l.Value, l.Bound, l.BoundEngine))],
        (int)Math.Ceiling(result.Elapsed.TotalSeconds));

    private sealed class Watch(HeldRun run) : IProgress<RosterProgress>
    {
        public void Report(RosterProgress value) => run.Progress = new RunProgress(
            RotaTexts.Of($"rota.aim.{value.Aim}").In(French), 0, 0,
            value.Score[value.Aim].ToString("N0", French), value.Bound.ToString("N0", French), null, (int)value.Elapsed.TotalSeconds);
    }
}

/// <summary>How good a rota was when it was computed.</summary>
/// <param name="Levels">Its aims, most important first.</param>
/// <param name="Seconds">That it took.</param>
public sealed record RotaNotes(IReadOnlyList<RotaLevel> Levels, int Seconds);

/// <param name="Aim">In words, in French.</param>
/// <param name="Value">Reached; smaller is better.</param>
/// <param name="Bound">What no rota can beat.</param>
/// <param name="ProvenBy">What proved it.</param>
public sealed record RotaLevel(string Aim, long Value, long Bound, string ProvenBy);
