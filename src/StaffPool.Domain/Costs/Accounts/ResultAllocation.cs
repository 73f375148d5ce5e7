using StaffPool.Domain.Calculations;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Texts;

namespace StaffPool.Domain.Costs.Accounts;

/// <summary>What the assembly decided about a result.</summary>
/// <param name="DecidedOn">Day of the assembly, after the year.</param>
/// <param name="Reference">The resolution.</param>
/// <param name="Uses">Amounts that add up to the result.</param>
public sealed record ResultAllocation(DateOnly DecidedOn, LegalReference Reference, IReadOnlyList<UseOfResult> Uses);

/// <param name="Use">What is done with it.</param>
/// <param name="Amount">How much; not negative.</param>
public sealed record UseOfResult(ResultUse Use, Money Amount);

public enum ResultUse
{
    /// <summary>Surplus paid back to those who paid it.</summary>
    Returned,

    /// <summary>Surplus spent on equipment that the members decided to buy.</summary>
    Invested,

    /// <summary>Credit, or debt, of each member on the calls of the next year.</summary>
    Carried,

    /// <summary>Deficit that the members pay.</summary>
    Called,

    /// <summary>Deficit taken from reserves.</summary>
    FromReserves,
}

public static class ResultUses
{
    public static bool IsForDeficit(this ResultUse use) => use is ResultUse.Called or ResultUse.FromReserves;

    public static Text Name(this ResultUse use) => CostTexts.Of(use switch
    {
        ResultUse.Returned => "costs.use.returned",
        ResultUse.Invested => "costs.use.invested",
        ResultUse.Carried => "costs.use.carried",
        ResultUse.Called => "costs.use.called",
        ResultUse.FromReserves => "costs.use.from-reserves",
        _ => throw new ArgumentOutOfRangeException(nameof(use), use, "Unknown use of a result."),
    });
}

/// <param name="MemberId">The member.</param>
/// <param name="Amount">An amount of its own.</param>
public sealed record MemberAmount(string MemberId, Money Amount);

/// <param name="MemberId">The member.</param>
/// <param name="Use">What is done with its part.</param>
/// <param name="Amount">How much of it.</param>
public sealed record DistributedResult(string MemberId, ResultUse Use, Traced<Money> Amount);
