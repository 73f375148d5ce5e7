using StaffPool.Domain.Calculations;
using StaffPool.Domain.Governance.Shares;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Texts;

namespace StaffPool.Domain.Governance.Voting;

/// <summary>How the votes of a college are shared out.</summary>
public abstract record CollegeSeats
{
    /// <summary>Votes of each holder, none without a vote.</summary>
    public abstract Traced<IReadOnlyList<CollegeSeat>> Votes(RightsFacts facts, DateOnly day);

    public abstract IEnumerable<Violation> Assess(College college, RightsFacts facts, DateOnly day);
}

/// <summary>Seats as the agreement lists them, where it declares no method.</summary>
public sealed record EnteredSeats(IReadOnlyList<CollegeSeat> Seats) : CollegeSeats
{
    public override Traced<IReadOnlyList<CollegeSeat>> Votes(RightsFacts facts, DateOnly day)
    {
        var seats = Seats.Where(s => s.Votes > 0).ToList();
        return new(seats, [.. seats.Select(s => s.Role is null
            ? VotingTexts.Of("college.entered", facts.NameOf(s.HolderId), s.Votes)
            : VotingTexts.Of("college.entered-role", facts.NameOf(s.HolderId), s.Votes, s.Role))]);
    }

    public override IEnumerable<Violation> Assess(College college, RightsFacts facts, DateOnly day) =>
    [
        .. Seats.Where(s => s.IsMember && !facts.Knows(s.HolderId)).Select(s => RightsViolations.UnknownMember(s.HolderId)),
        .. Seats.Where(s => s.Votes < 0).Select(s => RightsViolations.Negative(facts.NameOf(s.HolderId), s.HolderId, s.Votes)),
    ];
}

/// <summary>
/// A number of seats shared out by a declared method. The sources rarely declare one, and it matters: for five seats by
/// the staff of SAGESS (171, 31 and 172) largest remainders give 2, 1 and 2, D'Hondt and Sainte-Laguë 2, 0 and 3.
/// Equal claims go to the member whose identifier comes first.
/// </summary>
/// <param name="Total">Seats of the college, at least one.</param>
/// <param name="Method">The declared method.</param>
/// <param name="Basis">The figure that it follows.</param>
public sealed record ApportionedSeats(long Total, ApportionmentMethod Method, FigureKind Basis) : CollegeSeats
{
    public long Total { get; } = Total > 0 ? Total : throw new DomainException(VotingTexts.Of("college.no-seat"));

    public override Traced<IReadOnlyList<CollegeSeat>> Votes(RightsFacts facts, DateOnly day)
    {
        // By identifier, so that the order in which members are listed decides nothing.
        var members = facts.Members.OrderBy(m => m.Id, StringComparer.Ordinal).ToList();
        var weights = members.Select(m => facts.AmountOf(m.Id, Basis, day)).ToList();
        var sum = weights.Sum();
        var seats = Apportionment.By(Method, Total, weights);
        return new(
            [.. members.Zip(seats, (m, votes) => new CollegeSeat(m.Id, votes)).Where(s => s.Votes > 0)],
            [.. members.Select((m, i) => VotingTexts.Of(
                "college.apportioned", m.Name, weights[i], sum, Total, Total * weights[i] / sum, seats[i], MethodName))]);
    }

    public override IEnumerable<Violation> Assess(College college, RightsFacts facts, DateOnly day)
    {
        if (facts.Members.Sum(m => facts.AmountOf(m.Id, Basis, day)) <= 0)
        {
            yield return new Violation(
                "college.nothing-to-follow", Severity.Blocking, VotingTexts.Of("college.nothing-to-follow", college.Name, Total), []);
        }
    }

    private Text MethodName => Method switch
    {
        ApportionmentMethod.LargestRemainder => VotingTexts.Of("method.largest-remainder"),
        ApportionmentMethod.DHondt => VotingTexts.Of("method.dhondt"),
        ApportionmentMethod.SainteLague => VotingTexts.Of("method.sainte-lague"),
        _ => throw new DomainException($"Unknown apportionment method {Method}."),
    };
}
