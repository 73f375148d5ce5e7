using StaffPool.Domain.Calculations;
using StaffPool.Domain.Governance.Shares;
using StaffPool.Domain.Governance.Voting;
using StaffPool.Domain.Members;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Tests.Governance;

/// <summary>Members, figures and agreements for the tests of shares and votes.</summary>
internal static class Rights
{
    public static readonly DateOnly Day = new(2026, 6, 15);
    public static readonly LegalReference Clause = new("Convention constitutive, article 8");

    public static Member Member(string id) => new() { Id = id, Name = id.ToUpperInvariant(), Kind = MemberKind.PrivateNonProfit };

    public static RightsFacts Members(params string[] ids) => new() { Members = [.. ids.Select(Member)] };

    /// <summary>One member per amount: a, b, c...</summary>
    public static RightsFacts Facts(FigureKind kind, params decimal[] amounts)
    {
        var ids = amounts.Select((_, i) => ((char)('a' + i)).ToString()).ToArray();
        return Members(ids) with
        {
            Figures = [.. ids.Zip(amounts, (id, amount) => new MemberFigure(id, kind, amount, new DateOnly(2020, 1, 1)))],
        };
    }

    public static RightsFacts HalfDays(params decimal[] amounts) => Facts(FigureKind.HalfDaysDeclared, amounts);

    public static RightsTerms Terms(SharePolicy? shares = null, VotingScheme? voting = null, NoMajorityPolicy? noMajority = null) => new()
    {
        EffectiveFrom = new DateOnly(2020, 1, 1),
        Shares = shares ?? new SharesByFigure(FigureKind.HalfDaysDeclared),
        Voting = voting ?? new VotesByShares(),
        NoMajority = noMajority ?? new CapToTheOthers(),
        Reference = Clause,
    };

    public static RightsOutcome Compute(RightsFacts facts, RightsTerms terms, VoteTable? inForce = null) =>
        RightsComputation.Compute(new RightsAgreement([terms]), facts, Day, inForce);

    public static VoteTable Table(params long[] votes) =>
        new([.. votes.Select((v, i) => new VoteRow(((char)('a' + i)).ToString(), v, v))]);

    public static long[] Votes(VoteTable? table) => [.. table.ShouldNotBeNull().Rows.Select(r => r.Votes)];

    public static string Name(string id) => id.ToUpperInvariant();

    public static ShareNominalValues OneThenTenEuros { get; } = new(
    [
        new(new DateOnly(2007, 12, 1), Money.FromEuros(1), Clause),
        new(new DateOnly(2010, 1, 1), Money.FromEuros(10), Clause),
    ]);
}
