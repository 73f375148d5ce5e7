using Microsoft.EntityFrameworkCore;
using StaffPool.Application.Scenarios;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Needs;
using StaffPool.Domain.Calendar;
using StaffPool.Domain.Needs;
using StaffPool.Domain.Texts;

namespace StaffPool.Application.Needs;

/// <summary>How far a campaign is: what each member declared, in half-days, beside what it declared the time before.</summary>
[Permits(Role.Administrator, Role.Coordinator, Role.Auditor)]
public sealed class FollowCampaign(Work work, GroupingLoader loader) : IUseCase<CampaignAsked, CampaignProgress>
{
    public Task<CampaignProgress> RunAsync(Guid groupingId, CampaignAsked request, CancellationToken stop) =>
        work.ReadAsync(this, groupingId, scope => ReadAsync(scope, request, stop), stop);

    private async Task<CampaignProgress> ReadAsync(WorkScope scope, CampaignAsked request, CancellationToken stop)
    {
        var campaign = await CampaignAccess.FindOrLatestAsync(scope, request.CampaignId, stop);
        var loaded = await loader.LoadAsync(scope, campaign.Id, null, stop);
        var declarations = await scope.Db.Declarations.Where(d => d.CampaignId == campaign.Id).ToDictionaryAsync(d => d.MemberId, stop);
        var conversion = NeedConversions.Of(loaded.Scenario.Grouping.Agreement, campaign.PeriodStart);
        var former = await FormerAsync(scope, campaign, conversion, stop);
        var demands = CampaignDemands.Of(loaded.Scenario).ToLookup(d => d.Need.Site.Member.Id, StringComparer.Ordinal);
        var members = loaded.Rows.Members.OrderBy(m => m.Name, StringComparer.Ordinal).Select(m =>
        {
            var declaration = declarations.GetValueOrDefault(m.Id);
            var own = demands[m.Code].ToList();
            return new MemberProgress(
                m.Id, m.Name, declaration?.Status, declaration?.ChangedAt, own.Count,
                own.Sum(d => conversion.PerYear(d.Need.Quantity, d.Need.Site.Opening).Value),
                own.Sum(d => d.HalfDays),
                former is null ? null : former.GetValueOrDefault(m.Id),
                [.. own.Select(d => CampaignTexts.Of("follow.need", d.Need.Site.Name, d.Need.Profession.Name, d.Trace[^1]))]);
        });
        return new CampaignProgress(
            new CampaignView(
                campaign.Id, campaign.Version, campaign.PeriodStart, campaign.PeriodEnd, campaign.OpensOn, campaign.ClosesOn, campaign.Status),
            [.. members]);
    }

    private static async Task<Dictionary<Guid, int>?> FormerAsync(
        WorkScope scope, CampaignRow campaign, NeedConversion conversion, CancellationToken stop)
    {
        var former = await scope.Db.Campaigns
            .Where(c => c.PeriodStart < campaign.PeriodStart).OrderByDescending(c => c.PeriodStart).FirstOrDefaultAsync(stop);
        if (former is null)
        {
            return null;
        }

        var needs = await scope.Db.Needs
            .Where(n => n.CampaignId == former.Id)
            .Select(n => new { n.Site!.MemberId, n.Amount, n.Unit, n.EveryWeeks, n.Site.OpeningDaysPerYear, n.Site.OpeningDaysPerWeek })
            .ToListAsync(stop);
        return needs.GroupBy(n => n.MemberId).ToDictionary(
            g => g.Key,
            g => g.Sum(n => conversion.PerYear(
                new NeedQuantity(n.Amount, n.Unit, n.EveryWeeks), new OpeningCalendar(n.OpeningDaysPerYear, n.OpeningDaysPerWeek)).Value));
    }
}

/// <param name="CampaignId">Which; null for the latest.</param>
public sealed record CampaignAsked(Guid? CampaignId);

public sealed record CampaignProgress(CampaignView Campaign, IReadOnlyList<MemberProgress> Members);

/// <param name="MemberId">The member.</param>
/// <param name="Name">As shown.</param>
/// <param name="Status">Null where the member has said nothing and nothing was carried over.</param>
/// <param name="ChangedAt">Last change, UTC; null where there was none.</param>
/// <param name="Needs">How many.</param>
/// <param name="PerYear">Half-days a year, as declared.</param>
/// <param name="InPeriod">Half-days of the period; never less than what the law imposes.</param>
/// <param name="FormerPerYear">Half-days a year in the campaign before; null where there was none.</param>
/// <param name="Trace">One sentence per need: how it became half-days of the period.</param>
public sealed record MemberProgress(
    Guid MemberId,
    string Name,
    DeclarationStatus? Status,
    DateTime? ChangedAt,
    int Needs,
    int PerYear,
    int InPeriod,
    int? FormerPerYear,
    IReadOnlyList<Text> Trace)
{
    /// <summary>Half-days a year more than the time before; null where there is nothing to compare with.</summary>
    public int? Change => FormerPerYear is { } former ? PerYear - former : null;
}
