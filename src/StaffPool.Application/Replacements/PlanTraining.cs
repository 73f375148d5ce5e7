using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Application.Workforce;
using StaffPool.Data.Access;
using StaffPool.Data.Planning;
using StaffPool.Domain.Replacements;
using StaffPool.Domain.Rules;

namespace StaffPool.Application.Replacements;

/// <summary>Plans a block of training for somebody: half-days in their calendar, on which nobody asks them to replace.</summary>
[Permits(Role.Administrator, Role.Coordinator, Role.MemberRepresentative)]
[Limits("own-people", Role.MemberRepresentative)]
public sealed class PlanTraining(Work work, PoolLoader pools) : IUseCase<Training, TrainingPlanned>
{
    private const int MostDays = 92;

    public Task<TrainingPlanned> RunAsync(Guid groupingId, Training request, CancellationToken stop) =>
        work.WriteAsync(this, groupingId, scope => WriteAsync(scope, request, stop), stop);

    private async Task<TrainingPlanned> WriteAsync(WorkScope scope, Training request, CancellationToken stop)
    {
        await scope.TakeTurnAsync(stop);
        var professional = WorkScope.Found(
            await scope.Db.Professionals.SingleOrDefaultAsync(p => p.Id == request.ProfessionalId, stop), "not-found.professional");
        PeopleAccess.CheckPool(scope.Caller, professional);
        RefusedException.IfAny([.. TextField.Assess("training", request.Title), .. Assess(scope, request)]);
        var siteId = request.SiteId ?? professional.BaseId;
        WorkScope.Found(await scope.Db.Sites.SingleOrDefaultAsync(s => s.Id == siteId, stop), "not-found.site");
        var loaded = await pools.GroupingAsync(scope, stop);
        var pool = await PoolLoader.LoadAsync(scope, loaded, new PoolAsked([professional.ProfessionId], siteId, request.FirstDay, request.LastDay), stop);
        var site = pool.Sites[siteId];
        var person = pool.Pool.Find(professional.Code)!;
        var duties = TrainingBlock.DutiesOf(request.FirstDay, request.LastDay, request.Mornings, request.Afternoons, site.Opening.Holidays);
        if (duties.Count == 0)
        {
            throw RefusedException.Of(Refusal.Invalid, CoverTexts.Of("training.days", MostDays));
        }

        RefusedException.IfAny(TrainingBlock.Assess(
            pool.Pool, person, new CoverNeed { Id = site.Id, Site = site, Professions = [person.Professional.Profession], Duties = duties }));
        scope.Db.Bookings.AddRange(duties.Select(d => new BookingRow
        {
            ProfessionalId = professional.Id, Day = d.Day, Part = (DayPart)d.Part, SiteId = siteId, Training = request.Title.Trim(), BookedBy = scope.Caller.Name,
        }));
        scope.Subject = professional.Id;
        scope.WhenTaken = _ => Task.FromResult(CoverTexts.Of("training.taken"));
        return new TrainingPlanned(duties.Count);
    }

    private static IEnumerable<Violation> Assess(WorkScope scope, Training request)
    {
        if (request.LastDay < request.FirstDay || request.FirstDay < scope.Today || request.LastDay.DayNumber - request.FirstDay.DayNumber > MostDays
            || !(request.Mornings || request.Afternoons))
        {
            yield return CoverTexts.Blocking("training.days", MostDays);
        }
    }
}

/// <param name="ProfessionalId">Who learns.</param>
/// <param name="Title">What.</param>
/// <param name="FirstDay">First day, not before today.</param>
/// <param name="LastDay">Last day.</param>
/// <param name="Mornings">Whether mornings are of it.</param>
/// <param name="Afternoons">Whether afternoons are of it.</param>
/// <param name="SiteId">Where; null for their base.</param>
public sealed record Training(Guid ProfessionalId, string Title, DateOnly FirstDay, DateOnly LastDay, bool Mornings, bool Afternoons, Guid? SiteId = null);

/// <param name="HalfDays">Half-days that it takes.</param>
public sealed record TrainingPlanned(int HalfDays);
