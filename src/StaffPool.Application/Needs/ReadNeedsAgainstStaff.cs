using StaffPool.Application.Scenarios;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Domain.Calendar;
using StaffPool.Domain.Members;
using StaffPool.Domain.Planning;
using StaffPool.Domain.Texts;
using StaffPool.Domain.Workforce;

namespace StaffPool.Application.Needs;

/// <summary>
/// What the members ask for in the period of a campaign, beside what the staff can give: per profession, and per site. All
/// see the sums; only those who see the whole grouping see whose figures they are made of.
/// </summary>
[Permits(Role.Administrator, Role.MemberRepresentative, Role.Coordinator, Role.Auditor, Role.Funder)]
[Limits("sums-and-own-sites", Role.MemberRepresentative)]
[Limits("sums-only", Role.Funder)]
public sealed class ReadNeedsAgainstStaff(Work work, GroupingLoader loader) : IUseCase<CampaignAsked, NeedsAgainstStaff>
{
    public Task<NeedsAgainstStaff> RunAsync(Guid groupingId, CampaignAsked request, CancellationToken stop) =>
        work.ReadAsync(this, groupingId, scope => ReadAsync(scope, request, stop), stop);

    private async Task<NeedsAgainstStaff> ReadAsync(WorkScope scope, CampaignAsked request, CancellationToken stop)
    {
        var campaign = await CampaignAccess.FindOrLatestAsync(scope, request.CampaignId, stop);
        var loaded = await loader.LoadAsync(scope, campaign.Id, null, stop);
        var period = new Period(campaign.PeriodStart, campaign.PeriodEnd);
        var demands = CampaignDemands.Of(loaded.Scenario);
        var seesAll = scope.Caller.Is(Role.Administrator, Role.Coordinator, Role.Auditor);
        var own = scope.Caller.MembersAs(Role.MemberRepresentative);
        var codes = loaded.Rows.Sites.Where(s => seesAll || own.Contains(s.MemberId)).Select(s => s.Code).ToHashSet(StringComparer.Ordinal);
        return new NeedsAgainstStaff(
            campaign.Id,
            campaign.PeriodStart,
            campaign.PeriodEnd,
            [.. loaded.Scenario.Grouping.Professions.Select(p => OfProfession(loaded.Scenario.Grouping, demands, period, p, seesAll))],
            [.. demands.Where(d => codes.Contains(d.Need.Site.Id)).OrderBy(d => d.Need.Site.Name, StringComparer.Ordinal).Select(d => new SiteNeed(
                d.Need.Site.Id, d.Need.Site.Name, d.Need.Site.Member.Name, d.Need.Profession.Id, d.Need.Profession.Name,
                d.HalfDays, d.Need.IsPriority, d.Trace))]);
    }

    private static ProfessionBalance OfProfession(
        Grouping grouping, IReadOnlyList<Demand> demands, Period period, Profession profession, bool seesAll)
    {
        var people = grouping.Professionals.Where(p => p.Profession == profession).ToList();
        return new ProfessionBalance(
            profession.Id,
            profession.Name,
            demands.Where(d => d.Need.Profession == profession).Sum(d => d.HalfDays),
            people.Sum(p => p.CapacityIn(period)),
            people.Count,
            people.Sum(p => p.FullTimeEquivalent),
            seesAll ? [.. people.Select(p => CapacityOf(p, period))] : []);
    }

    private static Text CapacityOf(Professional p, Period period) => CampaignTexts.Of(
        "capacity", p.Name, p.FullTimeEquivalent, p.WorkingTime.HalfDaysPerYear, period.YearFraction * 12, p.ReservedHalfDaysPerYear,
        p.CapacityIn(period));
}

/// <param name="CampaignId">The campaign.</param>
/// <param name="PeriodStart">First day.</param>
/// <param name="PeriodEnd">Last day.</param>
/// <param name="Professions">Every profession of the grouping.</param>
/// <param name="Sites">Needs site by site; those of the reader's own member, or none, where the others are not theirs to see.</param>
public sealed record NeedsAgainstStaff(
    Guid CampaignId, DateOnly PeriodStart, DateOnly PeriodEnd, IReadOnlyList<ProfessionBalance> Professions, IReadOnlyList<SiteNeed> Sites)
{
    public int Asked => Professions.Sum(p => p.Asked);

    public int Capacity => Professions.Sum(p => p.Capacity);
}

/// <param name="Code">Identifier of the profession.</param>
/// <param name="Name">As shown.</param>
/// <param name="Asked">Half-days asked in the period.</param>
/// <param name="Capacity">Half-days that the staff can give in the period.</param>
/// <param name="Professionals">How many.</param>
/// <param name="FullTimeEquivalents">Sum of their shared time.</param>
/// <param name="Trace">One sentence per professional; none where the reader may not know them.</param>
public sealed record ProfessionBalance(
    string Code, string Name, int Asked, int Capacity, int Professionals, decimal FullTimeEquivalents, IReadOnlyList<Text> Trace)
{
    /// <summary>Half-days left over, or missing where it is negative.</summary>
    public int Gap => Capacity - Asked;
}

/// <param name="SiteCode">Identifier of the site.</param>
/// <param name="SiteName">As shown.</param>
/// <param name="MemberName">Whose site it is.</param>
/// <param name="ProfessionCode">Identifier of the profession.</param>
/// <param name="ProfessionName">As shown.</param>
/// <param name="HalfDays">Asked in the period.</param>
/// <param name="IsPriority">Served before the others.</param>
/// <param name="Trace">How the declared quantity became half-days.</param>
public sealed record SiteNeed(
    string SiteCode, string SiteName, string MemberName, string ProfessionCode, string ProfessionName, int HalfDays, bool IsPriority, IReadOnlyList<Text> Trace);
