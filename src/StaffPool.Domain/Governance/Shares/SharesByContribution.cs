using StaffPool.Domain.Calculations;
using StaffPool.Domain.Members;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Texts;

namespace StaffPool.Domain.Governance.Shares;

/// <summary>
/// As many shares as each contribution pays for, at the nominal value of its day: a later revaluation gives nobody more.
/// What does not pay for a whole share gives none, and is reported.
/// </summary>
/// <param name="NominalValues">What a share was worth, and when.</param>
public sealed record SharesByContribution(ShareNominalValues NominalValues) : SharePolicy
{
    public override Traced<ShareTable> Count(RightsFacts facts, DateOnly day)
    {
        var trace = new List<Text>();
        var rows = new List<ShareRow>();
        foreach (var member in facts.Members)
        {
            var contributions = Of(member, facts, day).ToList();
            rows.Add(new ShareRow(member.Id, contributions.Sum(Paid)));
            trace.AddRange(contributions.Select(c => ShareTexts.Of(
                "shares.by-contribution", member.Name, KindOf(c), c.Subject, c.Value, NominalValues.On(c.From), Paid(c))));
        }

        return new Traced<ShareTable>(new ShareTable(rows), trace);
    }

    public override IEnumerable<Violation> Assess(RightsFacts facts, DateOnly day) =>
        from member in facts.Members
        from contribution in Of(member, facts, day)
        let rest = contribution.Value - (NominalValues.On(contribution.From) * Paid(contribution))
        where rest > Money.Zero
        select new Violation(
            "shares.contribution-rest",
            Severity.Warning,
            ShareTexts.Of("shares.contribution-rest", member.Name, contribution.Subject, rest),
            [member.Id]);

    private static IEnumerable<Contribution> Of(Member member, RightsFacts facts, DateOnly day) =>
        facts.Contributions.Where(c => c.MemberId == member.Id && c.From <= day);

    private static Text KindOf(Contribution contribution) => contribution.Kind switch
    {
        ContributionKind.Cash => ShareTexts.Of("contribution.cash"),
        ContributionKind.InKind => ShareTexts.Of("contribution.in-kind"),
        ContributionKind.SpentBeforeCreation => ShareTexts.Of("contribution.before-creation"),
        _ => throw new DomainException($"Unknown contribution {contribution.Kind}."),
    };

    private long Paid(Contribution contribution) => contribution.Value.Cents / NominalValues.On(contribution.From).Cents;
}
