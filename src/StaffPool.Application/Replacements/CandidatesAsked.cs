using Microsoft.EntityFrameworkCore;
using StaffPool.Application.Scenarios;
using StaffPool.Application.UseCases;
using StaffPool.Data.Planning;
using StaffPool.Domain.Replacements;

namespace StaffPool.Application.Replacements;

/// <summary>What is to be covered on one site.</summary>
/// <param name="SiteId">Where.</param>
/// <param name="AbsenceId">Absence that leaves it open; null where nobody was there before.</param>
/// <param name="ProfessionIds">Professions accepted, the best first; empty for that of who is away.</param>
/// <param name="Duties">Half-days; empty for all those that the absence leaves open there.</param>
/// <param name="IsSeconded">Whether somebody experienced will be there too.</param>
public sealed record CandidatesAsked(
    Guid SiteId, Guid? AbsenceId, IReadOnlyList<Guid> ProfessionIds, IReadOnlyList<AskedDuty> Duties, bool IsSeconded)
{
    // A year of half-days: more is no replacement but a post.
    private const int MostDuties = 460;

    /// <exception cref="RefusedException">Something does not exist, or nothing is to be covered.</exception>
    internal async Task<ResolvedNeed> ResolveAsync(WorkScope scope, LoadedGrouping loaded, CancellationToken stop)
    {
        var row = WorkScope.Found(loaded.Rows.Sites.SingleOrDefault(s => s.Id == SiteId), "not-found.site");
        var site = loaded.Scenario.Grouping.Sites.Single(s => s.Id == row.Code);
        var absence = AbsenceId is null
            ? null
            : WorkScope.Found(await scope.Db.Absences.AsNoTracking().SingleOrDefaultAsync(a => a.Id == AbsenceId, stop), "not-found.absence");
        var away = absence is null ? null : loaded.Rows.Professionals.Single(p => p.Id == absence.ProfessionalId);
        IReadOnlyList<Guid> professionIds = ProfessionIds.Count > 0 ? [.. ProfessionIds.Distinct()] : away is null ? [] : [away.ProfessionId];
        var professions = professionIds
            .Select(id => WorkScope.Found(loaded.Rows.Professions.SingleOrDefault(p => p.Id == id), "not-found.profession").Code)
            .Select(code => loaded.Scenario.Grouping.Professions.Single(p => p.Id == code))
            .ToList();
        var duties = Duties.Count > 0 || absence is null
            ? Duties
            : await scope.Db.ServedHalfDays.AsNoTracking()
                .Where(b => b.ProfessionalId == absence.ProfessionalId && b.SiteId == SiteId && b.Day >= absence.FirstDay && b.Day <= absence.LastDay)
                .Select(b => new AskedDuty(b.Day, b.Part))
                .ToListAsync(stop);
        var span = absence is null ? (DutySpan?)null : SpanOf(absence.FirstDay, absence.FirstPart, absence.LastDay, absence.LastPart);
        var demand = professions.Count == 0
            ? null
            : loaded.Scenario.Grouping.Needs.SingleOrDefault(n => n.Site == site && n.Profession == professions[0]);
        var need = new CoverNeed
        {
            Id = site.Id,
            Site = site,
            Professions = professions,
            Qualifications = demand?.RequiredQualifications ?? [],
            Duties = [.. duties.Select(d => d.ToDuty()).Where(d => Duties.Count > 0 || span is null || span.Value.Contains(d)).Order()],
            Absent = away is null ? null : loaded.Scenario.Grouping.Professionals.Single(p => p.Id == away.Code),
            IsSeconded = IsSeconded,
            IsUrgent = demand is { IsPriority: true } or { LegalMinimum: not null },
        };
        RefusedException.IfAny(need.Duties.Count > MostDuties ? [CoverTexts.Blocking("cover.too-many", MostDuties)] : need.Assess());
        return new ResolvedNeed(need, professionIds, absence?.Id, absence?.ProfessionalId);
    }

    internal static DutySpan SpanOf(DateOnly firstDay, DayPart firstPart, DateOnly lastDay, DayPart lastPart) =>
        new(new Duty(firstDay, (DutyPart)firstPart), new Duty(lastDay, (DutyPart)lastPart));
}

/// <param name="Day">Day; that on which it starts, of a night.</param>
/// <param name="Part">Which part of it.</param>
public sealed record AskedDuty(DateOnly Day, DayPart Part)
{
    internal Duty ToDuty() => new(Day, (DutyPart)Part);

    internal static AskedDuty Of(Duty duty) => new(duty.Day, (DayPart)duty.Part);
}

/// <param name="Need">For the domain.</param>
/// <param name="ProfessionIds">Rows of its professions.</param>
/// <param name="AbsenceId">What left it open, or null.</param>
/// <param name="AbsentId">Row of who is away, or null.</param>
internal sealed record ResolvedNeed(CoverNeed Need, IReadOnlyList<Guid> ProfessionIds, Guid? AbsenceId, Guid? AbsentId)
{
    public PoolAsked Asked(Guid siteId) => new(ProfessionIds, siteId, Need.Duties[0].Day, Need.Duties[^1].Day);
}
