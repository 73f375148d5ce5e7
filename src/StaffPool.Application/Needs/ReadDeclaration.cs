using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Needs;
using StaffPool.Domain.Calendar;
using StaffPool.Domain.Needs;

namespace StaffPool.Application.Needs;

/// <summary>What a member declares in a campaign, with the sites and professions that it can choose from.</summary>
[Permits(Role.Administrator, Role.MemberRepresentative, Role.Auditor)]
[Limits("own-member", Role.MemberRepresentative)]
public sealed class ReadDeclaration(Work work, NeedConversions conversions) : IUseCase<DeclarationOfMember, DeclarationView>
{
    public Task<DeclarationView> RunAsync(Guid groupingId, DeclarationOfMember request, CancellationToken stop) =>
        work.ReadAsync(this, groupingId, scope => ReadAsync(scope, request, stop), stop);

    private async Task<DeclarationView> ReadAsync(WorkScope scope, DeclarationOfMember request, CancellationToken stop)
    {
        var db = scope.Db;
        DeclarationAccess.Check(scope.Caller, request.MemberId, Role.Administrator, Role.Auditor);
        var campaign = await CampaignAccess.FindOrLatestAsync(scope, request.CampaignId, stop);
        var member = WorkScope.Found(await db.Members.SingleOrDefaultAsync(m => m.Id == request.MemberId, stop), "not-found.member");
        var declaration = await db.Declarations.SingleOrDefaultAsync(d => d.CampaignId == campaign.Id && d.MemberId == member.Id, stop);
        var needs = await db.Needs
            .Where(n => n.CampaignId == campaign.Id && n.Site!.MemberId == member.Id)
            .OrderBy(n => n.Site!.Name).ThenBy(n => n.Profession!.Name)
            .Select(n => new
            {
                Need = new DeclaredNeed(n.SiteId, n.ProfessionId, n.Amount, n.Unit, n.EveryWeeks, n.IsPriority, n.AcceptsSmallBlocks),
                n.Site!.OpeningDaysPerYear,
                n.Site.OpeningDaysPerWeek,
            })
            .ToListAsync(stop);
        var period = new Period(campaign.PeriodStart, campaign.PeriodEnd);
        var conversion = await conversions.OnAsync(scope, period.Start, stop);
        return new DeclarationView(
            campaign.Id,
            campaign.PeriodStart,
            campaign.PeriodEnd,
            campaign.OpensOn,
            campaign.ClosesOn,
            campaign.Status == CampaignStatus.Open,
            member.Id,
            member.Name,
            declaration?.Status ?? DeclarationStatus.CarriedOver,
            declaration?.Version ?? 0,
            await db.Sites.Where(s => s.MemberId == member.Id).OrderBy(s => s.Name).Select(s => new Choice(s.Id, s.Name)).ToListAsync(stop),
            await db.Professions.OrderBy(p => p.Name).Select(p => new Choice(p.Id, p.Name)).ToListAsync(stop),
            [.. needs.Select(n => n.Need)],
            conversion is null ? null : [.. needs.Select(n => CountedNeed.Of(
                conversion, period, new NeedQuantity(n.Need.Amount, n.Need.Unit, n.Need.EveryWeeks),
                new OpeningCalendar(n.OpeningDaysPerYear, n.OpeningDaysPerWeek)))]);
    }
}

/// <param name="CampaignId">The campaign.</param>
/// <param name="MemberId">The member.</param>
public sealed record DeclarationOfMember(Guid CampaignId, Guid MemberId);

/// <summary>
/// A declaration and what can be chosen in it. Its version is to be sent back with a change; it is 0 while nothing was
/// declared. Its half-days stand in the order of its needs; they are null while the agreement
/// cannot be read.
/// </summary>
public sealed record DeclarationView(
    Guid CampaignId,
    DateOnly PeriodStart,
    DateOnly PeriodEnd,
    DateOnly OpensOn,
    DateOnly ClosesOn,
    bool IsOpen,
    Guid MemberId,
    string MemberName,
    DeclarationStatus Status,
    int Version,
    IReadOnlyList<Choice> Sites,
    IReadOnlyList<Choice> Professions,
    IReadOnlyList<DeclaredNeed> Needs,
    IReadOnlyList<CountedNeed>? HalfDays);

/// <summary>Something that can be chosen, by its name.</summary>
public sealed record Choice(Guid Id, string Name);
