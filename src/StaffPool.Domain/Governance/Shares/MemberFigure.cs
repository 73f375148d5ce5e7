using StaffPool.Domain.Texts;

namespace StaffPool.Domain.Governance.Shares;

/// <summary>
/// The whole of what counts for one member, from a day on and until its next figure of the same kind: a campaign that
/// leaves a need out leaves nothing of it behind.
/// </summary>
/// <param name="MemberId">The member that it is about.</param>
/// <param name="Kind">What is counted.</param>
/// <param name="Amount">How much, in the unit of <paramref name="Kind"/>.</param>
/// <param name="From">First day when it counts.</param>
public sealed record MemberFigure(string MemberId, FigureKind Kind, decimal Amount, DateOnly From)
{
    /// <summary>How the amount was found, where it was converted from something else.</summary>
    public IReadOnlyList<Text> Trace { get; init; } = [];
}

/// <summary>What the rights of the sources follow (Guide ANAP 2011, enseignements et monographies).</summary>
public enum FigureKind
{
    /// <summary>Half-days a year asked for (GCSMS du Centre de Picardie).</summary>
    HalfDaysDeclared,

    /// <summary>Full-time equivalents that the member lends (Fil rouge 35).</summary>
    FullTimeEquivalentsLent,

    /// <summary>Authorised places (GCSMS des 9 cantons).</summary>
    Places,

    /// <summary>Employees, for the seats of a college (SAGESS).</summary>
    Employees,

    /// <summary>Percentage of the running costs borne: the rights of a grouping without capital (CASF R.312-194-11).</summary>
    RunningCostShare,
}
