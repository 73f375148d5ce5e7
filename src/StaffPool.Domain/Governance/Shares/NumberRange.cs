using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Governance.Shares;

/// <summary>Numbers of consecutive shares, both ends included: "01 to 26".</summary>
public sealed record NumberRange
{
    public NumberRange(long first, long last)
    {
        if (first < 1 || last < first)
        {
            throw new DomainException(ShareTexts.Of("register.range", first, last));
        }

        (First, Last) = (first, last);
    }

    public long First { get; }

    public long Last { get; }

    public long Count => Last - First + 1;
}

/// <param name="MemberId">Who holds the shares.</param>
/// <param name="Range">Their numbers.</param>
public sealed record ShareHolding(string MemberId, NumberRange Range);
