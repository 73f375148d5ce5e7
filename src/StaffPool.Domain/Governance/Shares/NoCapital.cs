using StaffPool.Domain.Calculations;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Governance.Shares;

/// <summary>
/// No share and no capital, yet rights that debts and quorum follow: places (GCSMS des 9 cantons), or the share of
/// the running costs (CASF R.312-194-11).
/// </summary>
/// <param name="RightsFrom">What the rights follow.</param>
public sealed record NoCapital(SharePolicy RightsFrom) : SharePolicy
{
    public override Traced<ShareTable> Count(RightsFacts facts, DateOnly day)
    {
        var rights = RightsFrom.Count(facts, day);
        return new(rights.Value with { HasCapital = false }, [ShareTexts.Of("shares.no-capital"), .. rights.Trace]);
    }

    public override IEnumerable<Violation> Assess(RightsFacts facts, DateOnly day) => RightsFrom.Assess(facts, day);
}
