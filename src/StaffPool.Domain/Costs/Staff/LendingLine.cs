using StaffPool.Domain.Calculations;

namespace StaffPool.Domain.Costs.Staff;

/// <summary>What a shared professional cost in a period: three components, and no place for a fourth.</summary>
/// <param name="ProfessionalId">The professional.</param>
/// <param name="EmployerId">The member that pays.</param>
/// <param name="Wages">Gross pay, surcharges and bonuses included.</param>
/// <param name="SocialCharges">Employer's contributions.</param>
/// <param name="Expenses">Expenses repaid, travel included.</param>
public sealed record ProfessionalCost(string ProfessionalId, string EmployerId, Money Wages, Money SocialCharges, Money Expenses)
{
    /// <summary>As expenses of a cost centre, where the members share the post by a key and repay the employer together.</summary>
    public IReadOnlyList<CostItem> ToItems() =>
    [
        new(ProfessionalId, CostNature.Wages, Wages, EmployerId),
        new(ProfessionalId, CostNature.SocialCharges, SocialCharges, EmployerId),
        new(ProfessionalId, CostNature.Expenses, Expenses, EmployerId),
    ];
}

/// <param name="MemberId">The host.</param>
/// <param name="Hours">Hours actually worked for it in the period, travel as the agreement counts it.</param>
public sealed record HostTime(string MemberId, decimal Hours);

/// <summary>What one host repays for one professional.</summary>
public sealed record LendingLine(
    string ProfessionalId, string EmployerId, string HostId, Traced<Money> Wages, Traced<Money> SocialCharges, Traced<Money> Expenses)
{
    public Money Total => Wages.Value + SocialCharges.Value + Expenses.Value;
}

/// <param name="ProfessionalId">The professional.</param>
/// <param name="HostId">The host that was invoiced.</param>
/// <param name="Amount">Total invoiced.</param>
public sealed record InvoicedLending(string ProfessionalId, string HostId, Money Amount);
