using StaffPool.Domain.Calculations;

namespace StaffPool.Domain.Governance.Shares;

/// <summary>What a member brought to the capital (CASF R.312-194-8 and -9: in cash or in kind).</summary>
/// <param name="MemberId">The member that brought it.</param>
/// <param name="Kind">In what form.</param>
/// <param name="Subject">What it is, for example the study that was paid for.</param>
/// <param name="Value">Its value, as accepted by the members.</param>
/// <param name="From">First day when it counts.</param>
public sealed record Contribution(string MemberId, ContributionKind Kind, string Subject, Money Value, DateOnly From);

public enum ContributionKind
{
    Cash,

    InKind,

    /// <summary>Spent before the creation and counted afterwards (Guide ANAP 2011, établissements publics de l'Yonne).</summary>
    SpentBeforeCreation,
}
