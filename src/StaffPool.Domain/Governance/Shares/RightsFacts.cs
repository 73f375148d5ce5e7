using StaffPool.Domain.Governance.Voting;
using StaffPool.Domain.Members;

namespace StaffPool.Domain.Governance.Shares;

/// <summary>The dated facts that shares and votes are computed from.</summary>
public sealed record RightsFacts
{
    /// <summary>Shareholders and consultative members, in the order in which tables show them.</summary>
    public required IReadOnlyList<Member> Members { get; init; }

    public IReadOnlyList<MemberFigure> Figures { get; init; } = [];

    public IReadOnlyList<Contribution> Contributions { get; init; } = [];

    public IReadOnlyList<Mandate> Mandates { get; init; } = [];

    /// <summary>The name of a member, or the identifier of who is none.</summary>
    public string NameOf(string id) => Members.FirstOrDefault(m => m.Id == id)?.Name ?? id;

    public bool Knows(string memberId) => Members.Any(m => m.Id == memberId);

    /// <summary>The figure of a member that counts on a day: the latest on or before it, or null before the first.</summary>
    public MemberFigure? FigureOf(string memberId, FigureKind kind, DateOnly day) =>
        Figures.Where(f => f.MemberId == memberId && f.Kind == kind && f.From <= day).MaxBy(f => f.From);

    /// <summary>Its amount, in the unit of the kind; zero before the first.</summary>
    public decimal AmountOf(string memberId, FigureKind kind, DateOnly day) => FigureOf(memberId, kind, day)?.Amount ?? 0;
}
