using StaffPool.Domain.Calculations;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Texts;

namespace StaffPool.Domain.Governance.Voting;

/// <summary>
/// A subscription that would give its member a majority is refused: the member keeps the rights and votes that it has in
/// force. Refusing one can leave another above half, so it goes on until none is. Where there is nothing in force to go
/// back to, or where going back is not enough (the others left), it blocks.
/// </summary>
public sealed record RefuseSubscription : NoMajorityPolicy
{
    public override Traced<NoMajorityResult> Apply(VoteTable proposed, VoteTable? inForce, Func<string, string> nameOf)
    {
        var table = proposed;
        var trace = new List<Text>();
        var violations = new List<Violation>();
        while (MajorityHolder(table) is { } holder)
        {
            trace.Add(Share(table, holder, nameOf, "majority.held"));
            var back = inForce?.Rows.Where(r => r.MemberId == holder).ToList() ?? [];
            var kept = back.Sum(r => r.Votes);
            if (back.Count == 0 || kept >= table.VotesOf(holder))
            {
                violations.Add(new Violation(
                    "majority.remains", Severity.Blocking, Share(table, holder, nameOf, "majority.remains"), [holder]));
                break;
            }

            var text = VotingTexts.Of("majority.refused", nameOf(holder), table.VotesOf(holder), kept);
            trace.Add(text);
            violations.Add(new Violation("majority.refused", Severity.Warning, text, [holder]));
            table = Replaced(table, holder, back);
        }

        if (violations.Count == 0)
        {
            trace.Add(VotingTexts.Of("majority.none"));
        }

        return new(new NoMajorityResult(proposed, table, [.. violations, .. ExactHalves(table, nameOf)]), trace);
    }

    private static VoteTable Replaced(VoteTable table, string holder, IReadOnlyList<VoteRow> rows)
    {
        var first = table.Rows.ToList().FindIndex(r => r.MemberId == holder);
        return new(
        [
            .. table.Rows.Take(first),
            .. rows,
            .. table.Rows.Skip(first).Where(r => r.MemberId != holder),
        ]);
    }
}
