using StaffPool.Domain.Members;

namespace StaffPool.Domain.Governance.Life;

/// <summary>A member from its admission to its leaving.</summary>
/// <param name="Member">The member.</param>
/// <param name="From">First day.</param>
/// <param name="LastDay">Last day, or null while it stays.</param>
public sealed record Membership(Member Member, DateOnly From, DateOnly? LastDay = null)
{
    public bool IsInForceOn(DateOnly day) => From <= day && (LastDay is not { } last || day <= last);

    /// <summary>Whether the last day is behind; one that only begins later has not ended.</summary>
    public bool HasEndedBy(DateOnly day) => LastDay < day;
}

internal static class Memberships
{
    public static bool HasMember(this IReadOnlyList<Membership> memberships, Member? member, DateOnly day) =>
        memberships.Any(m => m.Member.Equals(member) && m.IsInForceOn(day));
}

/// <summary>Forms whose life differs here; both obey the rules of the GCSMS otherwise.</summary>
public enum GroupingKind
{
    /// <summary>Social and medico-social cooperation grouping, with an elected administrator.</summary>
    Gcsms,

    /// <summary>Territorial grouping (law of 8 April 2024), a GCSMS with a director appointed by the ARS.</summary>
    Gtsms,
}
