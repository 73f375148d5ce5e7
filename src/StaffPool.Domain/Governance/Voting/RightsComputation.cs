using StaffPool.Domain.Calculations;
using StaffPool.Domain.Governance.Shares;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Governance.Voting;

/// <summary>From the agreement and the facts of the members to the table of rights and votes of a day.</summary>
public static class RightsComputation
{
    /// <param name="agreement">What the members decided.</param>
    /// <param name="facts">What is known of them.</param>
    /// <param name="day">The day of the table.</param>
    /// <param name="inForce">The table until then, for a policy that goes back to it; null at the creation.</param>
    /// <returns>The table, unless a blocking problem makes it meaningless, and every problem at once.</returns>
    public static RightsOutcome Compute(RightsAgreement agreement, RightsFacts facts, DateOnly day, VoteTable? inForce = null)
    {
        if (agreement.On(day) is not { } terms)
        {
            return RightsOutcome.Impossible([new Violation(
                "rights.no-terms", Severity.Blocking, VotingTexts.Of("rights.no-terms", day), [])]);
        }

        var holders = Holders(facts, terms);
        List<Violation> problems = [.. Assess(facts, holders, terms, day)];
        if (problems.AnyBlocking())
        {
            return RightsOutcome.Impossible(problems);
        }

        var shares = terms.Shares.Count(holders, day);
        if (shares.Value.Total == 0)
        {
            return RightsOutcome.Impossible([.. problems, new Violation(
                "rights.all-zero", Severity.Blocking, VotingTexts.Of("rights.all-zero", day), [], terms.Reference)]);
        }

        var votes = terms.Voting.Votes(shares.Value, holders, day);
        if (votes.Value.TotalVotes == 0)
        {
            return RightsOutcome.Impossible([.. problems, new Violation(
                "votes.all-zero", Severity.Blocking, VotingTexts.Of("votes.all-zero", day), [], terms.Reference)]);
        }

        var limited = terms.NoMajority.Apply(votes.Value, inForce, facts.NameOf);
        problems.AddRange(limited.Value.Violations.Select(v => v with { Reference = v.Reference ?? terms.Reference }));
        problems.AddRange(WithoutVote(limited.Value.After, holders));
        if (problems.AnyBlocking())
        {
            return RightsOutcome.Impossible(problems);
        }

        var consultative = facts.Members.Where(m => !holders.Knows(m.Id)).ToList();
        VoteTable Complete(VoteTable table) => new([.. table.Rows, .. consultative.Select(m => new VoteRow(m.Id, 0, 0))]);
        return new RightsOutcome(
            new Traced<VoteTable>(
                Complete(limited.Value.After),
                [
                    .. shares.Trace,
                    .. votes.Trace,
                    .. limited.Trace,
                    .. consultative.Select(m => VotingTexts.Of("votes.consultative", m.Name)),
                ]),
            Complete(limited.Value.Before),
            // From the final table: a refused subscription takes shares back too.
            shares.Value with { Rows = [.. holders.Members.Select(m => new ShareRow(m.Id, limited.Value.After.RightsOf(m.Id)))] },
            terms.NoMajority.AgreeingMembers,
            problems);
    }

    /// <summary>Terms that contradict themselves: an amendment has no effect before the assembly adopts it.</summary>
    internal static Violation? RevisedBeforeAdoption(RightsTerms terms) =>
        terms is { Revision: RightsRevision.Amendment, VotingTable: VotingTableChoice.Revised }
            ? new Violation(
                "rights.revised-before-adoption",
                Severity.Blocking,
                VotingTexts.Of("rights.revised-before-adoption"),
                [],
                terms.Reference)
            : null;

    private static RightsFacts Holders(RightsFacts facts, RightsTerms terms) => facts with
    {
        Members = [.. facts.Members.Where(m => !terms.ConsultativeMembers.Contains(m.Id, StringComparer.Ordinal))],
    };

    private static IEnumerable<Violation> Assess(RightsFacts facts, RightsFacts holders, RightsTerms terms, DateOnly day)
    {
        var mentioned = facts.Figures.Select(f => f.MemberId)
            .Concat(facts.Contributions.Select(c => c.MemberId))
            .Concat(facts.Mandates.Select(m => m.MemberId))
            .Concat(terms.ConsultativeMembers);
        Violation?[] own =
        [
            holders.Members.Count == 0
                ? new("rights.no-member", Severity.Blocking, VotingTexts.Of("rights.no-member"), [])
                : null,
            holders.Members.Count == 1
                ? new("rights.single-member", Severity.Blocking, VotingTexts.Of("rights.single-member", holders.Members[0].Name), [holders.Members[0].Id])
                : null,
            RevisedBeforeAdoption(terms),
        ];
        return
        [
            .. own.OfType<Violation>(),
            .. facts.Members.GroupBy(m => m.Id, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => new Violation(
                "rights.member-twice", Severity.Blocking, VotingTexts.Of("rights.member-twice", g.First().Name), [g.Key])),
            .. mentioned.Distinct(StringComparer.Ordinal).Where(id => !facts.Knows(id)).Select(RightsViolations.UnknownMember),
            .. facts.Figures.GroupBy(f => (f.MemberId, f.Kind, f.From)).Where(g => g.Count() > 1).Select(g => new Violation(
                "rights.figure-twice",
                Severity.Blocking,
                VotingTexts.Of("rights.figure-twice", facts.NameOf(g.Key.MemberId), g.Key.From, g.Count()),
                [g.Key.MemberId])),
            .. facts.Figures.Where(f => f.Amount < 0)
                .Select(f => RightsViolations.Negative(facts.NameOf(f.MemberId), f.MemberId, f.Amount)),
            .. facts.Contributions.Where(c => c.Value < Money.Zero)
                .Select(c => RightsViolations.Negative(facts.NameOf(c.MemberId), c.MemberId, c.Value)),
            .. terms.Shares.Assess(holders, day).Concat(terms.Voting.Assess(holders, day))
                .Select(v => v with { Reference = v.Reference ?? terms.Reference }),
        ];
    }

    private static IEnumerable<Violation> WithoutVote(VoteTable table, RightsFacts holders) =>
        from member in holders.Members
        where table.VotesOf(member.Id) == 0
        select new Violation(
            "votes.none", Severity.Warning, VotingTexts.Of("votes.none", member.Name, table.RightsOf(member.Id)), [member.Id]);
}
