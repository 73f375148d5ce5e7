using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Replacements;

namespace StaffPool.Application.Replacements;

/// <summary>A swap, as those who have a say follow it; instants are UTC.</summary>
/// <param name="Id">Which.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="IsLapsed">Whether it is open and can no longer be done: a half-day has changed, or has begun.</param>
/// <param name="Sides">Two: who gives what.</param>
/// <param name="AskedBy">Who wished it.</param>
/// <param name="AskedAt">When.</param>
/// <param name="WaitsForApproval">Whether a coordinator still has to approve it.</param>
/// <param name="Justification">Why so late, or null.</param>
/// <param name="IsShortNotice">Whether it comes later than the notice.</param>
/// <param name="EndedBy">Who had the last word, or null.</param>
/// <param name="EndedAt">When, or null.</param>
public sealed record SwapView(
    Guid Id, SwapStatus Status, bool IsLapsed, IReadOnlyList<SwapSideView> Sides, string AskedBy, DateTime AskedAt, bool WaitsForApproval,
    string? Justification, bool IsShortNotice, string? EndedBy, DateTime? EndedAt)
{
    /// <summary>Whether somebody can still say yes or no.</summary>
    public bool IsOpen => Status == SwapStatus.Open && !IsLapsed;

    /// <summary>Whether a caller sees the swaps of everybody, or only those in which they take part.</summary>
    internal static bool SeesAll(Caller caller) => caller.IsOperator || caller.Is(Role.Administrator, Role.Coordinator, Role.Auditor);
}

/// <param name="ProfessionalId">Who gives.</param>
/// <param name="Name">As shown.</param>
/// <param name="Duty">What they give.</param>
/// <param name="SiteName">Where.</param>
/// <param name="HasAccepted">Whether they said yes.</param>
/// <param name="IsOwn">Whether it is who asks.</param>
public sealed record SwapSideView(Guid ProfessionalId, string Name, AskedDuty Duty, string SiteName, bool HasAccepted, bool IsOwn);
