using StaffPool.Domain.Members;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Workforce;

namespace StaffPool.Domain.Needs;

/// <summary>What a member asks for: so much of one profession on one of its sites. One per site and profession.</summary>
public sealed record NeedDeclaration
{
    public required string Id { get; init; }

    public required Site Site { get; init; }

    public required Profession Profession { get; init; }

    public required NeedQuantity Quantity { get; init; }

    /// <summary>A priority need is served before the others of its profession.</summary>
    public bool IsPriority { get; init; }

    /// <summary>Presence that the law imposes on the host, for example a pharmacist 5 half-days a week.</summary>
    public LegalMinimum? LegalMinimum { get; init; }

    /// <summary>Qualifications asked for beyond the profession; the professional must hold them all.</summary>
    public IReadOnlyList<string> RequiredQualifications { get; init; } = [];

    /// <summary>The member asks for small visits too: the smallest viable block does not apply.</summary>
    public bool AcceptsSmallBlocks { get; init; }

    public bool Equals(NeedDeclaration? other) => other is not null && Id == other.Id;

    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);
}

/// <param name="Quantity">Floor of presence.</param>
/// <param name="Reference">The text that imposes it.</param>
public sealed record LegalMinimum(NeedQuantity Quantity, LegalReference Reference);
