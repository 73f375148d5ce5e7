using StaffPool.Data.Needs;
using StaffPool.Domain.Rules;

namespace StaffPool.Application.Needs;

/// <param name="PeriodStart">First day that the needs are for.</param>
/// <param name="PeriodEnd">Last day.</param>
/// <param name="OpensOn">First day on which members declare.</param>
/// <param name="ClosesOn">Last day.</param>
public sealed record CampaignDates(DateOnly PeriodStart, DateOnly PeriodEnd, DateOnly OpensOn, DateOnly ClosesOn)
{
    private const int MostDays = 366;

    // A slip of the keyboard beyond.
    private static readonly (DateOnly First, DateOnly Last) Years = (new(2000, 1, 1), new(2099, 12, 31));

    /// <param name="others">The other campaigns.</param>
    internal IEnumerable<Violation> Assess(IEnumerable<CampaignRow> others)
    {
        foreach (var day in new[] { PeriodStart, PeriodEnd, OpensOn, ClosesOn }.Distinct().Where(d => d < Years.First || d > Years.Last))
        {
            yield return CampaignTexts.Blocking("campaign.year", day, Years.First, Years.Last);
        }

        if (PeriodEnd < PeriodStart)
        {
            yield return CampaignTexts.Blocking("campaign.period-reversed", PeriodStart, PeriodEnd);
        }
        else if (PeriodEnd.DayNumber - PeriodStart.DayNumber >= MostDays)
        {
            yield return CampaignTexts.Blocking("campaign.period-long", PeriodStart, PeriodEnd);
        }

        if (ClosesOn < OpensOn)
        {
            yield return CampaignTexts.Blocking("campaign.dates-reversed", OpensOn, ClosesOn);
        }

        if (ClosesOn > PeriodEnd)
        {
            yield return CampaignTexts.Blocking("campaign.closes-late", ClosesOn, PeriodEnd);
        }

        foreach (var other in others.Where(c => c.PeriodStart <= PeriodEnd && PeriodStart <= c.PeriodEnd))
        {
            yield return CampaignTexts.Blocking("campaign.overlap", other.PeriodStart, other.PeriodEnd);
        }
    }

    internal void WriteTo(CampaignRow row) =>
        (row.PeriodStart, row.PeriodEnd, row.OpensOn, row.ClosesOn) = (PeriodStart, PeriodEnd, OpensOn, ClosesOn);
}
