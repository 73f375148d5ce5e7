using StaffPool.Domain.Members;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Governance.Life;

/// <summary>A member towards VAT, for the activity that the grouping serves.</summary>
public enum VatStatus
{
    /// <summary>Its activity is exempt.</summary>
    Exempt,

    /// <summary>Its activity is outside the scope of VAT.</summary>
    NotTaxable,

    /// <summary>It charges VAT on that activity.</summary>
    Taxable,

    /// <summary>Not declared yet.</summary>
    Unknown,
}

/// <param name="Member">The member.</param>
/// <param name="Status">Its status for the activity served.</param>
/// <param name="UsesServicesForExemptActivityOnly">It uses the services directly and exclusively for that activity.</param>
public sealed record VatPosition(Member Member, VatStatus Status, bool UsesServicesForExemptActivityOnly = true);

/// <param name="Members">Every member, in any order.</param>
/// <param name="CallsMatchCosts">What is claimed from each member is exactly its share of the common expenses, once the year is closed.</param>
public sealed record VatSituation(IReadOnlyList<VatPosition> Members, bool CallsMatchCosts);

/// <param name="Appearing">Conditions that would break.</param>
/// <param name="Disappearing">Conditions that would be met again.</param>
/// <param name="Remaining">Conditions that stay broken.</param>
public sealed record VatChange(
    IReadOnlyList<Violation> Appearing, IReadOnlyList<Violation> Disappearing, IReadOnlyList<Violation> Remaining);
