using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Governance.Shares;

/// <summary>One line of the history of a register.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Day">When it took effect.</param>
/// <param name="From">Who gave the shares up, or null where they were new.</param>
/// <param name="To">Who received them, or null where they ceased to exist.</param>
/// <param name="Ranges">The numbers concerned; after a renumbering, the new numbers of all.</param>
/// <param name="Reference">The decision behind it.</param>
public sealed record ShareMovement(
    ShareMovementKind Kind, DateOnly Day, string? From, string? To, IReadOnlyList<NumberRange> Ranges, LegalReference Reference);

public enum ShareMovementKind
{
    Issue,
    Transfer,
    Cancellation,
    Renumbering,
}
