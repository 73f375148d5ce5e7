using StaffPool.Domain.Calculations;

namespace StaffPool.Domain.Costs;

/// <summary>One expense of a cost centre, at its actual cost.</summary>
/// <param name="Label">What it is, as in the accounts.</param>
/// <param name="Nature">Kind of expense.</param>
/// <param name="Amount">Not negative: what is received belongs to <see cref="Receipt"/>.</param>
/// <param name="PaidBy">The member that paid it, or null for the grouping itself.</param>
/// <param name="Settlement">What the member that paid gets for it.</param>
public sealed record CostItem(
    string Label, CostNature Nature, Money Amount, string? PaidBy = null, Settlement Settlement = Settlement.Reimbursed);

public enum CostNature
{
    Wages,
    SocialCharges,

    /// <summary>Professional expenses repaid to a professional, travel included.</summary>
    Expenses,

    /// <summary>Running of the grouping: never inside a lending line (Code du travail L.8241-2).</summary>
    Overhead,
    Purchases,
    Equipment,
}

/// <summary>What a member gets for an expense that it paid for all.</summary>
public enum Settlement
{
    /// <summary>The grouping pays it back: the employer of a shared professional.</summary>
    Reimbursed,

    /// <summary>Valued at actual cost and taken off what the member owes (Guide ANAP 2011, Pays de Morlaix).</summary>
    Credited,

    /// <summary>Valued and shown, charged to nobody: a gift, or an exchange without money.</summary>
    Given,
}

/// <summary>Money from outside the members, which lowers the cost that they share.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Nature">Where it comes from.</param>
/// <param name="Amount">Before tax, not negative.</param>
public sealed record Receipt(string Label, ReceiptNature Nature, Money Amount);

public enum ReceiptNature
{
    /// <summary>Grant of a funder: it lowers the price outside any key.</summary>
    Subsidy,

    /// <summary>Invoices to non-members, without the VAT.</summary>
    NonMembers,

    Other,
}
