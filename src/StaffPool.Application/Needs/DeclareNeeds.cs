using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Needs;
using StaffPool.Domain.Rules;

namespace StaffPool.Application.Needs;

/// <summary>
/// Replaces the needs of one member in an open campaign by those given; needs left out are withdrawn. The administrator may
/// do it for a member.
/// </summary>
[Permits(Role.Administrator, Role.MemberRepresentative)]
[Limits("own-member", Role.MemberRepresentative)]
public sealed class DeclareNeeds(Work work) : IUseCase<Declaration, DeclarationSaved>
{
    public Task<DeclarationSaved> RunAsync(Guid groupingId, Declaration request, CancellationToken stop) =>
        work.WriteAsync(this, groupingId, scope => WriteAsync(scope, request, stop), stop);

    private static async Task<DeclarationSaved> WriteAsync(WorkScope scope, Declaration request, CancellationToken stop)
    {
        var db = scope.Db;
        DeclarationAccess.Check(scope.Caller, request.MemberId, Role.Administrator);
        var campaign = WorkScope.Found(
            await db.Campaigns.SingleOrDefaultAsync(c => c.Id == request.CampaignId, stop), "not-found.campaign");
        WorkScope.Found(await db.Members.SingleOrDefaultAsync(m => m.Id == request.MemberId, stop), "not-found.member");
        var sites = await db.Sites.Where(s => s.MemberId == request.MemberId).ToDictionaryAsync(s => s.Id, s => s.Name, stop);
        var professions = await db.Professions.ToDictionaryAsync(p => p.Id, p => p.Name, stop);
        var problems = Assess(request, campaign, sites, professions).ToList();
        RefusedException.IfAny(problems);

        var declaration = await db.Declarations
            .SingleOrDefaultAsync(d => d.CampaignId == campaign.Id && d.MemberId == request.MemberId, stop);
        if (declaration is null)
        {
            declaration = new DeclarationRow { CampaignId = campaign.Id, MemberId = request.MemberId, Version = 0 };
            db.Declarations.Add(declaration);
        }

        scope.Expect(declaration, request.Version);
        declaration.Status = request.IsConfirmed ? DeclarationStatus.Confirmed : DeclarationStatus.InProgress;
        declaration.ChangedAt = scope.Now;
        await ReplaceNeedsAsync(scope, request, stop);
        return new DeclarationSaved(request.Version + 1);
    }

    private static async Task ReplaceNeedsAsync(WorkScope scope, Declaration request, CancellationToken stop)
    {
        var left = await scope.Db.Needs
            .Where(n => n.CampaignId == request.CampaignId && n.Site!.MemberId == request.MemberId)
            .ToDictionaryAsync(n => (n.SiteId, n.ProfessionId), stop);
        foreach (var need in request.Needs)
        {
            if (!left.Remove((need.SiteId, need.ProfessionId), out var row))
            {
                row = new NeedRow
                {
                    CampaignId = request.CampaignId, SiteId = need.SiteId, ProfessionId = need.ProfessionId, Amount = need.Amount, Unit = need.Unit,
                };
                scope.Db.Needs.Add(row);
            }

            need.WriteTo(row);
        }

        scope.Db.Needs.RemoveRange(left.Values);
    }

    private static IEnumerable<Violation> Assess(
        Declaration request, CampaignRow campaign, Dictionary<Guid, string> sites, Dictionary<Guid, string> professions)
    {
        if (campaign.Status != CampaignStatus.Open)
        {
            yield return DeclarationTexts.Blocking("declaration.not-open", campaign.OpensOn, campaign.ClosesOn);
        }

        foreach (var (line, need) in request.Needs.Index())
        {
            if (!sites.TryGetValue(need.SiteId, out var site))
            {
                yield return DeclarationTexts.Blocking("declaration.site-not-of-member", line + 1);
            }

            if (!professions.TryGetValue(need.ProfessionId, out var profession))
            {
                yield return DeclarationTexts.Blocking("declaration.unknown-profession", line + 1);
            }

            foreach (var problem in need.Assess(site, profession))
            {
                yield return problem;
            }
        }

        foreach (var twice in request.Needs.GroupBy(n => (n.SiteId, n.ProfessionId)).Where(g => g.Count() > 1))
        {
            yield return DeclarationTexts.Blocking(
                "declaration.twice", sites.GetValueOrDefault(twice.Key.SiteId), professions.GetValueOrDefault(twice.Key.ProfessionId));
        }
    }
}

/// <param name="CampaignId">The campaign.</param>
/// <param name="MemberId">The member.</param>
/// <param name="Version">As read; 0 for a first declaration.</param>
/// <param name="IsConfirmed">Whether the member says that it is done.</param>
/// <param name="Needs">All its needs.</param>
public sealed record Declaration(Guid CampaignId, Guid MemberId, int Version, bool IsConfirmed, IReadOnlyList<DeclaredNeed> Needs);

/// <param name="Version">For the next change.</param>
public sealed record DeclarationSaved(int Version);
