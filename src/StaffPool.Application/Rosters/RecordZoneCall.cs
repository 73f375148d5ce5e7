using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Rosters;
using StaffPool.Domain.Rules;

namespace StaffPool.Application.Rosters;

/// <summary>Notes a call to whoever was on duty. Nothing is said of the resident it was about.</summary>
[Permits(Role.Administrator, Role.Coordinator, Role.Professional)]
[Limits("oneself", Role.Professional)]
public sealed class RecordZoneCall(Work work) : IUseCase<ZoneCall, Added>
{
    private const int MostMinutes = 24 * 60;

    public Task<Added> RunAsync(Guid groupingId, ZoneCall request, CancellationToken stop) =>
        work.WriteAsync(this, groupingId, async scope =>
        {
            if (!scope.Caller.Is(Role.Administrator, Role.Coordinator) && !scope.Caller.Professionals.Contains(request.ProfessionalId))
            {
                throw RefusedException.Of(Refusal.NotPermitted, RotaTexts.Of("call.not-yours"));
            }

            RefusedException.IfAny([.. await ProblemsAsync(scope, request, stop)]);
            var row = new ZoneCallRow
            {
                ZoneId = request.ZoneId,
                SiteId = request.SiteId,
                ProfessionalId = request.ProfessionalId,
                At = ParisTime.At(request.Day, request.Time),
                Outcome = request.Outcome,
                Minutes = request.Minutes,
                TravelMinutes = request.TravelMinutes,
                AvoidedHospitalisation = request.AvoidedHospitalisation,
                RecordedBy = scope.Caller.Name,
            };
            scope.Db.ZoneCalls.Add(row);
            scope.Subject = row.Id;
            return new Added(row.Id);
        }, stop);

    private static async Task<List<Violation>> ProblemsAsync(WorkScope scope, ZoneCall request, CancellationToken stop)
    {
        var problems = new List<Violation>();
        if (!await scope.Db.ZoneSites.AnyAsync(s => s.ZoneId == request.ZoneId && s.SiteId == request.SiteId, stop))
        {
            problems.Add(RotaTexts.Blocking("call.site"));
        }

        if (!await scope.Db.ZonePeople.AnyAsync(p => p.ZoneId == request.ZoneId && p.ProfessionalId == request.ProfessionalId, stop))
        {
            problems.Add(RotaTexts.Blocking("rota.not-in-zone"));
        }

        if (!Enum.IsDefined(request.Outcome))
        {
            problems.Add(RotaTexts.Blocking("call.outcome"));
        }

        if (request.Minutes is < 0 or > MostMinutes || request.TravelMinutes is < 0 or > MostMinutes)
        {
            problems.Add(RotaTexts.Blocking("call.minutes", MostMinutes));
        }

        if (request.Day.Year < 2000 || ParisTime.At(request.Day, request.Time) > scope.Now)
        {
            problems.Add(RotaTexts.Blocking("call.later", request.Day));
        }

        return problems;
    }
}

/// <param name="ZoneId">In which zone.</param>
/// <param name="SiteId">Which of its sites called.</param>
/// <param name="ProfessionalId">Who was on duty.</param>
/// <param name="Day">Day of the call, in Paris.</param>
/// <param name="Time">Time of the call, in Paris.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Minutes">At work, on the telephone or on the site; at most a day.</param>
/// <param name="TravelMinutes">On the road, there and back.</param>
/// <param name="AvoidedHospitalisation">As the site declares it.</param>
public sealed record ZoneCall(
    Guid ZoneId, Guid SiteId, Guid ProfessionalId, DateOnly Day, TimeOnly Time, ZoneCallOutcome Outcome, int Minutes, int TravelMinutes, bool AvoidedHospitalisation);
