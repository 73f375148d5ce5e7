using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Rosters;
using StaffPool.Domain.Calendar;
using StaffPool.Domain.Rosters;
using StaffPool.Domain.Rules;

namespace StaffPool.Application.Rosters;

/// <summary>Whose turn it is, how turns are shared, and every rule that the rota breaks. A draft is for those who make it.</summary>
[Permits(Role.Administrator, Role.Coordinator, Role.MemberRepresentative, Role.Professional, Role.Auditor)]
public sealed class ReadRota(Work work) : IUseCase<Guid, RotaView>
{
    public Task<RotaView> RunAsync(Guid groupingId, Guid request, CancellationToken stop) =>
        work.ReadAsync(this, groupingId, async scope =>
        {
            var makes = scope.Caller.Is(Role.Administrator, Role.Coordinator, Role.Auditor);
            var row = WorkScope.Found(
                await scope.Db.Rotas.Include(r => r.Turns)
                    .SingleOrDefaultAsync(r => r.Id == request && (makes || r.Status == RotaStatus.Published), stop),
                "not-found.rota");
            var loaded = await LoadedRota.ReadAsync(scope, row.ZoneId, new Period(row.FirstDay, row.LastDay), row, stop);
            var names = await scope.Db.Professionals.Select(p => new { p.Id, p.Name }).ToDictionaryAsync(p => p.Id, p => p.Name, stop);
            var holidays = loaded.Problem.Holidays;
            var turns = row.Turns.OrderBy(t => t.Day).Select(t => new RotaTurn(
                t.Id, t.Version, t.Day, t.StartsAt, t.EndsAt,
                t.ProfessionalId, t.ProfessionalId is { } id ? names[id] : null, t.IsPinned, holidays.Contains(t.Day))).ToList();
            return new RotaView(
                row.Id, row.Version, row.ZoneId, loaded.Zone.Name, row.FirstDay, row.LastDay, row.Status,
                turns,
                [.. loaded.Problem.People.Select(p => ShareOf(p, turns))],
                makes ? RosterChecker.Check(loaded.Problem with { Pins = [] }, RosterOf(row, loaded.Problem)) : [],
                makes ? JsonSerializer.Deserialize<RotaNotes>(row.Document, JsonSerializerOptions.Web)! : null);
        }, stop);

    /// <summary>Who has what, as the rules see it.</summary>
    internal static Roster RosterOf(RotaRow rota, RosterProblem problem)
    {
        var people = problem.People.ToDictionary(p => p.Id, StringComparer.Ordinal);
        var tasks = problem.Tasks.ToDictionary(t => ParisTime.DayOf(t.Parts[0].Start));
        return new Roster(
        [
            .. rota.Turns
                .Where(t => t.ProfessionalId is { } id && people.ContainsKey(id.ToString()) && tasks.ContainsKey(t.Day))
                .Select(t => new RosterAssignment(people[t.ProfessionalId!.Value.ToString()], tasks[t.Day])),
        ]);
    }

    private static RotaShare ShareOf(RosterPerson person, List<RotaTurn> turns)
    {
        var own = turns.Where(t => t.ProfessionalId?.ToString() == person.Id).ToList();
        return new RotaShare(
            person.Name, person.TimePercent, own.Count, own.Count(t => TaskFacts.IsWeekEnd(t.Day)), own.Count(t => t.IsHoliday),
            person.Had.GetValueOrDefault(RosterMeasure.Holidays));
    }
}

/// <param name="Id">The rota.</param>
/// <param name="Version">To send back with a change.</param>
/// <param name="ZoneId">Of which zone.</param>
/// <param name="ZoneName">As shown.</param>
/// <param name="FirstDay">First day.</param>
/// <param name="LastDay">Last day.</param>
/// <param name="Status">Draft, published or replaced.</param>
/// <param name="Turns">By day.</param>
/// <param name="Shares">How turns are shared, by name.</param>
/// <param name="Violations">What it breaks, blocking first; empty for those who do not make it.</param>
/// <param name="Notes">How good it was when computed; null for those who do not make it.</param>
public sealed record RotaView(
    Guid Id, int Version, Guid ZoneId, string ZoneName, DateOnly FirstDay, DateOnly LastDay, RotaStatus Status,
    IReadOnlyList<RotaTurn> Turns, IReadOnlyList<RotaShare> Shares, IReadOnlyList<Violation> Violations, RotaNotes? Notes);

/// <param name="Id">The turn.</param>
/// <param name="Version">To send back with a change.</param>
/// <param name="Day">On which it starts.</param>
/// <param name="StartsAt">UTC.</param>
/// <param name="EndsAt">UTC.</param>
/// <param name="ProfessionalId">Whose turn, or null for nobody's.</param>
/// <param name="ProfessionalName">As shown.</param>
/// <param name="IsPinned">Whether a person decided it.</param>
/// <param name="IsHoliday">Whether it starts on a public holiday.</param>
public sealed record RotaTurn(
    Guid Id, int Version, DateOnly Day, DateTime StartsAt, DateTime EndsAt, Guid? ProfessionalId, string? ProfessionalName, bool IsPinned, bool IsHoliday);

/// <param name="Name">Who.</param>
/// <param name="TimePercent">Of full time: what a fair share is counted on.</param>
/// <param name="Turns">Turns in all.</param>
/// <param name="WeekEnds">Of them on a Saturday or a Sunday.</param>
/// <param name="Holidays">Of them on a public holiday.</param>
/// <param name="HolidaysBefore">Turns on public holidays of the year before.</param>
public sealed record RotaShare(string Name, int TimePercent, int Turns, int WeekEnds, int Holidays, int HolidaysBefore);
