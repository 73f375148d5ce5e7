using StaffPool.Domain.Calculations;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Governance.Voting;

/// <summary>The one table that votes at an assembly, fixed on the day of the notice: nothing later changes it.</summary>
/// <param name="ConvenedOn">Day of the notice.</param>
/// <param name="Choice">Which of the two tables it is.</param>
/// <param name="Table">Rights and votes.</param>
/// <param name="AgreeingMembers">Members that must agree to every decision, 1 where votes alone decide.</param>
/// <param name="Reference">The clause that says so.</param>
public sealed record FrozenVotes(
    DateOnly ConvenedOn, VotingTableChoice Choice, VoteTable Table, int AgreeingMembers, LegalReference Reference)
{
    /// <param name="terms">Terms of the agreement on the day of the notice.</param>
    /// <param name="convenedOn">That day.</param>
    /// <param name="inForce">Rights and votes in force on it.</param>
    /// <param name="revised">Rights and votes of the revision on the agenda, or null where there is none.</param>
    /// <exception cref="DomainException">
    /// The terms let the revised table vote although it is an amendment, which has no effect before it is adopted.
    /// </exception>
    public static Traced<FrozenVotes> On(DateOnly convenedOn, RightsTerms terms, VoteTable inForce, VoteTable? revised)
    {
        if (RightsComputation.RevisedBeforeAdoption(terms) is { } contradiction)
        {
            throw new DomainException(contradiction.Message);
        }

        var (choice, table, key) = (terms.VotingTable, revised) switch
        {
            (VotingTableChoice.Revised, { } next) => (VotingTableChoice.Revised, next, "frozen.revised"),
            (VotingTableChoice.Revised, null) => (VotingTableChoice.InForceAtConvening, inForce, "frozen.no-revision"),
            _ => (VotingTableChoice.InForceAtConvening, inForce, "frozen.in-force"),
        };
        return new(
            new FrozenVotes(convenedOn, choice, new VoteTable([.. table.Rows]), terms.NoMajority.AgreeingMembers, terms.Reference),
            [VotingTexts.Of(key, convenedOn, table.TotalRights, table.TotalVotes)]);
    }
}
