using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Replacements;
using StaffPool.Domain.Rules;

namespace StaffPool.Application.Replacements;

/// <summary>Offers oneself for some days, or says that one cannot work on them; no reason is asked.</summary>
[Permits(Role.Professional)]
[Limits("oneself", Role.Professional)]
public sealed class AddAvailability(Work work) : IUseCase<AvailabilityGiven, Added>
{
    private const int MostDays = 366;

    public Task<Added> RunAsync(Guid groupingId, AvailabilityGiven request, CancellationToken stop) =>
        work.WriteAsync(this, groupingId, scope => WriteAsync(scope, request, stop), stop);

    private static async Task<Added> WriteAsync(WorkScope scope, AvailabilityGiven request, CancellationToken stop)
    {
        if (!scope.Caller.Professionals.Contains(request.ProfessionalId))
        {
            throw RefusedException.Of(Refusal.NotFound, UseCaseTexts.Of("not-found.professional"));
        }

        await scope.TakeTurnAsync(stop);
        var others = await scope.Db.Availabilities.AsNoTracking()
            .Where(a => a.ProfessionalId == request.ProfessionalId && a.FirstDay <= request.LastDay && a.LastDay >= request.FirstDay)
            .ToListAsync(stop);
        RefusedException.IfAny([.. Assess(scope, request), .. others.Select(o => CoverTexts.Blocking("availability.overlap", o.FirstDay, o.LastDay))]);
        var row = new AvailabilityRow
        {
            ProfessionalId = request.ProfessionalId, FirstDay = request.FirstDay, LastDay = request.LastDay, Kind = request.Kind,
        };
        scope.Db.Availabilities.Add(row);
        scope.Subject = row.Id;
        return new Added(row.Id);
    }

    private static IEnumerable<Violation> Assess(WorkScope scope, AvailabilityGiven request)
    {
        if (request.LastDay < request.FirstDay || request.LastDay < scope.Today || request.LastDay.DayNumber - request.FirstDay.DayNumber > MostDays
            || !Enum.IsDefined(request.Kind))
        {
            yield return CoverTexts.Blocking("availability.days");
        }
    }
}

/// <param name="ProfessionalId">Who.</param>
/// <param name="FirstDay">First day.</param>
/// <param name="LastDay">Last day.</param>
/// <param name="Kind">Offered, or not available.</param>
public sealed record AvailabilityGiven(Guid ProfessionalId, DateOnly FirstDay, DateOnly LastDay, AvailabilityKind Kind);
