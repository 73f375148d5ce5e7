using StaffPool.Domain.Calculations;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Texts;

namespace StaffPool.Domain.Governance.Voting;

/// <summary>
/// What keeps one member from deciding alone. The principle is in the Guide ANAP 2011 (GCSMS du Centre de Picardie, Fil
/// rouge 35), the mechanism is not: each grouping declares one. A majority is more than half of all votes: exactly half
/// blocks, but decides nothing. Every policy works on any table, also on the votes of those present.
/// </summary>
public abstract record NoMajorityPolicy
{
    /// <summary>Members that must agree to every decision, whatever their votes; 1 where votes alone decide.</summary>
    public virtual int AgreeingMembers => 1;

    /// <param name="proposed">Votes as the scheme gives them.</param>
    /// <param name="inForce">Votes in force until then, or null at the creation.</param>
    /// <param name="nameOf">Name of a member, for the sentences.</param>
    public abstract Traced<NoMajorityResult> Apply(VoteTable proposed, VoteTable? inForce, Func<string, string> nameOf);

    /// <summary>The member with more than half of the votes: there is at most one.</summary>
    protected static string? MajorityHolder(VoteTable table) =>
        Voters(table).FirstOrDefault(id => table.VotesOf(id) * 2 > table.TotalVotes);

    protected static IReadOnlyList<string> Voters(VoteTable table) =>
        [.. table.Rows.Where(r => r.Votes > 0).Select(r => r.MemberId).Distinct(StringComparer.Ordinal)];

    protected static Text Share(VoteTable table, string memberId, Func<string, string> nameOf, string key) =>
        VotingTexts.Of(key, nameOf(memberId), table.VotesOf(memberId), table.TotalVotes, table.TotalVotes - table.VotesOf(memberId));

    /// <summary>Members with exactly half: each can block every decision that takes a majority.</summary>
    protected static IEnumerable<Violation> ExactHalves(VoteTable table, Func<string, string> nameOf)
    {
        var halves = Voters(table).Where(id => table.VotesOf(id) * 2 == table.TotalVotes).ToList();
        if (halves.Count > 0)
        {
            yield return new Violation(
                "majority.exact-half",
                Severity.Warning,
                VotingTexts.Of("majority.exact-half", string.Join(", ", halves.Select(nameOf)), table.TotalVotes),
                halves);
        }
    }
}

/// <param name="Before">Votes before the policy.</param>
/// <param name="After">Votes after it.</param>
/// <param name="Violations">What the policy could not do, or what the members must know.</param>
public sealed record NoMajorityResult(VoteTable Before, VoteTable After, IReadOnlyList<Violation> Violations);
