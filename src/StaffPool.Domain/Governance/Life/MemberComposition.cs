using StaffPool.Domain.Governance.Voting;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Governance.Life;

/// <summary>A member that is itself made of others: a GIP, a union, another grouping.</summary>
/// <param name="MemberId">The member.</param>
/// <param name="Entities">Legal entities inside it, by the identifiers of members where they are members too.</param>
public sealed record MemberComposition(string MemberId, IReadOnlyList<LegalEntity> Entities);

/// <param name="Id">Identifier, the same wherever the entity appears.</param>
/// <param name="Name">As shown to the user.</param>
public sealed record LegalEntity(string Id, string Name);

/// <summary>
/// Each legal entity has one voice. At Fil rouge 35 a hospital is a member, and also inside a GIP that is one (Guide
/// ANAP 2011): no source forbids it, so it is a warning, with the votes that the entity reaches.
/// </summary>
public static class EntityHasOneVoice
{
    private static readonly LegalReference FilRouge = new("Guide ANAP 2011, Fil rouge 35", Confidence.Choice);

    /// <param name="compositions">Members made of others; entities inside them that are made of others in turn have their own row.</param>
    /// <param name="votes">Votes in force.</param>
    /// <param name="nameOf">Name of a member, for the sentences.</param>
    public static IEnumerable<Violation> Assess(
        IReadOnlyList<MemberComposition> compositions, VoteTable votes, Func<string, string> nameOf)
    {
        var seats = votes.Rows.Select(r => r.MemberId).Distinct(StringComparer.Ordinal).ToList();
        var inside = seats.ToDictionary(id => id, id => Inside(id, compositions), StringComparer.Ordinal);
        return
        [
            .. from entity in compositions.SelectMany(c => c.Entities).DistinctBy(e => e.Id, StringComparer.Ordinal).OrderBy(e => e.Id, StringComparer.Ordinal)
               let through = seats.Where(seat => seat == entity.Id || inside[seat].Contains(entity.Id)).ToList()
               where through.Count > 1
               select new Violation(
                   "life.entity-twice",
                   Severity.Warning,
                   LifeTexts.Of(
                       "life.entity-twice",
                       entity.Name,
                       through.Count,
                       string.Join(", ", through.Select(nameOf)),
                       through.Sum(votes.VotesOf),
                       votes.TotalVotes),
                   [entity.Id, .. through.Where(id => id != entity.Id)],
                   FilRouge),
        ];
    }

    // All that is inside a member at any depth; a composition that runs in a circle ends where it began.
    private static HashSet<string> Inside(string memberId, IReadOnlyList<MemberComposition> compositions)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var ahead = new Queue<string>([memberId]);
        while (ahead.TryDequeue(out var id))
        {
            foreach (var entity in compositions.Where(c => c.MemberId == id).SelectMany(c => c.Entities).Where(e => found.Add(e.Id)))
            {
                ahead.Enqueue(entity.Id);
            }
        }

        return found;
    }
}
