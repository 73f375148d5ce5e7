using StaffPool.Domain.Governance;
using StaffPool.Domain.Needs;
using StaffPool.Domain.Workforce;

namespace StaffPool.Domain.Members;

/// <summary>A cooperation grouping (GCSMS or GTSMS): its agreement, who is in it, who works for it, what is asked.</summary>
public sealed record Grouping
{
    public required string Name { get; init; }

    public required FoundingAgreement Agreement { get; init; }

    public required IReadOnlyList<Member> Members { get; init; }

    public required IReadOnlyList<Site> Sites { get; init; }

    public required IReadOnlyList<Profession> Professions { get; init; }

    public required IReadOnlyList<Professional> Professionals { get; init; }

    public required IReadOnlyList<NeedDeclaration> Needs { get; init; }
}
