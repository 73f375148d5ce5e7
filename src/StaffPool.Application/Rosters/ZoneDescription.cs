using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Rosters;
using StaffPool.Domain.Rosters.OnCall;
using StaffPool.Domain.Rules;

namespace StaffPool.Application.Rosters;

/// <param name="Name">Unlike that of every other zone.</param>
/// <param name="Duty">How it is served.</param>
/// <param name="Turn">What one person takes at a time.</param>
/// <param name="StartsAt">When a night of duty starts, in Paris.</param>
/// <param name="EndsAt">When it ends; the next day where it is not later.</param>
/// <param name="SiteIds">Sites served, at least one.</param>
/// <param name="ProfessionalIds">Who takes turns, at least one.</param>
public sealed record ZoneDescription(
    string Name, ZoneDuty Duty, ZoneTurn Turn, TimeOnly StartsAt, TimeOnly EndsAt, IReadOnlyList<Guid> SiteIds, IReadOnlyList<Guid> ProfessionalIds)
{
    /// <param name="scope">The grouping.</param>
    /// <param name="except">The zone that is revised, or null.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="RefusedException">With every problem.</exception>
    internal async Task CheckAsync(WorkScope scope, Guid? except, CancellationToken stop)
    {
        var problems = new List<Violation>(TextField.Assess("name", Name));
        if (TextField.Kept(Name) is { } name && await scope.Db.Zones.AnyAsync(z => z.Id != except && z.Name == name, stop))
        {
            problems.Add(RotaTexts.Blocking("zone.name-taken", name));
        }

        if (!Enum.IsDefined(Duty) || !Enum.IsDefined(Turn))
        {
            problems.Add(RotaTexts.Blocking("zone.shape"));
        }

        if (StartsAt == EndsAt)
        {
            problems.Add(RotaTexts.Blocking("zone.times", StartsAt));
        }

        var (sites, people) = (SiteIds.Distinct().ToList(), ProfessionalIds.Distinct().ToList());
        if (sites.Count == 0 || await scope.Db.Sites.CountAsync(s => sites.Contains(s.Id), stop) != sites.Count)
        {
            problems.Add(sites.Count == 0 ? RotaTexts.Blocking("zone.no-site") : UseCaseTexts.Blocking("not-found.site"));
        }

        if (people.Count == 0 || await scope.Db.Professionals.CountAsync(p => people.Contains(p.Id), stop) != people.Count)
        {
            problems.Add(people.Count == 0 ? RotaTexts.Blocking("zone.nobody") : UseCaseTexts.Blocking("not-found.professional"));
        }

        RefusedException.IfAny(problems);
    }

    internal void WriteTo(ZoneRow row)
    {
        (row.Name, row.Duty, row.Turn, row.StartsAt, row.EndsAt) = (Name.Trim(), Duty, Turn, StartsAt, EndsAt);
        row.Sites.RemoveAll(s => !SiteIds.Contains(s.SiteId));
        row.Sites.AddRange(SiteIds.Distinct().Except(row.Sites.Select(s => s.SiteId)).Select(id => new ZoneSiteRow { SiteId = id }));
        row.People.RemoveAll(p => !ProfessionalIds.Contains(p.ProfessionalId));
        row.People.AddRange(ProfessionalIds.Distinct().Except(row.People.Select(p => p.ProfessionalId)).Select(id => new ZonePersonRow { ProfessionalId = id }));
    }
}
