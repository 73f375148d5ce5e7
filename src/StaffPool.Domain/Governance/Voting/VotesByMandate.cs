using StaffPool.Domain.Calculations;
using StaffPool.Domain.Governance.Shares;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Governance.Voting;

/// <summary>
/// One vote per mandate holder, so many for each member whatever its size, and offices that one member may not hold
/// together (GIAC Pays de la Loire, Guide ANAP 2011: three each; president and coordinator from different associations).
/// A seat that nobody holds casts no vote: a choice of StaffPool, reported as a warning. Only the mandates of the day
/// count: what was wrong in another year neither blocks today's table nor excuses it.
/// </summary>
/// <param name="PerMember">Seats of each member.</param>
/// <param name="PerPerson">Most seats of one person at the same time.</param>
/// <param name="Incompatible">Offices that one member may not hold together.</param>
public sealed record VotesByMandate(int PerMember, int PerPerson, IReadOnlyList<IncompatibleOffices> Incompatible)
    : VotingScheme
{
    public override Traced<VoteTable> Votes(ShareTable shares, RightsFacts facts, DateOnly day)
    {
        var rows = facts.Members.SelectMany(m => Seated(facts, m.Id, day)).ToList();
        return new(
            WithRights(rows, shares, facts),
            [VotingTexts.Of("votes.by-mandate", facts.Members.Count, PerMember, rows.Count)]);
    }

    public override IEnumerable<Violation> Assess(RightsFacts facts, DateOnly day)
    {
        var running = facts.Mandates.Where(m => m.RunsOn(day)).ToList();
        var seats = running.Where(m => m.Office is null).ToList();
        return
        [
            .. from person in seats.GroupBy(m => m.Person, StringComparer.Ordinal)
               let most = person.Count()
               where most > PerPerson
               select new Violation(
                   "votes.mandates-per-person",
                   Severity.Blocking,
                   VotingTexts.Of("votes.mandates-per-person", person.Key, most, PerPerson),
                   [.. person.Select(m => m.MemberId).Distinct(StringComparer.Ordinal)]),
            .. from member in seats.GroupBy(m => m.MemberId, StringComparer.Ordinal)
               let most = member.Count()
               where most > PerMember
               select new Violation(
                   "votes.mandates-per-member",
                   Severity.Blocking,
                   VotingTexts.Of("votes.mandates-per-member", facts.NameOf(member.Key), most, PerMember),
                   [member.Key]),
            .. from pair in Incompatible
               from first in running.Where(m => m.Office == pair.First)
               from second in running.Where(m => m.Office == pair.Second)
               where first.MemberId == second.MemberId
               select new Violation(
                   "votes.incompatible-offices",
                   Severity.Blocking,
                   VotingTexts.Of("votes.incompatible-offices", facts.NameOf(first.MemberId), pair.First, pair.Second),
                   [first.MemberId]),
            .. from member in facts.Members
               let held = seats.Count(m => m.MemberId == member.Id)
               where held < PerMember
               select new Violation(
                   "votes.vacant-seats",
                   Severity.Warning,
                   VotingTexts.Of("votes.vacant-seats", member.Name, held, PerMember),
                   [member.Id]),
        ];
    }

    private static IEnumerable<VoteRow> Seated(RightsFacts facts, string memberId, DateOnly day) =>
        facts.Mandates
            .Where(m => m.Office is null && m.MemberId == memberId && m.RunsOn(day))
            .Select(m => new VoteRow(memberId, 0, 1, Holder: m.Person));
}

/// <summary>Two offices that the same member may not hold on the same day.</summary>
public sealed record IncompatibleOffices(string First, string Second);
