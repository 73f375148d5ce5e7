using StaffPool.Domain.Members;

namespace StaffPool.Domain.Governance.Life;

/// <summary>What the kind of a member says of it in law.</summary>
public static class MemberNature
{
    /// <summary>A legal person of public law.</summary>
    public static bool IsPublic(this MemberKind kind) =>
        kind is MemberKind.PublicHospital or MemberKind.PublicEstablishment or MemberKind.LocalAuthority;

    /// <summary>A legal person that makes no profit: all the public ones, associations, foundations and mutuals.</summary>
    public static bool IsNonProfitLegalPerson(this MemberKind kind) => kind.IsPublic() || kind == MemberKind.PrivateNonProfit;
}
