using StaffPool.Domain.Calculations;
using StaffPool.Domain.Governance.Shares;
using StaffPool.Domain.Governance.Voting;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Tests.Governance.Voting;

public sealed class VotingSchemeTests
{
    private static readonly DateOnly Day = Rights.Day;

    [Fact]
    public void One_member_one_vote_keeps_the_rights_apart()
    {
        var table = Rights.Compute(Rights.HalfDays(544, 100, 400, 80), Rights.Terms(voting: new OneMemberOneVote())).Table.ShouldNotBeNull().Value;

        table.Rows.Select(r => r.Votes).ShouldBe([1, 1, 1, 1]);
        table.TotalRights.ShouldBe(1_124);
    }

    // "Un établissement, deux voix": the director and the chair of the board (GCSMS de l'Yonne, 23 members in 2018).
    [Fact]
    public void The_director_and_the_chair_hold_one_vote_each()
    {
        var ids = Enumerable.Range(0, 23).Select(i => ((char)('a' + i)).ToString()).ToArray();
        var scheme = new VotesPerHolder([new("directeur", 1), new("président du conseil d’administration", 1)]);

        var table = Rights.Compute(Rights.Members(ids), Rights.Terms(new EqualShares(1), scheme)).Table.ShouldNotBeNull().Value;

        table.TotalVotes.ShouldBe(46);
        table.TotalRights.ShouldBe(23);
        ids.ShouldAllBe(id => table.VotesOf(id) == 2 && table.RightsOf(id) == 1);
        table.Rows.Count(r => r.Holder == "directeur").ShouldBe(23);
    }

    // SAGESS: presidents 9 votes for 3 shares each, two administrators each, the managing director 1: 16; directors 5.
    [Theory]
    [InlineData(ApportionmentMethod.LargestRemainder, 2, 1, 2)]
    [InlineData(ApportionmentMethod.DHondt, 2, 0, 3)]
    public void Colleges_have_their_own_seats(ApportionmentMethod method, long a, long b, long c)
    {
        var scheme = Sagess(new ApportionedSeats(5, method, FigureKind.Employees));
        var facts = Rights.Facts(FigureKind.Employees, 171, 31, 172);

        var outcome = Rights.Compute(facts, Rights.Terms(new EqualShares(3), scheme));

        var table = outcome.Table.ShouldNotBeNull().Value;
        table.TotalVotes.ShouldBe(21);
        table.TotalRights.ShouldBe(9);
        table.Rows.Where(r => r.College == "politique").Sum(r => r.Votes).ShouldBe(16);
        new[] { "a", "b", "c" }.Select(id => table.VotesOf(id)).ShouldBe([5 + a, 5 + b, 5 + c]);
        table.VotesOf("directeur-general").ShouldBe(1);
        table.RightsOf("directeur-general").ShouldBe(0);
        outcome.Violations.ShouldBeEmpty();
    }

    [Fact]
    public void A_college_says_what_is_wrong_with_its_seats()
    {
        var scheme = new CollegeVoting(
        [
            new("x", "Collège X", new EnteredSeats([new("stranger", 1), new("a", -1)])),
            new("y", "Collège Y", new ApportionedSeats(5, ApportionmentMethod.DHondt, FigureKind.Employees)),
        ]);

        scheme.Assess(Rights.Members("a", "b"), Day).Select(v => v.Code)
            .ShouldBe(["rights.unknown-member", "rights.negative", "college.nothing-to-follow"]);
    }

    // GIAC: three mandate holders each, whatever the size; president and coordinator from different associations.
    [Fact]
    public void Each_mandate_holder_has_a_vote_and_a_vacant_seat_none()
    {
        var facts = Rights.Members("a", "b") with { Mandates = [.. Seats("a", 3), .. Seats("b", 2)] };

        var outcome = Rights.Compute(facts, Rights.Terms(new EqualShares(1), Giac));

        var table = outcome.Table.ShouldNotBeNull().Value;
        (table.VotesOf("a"), table.VotesOf("b")).ShouldBe((2, 2));
        Rights.Votes(outcome.BeforeNoMajority).ShouldBe([1, 1, 1, 1, 1]);
        outcome.Violations.Select(v => v.Code).ShouldBe(["votes.vacant-seats", "majority.exact-half"]);
    }

    [Fact]
    public void Mandates_that_overlap_or_pile_up_are_all_reported()
    {
        var from = new DateOnly(2024, 1, 1);
        var facts = Rights.Members("a", "b") with
        {
            Mandates =
            [
                .. Seats("a", 4), .. Seats("b", 2),
                new("a-0", "b", from),
                new("p", "a", from, office: "président"),
                new("q", "a", from, office: "coordonnateur"),
            ],
        };

        var violations = Giac.Assess(facts, Day).ToList();

        violations.Select(v => v.Code).ShouldBe(
            ["votes.mandates-per-person", "votes.mandates-per-member", "votes.incompatible-offices"]);
        violations[0].Subjects.ShouldBe(["a", "b"]);
    }

    [Fact]
    public void A_mandate_that_ended_before_the_next_does_not_overlap()
    {
        var change = new DateOnly(2026, 1, 1);
        var facts = Rights.Members("a", "b") with
        {
            Mandates =
            [
                .. Seats("a", 2), .. Seats("b", 3),
                new("p", "a", new DateOnly(2023, 1, 1), change.AddDays(-1), "président"),
                new("q", "a", change, office: "coordonnateur"),
                new("r", "a", new DateOnly(2020, 1, 1), change.AddDays(-1)),
                new("s", "a", change),
            ],
        };

        Giac.Assess(facts, Day).ShouldBeEmpty();
    }

    [Fact]
    public void Offices_held_together_in_another_year_do_not_block_the_table_of_the_day()
    {
        var (start, end) = (new DateOnly(2024, 1, 1), new DateOnly(2024, 12, 31));
        var facts = Rights.Members("a", "b") with
        {
            Mandates =
            [
                .. Seats("a", 3), .. Seats("b", 3),
                new("p", "a", start, office: "président"),
                new("q", "a", start, end, "coordonnateur"),
                new("r", "b", end.AddDays(1), office: "coordonnateur"),
            ],
        };

        Giac.Assess(facts, end).ShouldHaveSingleItem().Code.ShouldBe("votes.incompatible-offices");
        Giac.Assess(facts, Day).ShouldBeEmpty();
    }

    [Fact]
    public void A_scheme_that_gives_nobody_a_vote_cannot_exist()
    {
        Should.Throw<DomainException>(() => new VotesPerHolder([]));
        Should.Throw<DomainException>(() => new CollegeVoting([]));
        Should.Throw<DomainException>(() => new ApportionedSeats(0, ApportionmentMethod.DHondt, FigureKind.Places));
        Should.Throw<DomainException>(() => new Mandate("p", "a", Day, Day.AddDays(-1)));
    }

    private static VotesByMandate Giac { get; } = new(3, 1, [new("président", "coordonnateur")]);

    private static IEnumerable<Mandate> Seats(string member, int count) =>
        Enumerable.Range(0, count).Select(i => new Mandate($"{member}-{i}", member, new DateOnly(2024, 1, 1)));

    private static CollegeVoting Sagess(CollegeSeats directors) => new(
    [
        new("politique", "Collège politique", new EnteredSeats(
        [
            .. new[] { "a", "b", "c" }.SelectMany(id => new CollegeSeat[]
            {
                new(id, 3, "président"), new(id, 1, "administrateur 1"), new(id, 1, "administrateur 2"),
            }),
            new("directeur-general", 1, "directeur général", IsMember: false),
        ])),
        new("technique", "Collège technique", directors),
    ]);
}
