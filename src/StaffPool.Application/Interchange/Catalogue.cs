using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Application.Workforce;
using StaffPool.Data;
using StaffPool.Data.Access;
using StaffPool.Data.Members;
using StaffPool.Data.Needs;
using StaffPool.Data.Planning;
using StaffPool.Data.Workforce;
using StaffPool.Domain.Workforce;

namespace StaffPool.Application.Interchange;

/// <summary>The rows of a grouping that tables read and write, in memory: a file of ten thousand lines asks the database once.</summary>
internal sealed class Catalogue
{
    private readonly Dictionary<(Guid Campaign, Guid Member), DeclarationRow> declarations = [];

    private Catalogue(WorkScope scope) => (Scope, Db) = (scope, scope.Db);

    public WorkScope Scope { get; }

    public StaffPoolContext Db { get; }

    public required NamedRows<MemberRow> Members { get; init; }

    public required NamedRows<SiteRow> Sites { get; init; }

    public required NamedRows<ProfessionRow> Professions { get; init; }

    public required NamedRows<ProfessionalRow> Professionals { get; init; }

    public required IReadOnlySet<string> WorkingTimes { get; init; }

    /// <summary>Latest first; without those that the caller does not see.</summary>
    public required IReadOnlyList<CampaignRow> Campaigns { get; init; }

    public required IReadOnlyList<NeedRow> Needs { get; init; }

    public required IReadOnlyList<DeclarationRow> Declarations
    {
        init => declarations = value.ToDictionary(d => (d.CampaignId, d.MemberId));
    }

    public required IReadOnlyList<WorkDoneRow> WorkDone { get; init; }

    public bool IsAdministrator => Scope.Caller.Is(Role.Administrator);

    /// <summary>Whether the caller reads what is every member's.</summary>
    public bool SeesAll => Scope.Caller.Is(Role.Administrator, Role.Auditor);

    public KnownToStaff KnownToStaff => new(
        id => Professions.ById(id) is not null, Members.ById, id => Sites.ById(id) is not null, WorkingTimes);

    public IEnumerable<string> WorkingTimeCodes => WorkingTimeRuleSet.Known.Select(t => t.Id).Concat(WorkingTimes);

    /// <summary>Whether the caller acts for a member.</summary>
    public bool IsOwn(Guid memberId) => Scope.Caller.MembersAs(Role.MemberRepresentative).Contains(memberId);

    /// <summary>A need of a member changes: what it declares is no longer what it confirmed.</summary>
    public void Declares(Guid campaignId, Guid memberId)
    {
        if (!declarations.TryGetValue((campaignId, memberId), out var declaration))
        {
            declaration = new DeclarationRow { CampaignId = campaignId, MemberId = memberId };
            declarations.Add((campaignId, memberId), declaration);
            Db.Declarations.Add(declaration);
        }

        (declaration.Status, declaration.ChangedAt) = (DeclarationStatus.InProgress, Scope.Now);
    }

    /// <param name="scope">The grouping; its rows are followed, so that what changes in them is saved where the scope writes.</param>
    /// <param name="stop">Gives up.</param>
    public static async Task<Catalogue> LoadAsync(WorkScope scope, CancellationToken stop)
    {
        var db = scope.Db;
        var seesDrafts = scope.Caller.Is(Role.Administrator, Role.Auditor);
        return new Catalogue(scope)
        {
            Members = new(await db.Members.AsTracking().OrderBy(m => m.Name).ToListAsync(stop), m => m.Code, m => m.Name),
            Sites = new(await db.Sites.AsTracking().OrderBy(s => s.Name).ToListAsync(stop), s => s.Code, s => s.Name),
            Professions = new(await db.Professions.AsTracking().OrderBy(p => p.Name).ToListAsync(stop), p => p.Code, p => p.Name),
            Professionals = new(await db.Professionals.AsTracking().OrderBy(p => p.Name).ToListAsync(stop), p => p.Code, p => p.Name),
            WorkingTimes = await db.WorkingTimes.Select(t => t.Code).ToHashSetAsync(stop),
            Campaigns = await db.Campaigns.AsNoTracking()
                .Where(c => seesDrafts || c.Status != CampaignStatus.Draft).OrderByDescending(c => c.PeriodStart).ToListAsync(stop),
            Needs = await db.Needs.AsTracking().ToListAsync(stop),
            Declarations = await db.Declarations.AsTracking().ToListAsync(stop),
            WorkDone = await db.WorkDone.AsTracking().ToListAsync(stop),
        };
    }
}
