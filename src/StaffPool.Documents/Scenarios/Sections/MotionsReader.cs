using StaffPool.Application.Governance;
using StaffPool.Documents.Scenarios.Yaml;
using StaffPool.Domain.Governance.Assemblies;

namespace StaffPool.Documents.Scenarios.Sections;

/// <summary>What was put to the vote in one assembly, and how it was voted.</summary>
internal static class MotionsReader
{
    public static readonly string[] Keys =
        ["id", "item", "wording", "for", "against", "abstain", "ballots", "recused", "excludes", "suspended-by"];

    public static readonly string[] BallotKeys = ["member", "choice", "college", "votes"];

    public static List<DeclaredMotion> Read(Node? section, Registry<AgendaItem> agenda, ScenarioContext context)
    {
        var motions = new Registry<DeclaredMotion>("motions", context.Problems);
        foreach (var fields in context.Entries(section, "motions", Keys))
        {
            var id = Identifier.Read(fields);
            motions.Declare(id, fields.PositionOf("id"), ReadOne(fields, id, agenda, context));
        }

        return [.. motions.Values];
    }

    private static DeclaredMotion? ReadOne(Fields fields, string? id, Registry<AgendaItem> agenda, ScenarioContext context)
    {
        var item = fields.RequiredReference("item", agenda);
        var wording = fields.RequiredText("wording");
        var inFavour = ParticipantsReader.Read(fields, "for", context);
        var against = ParticipantsReader.Read(fields, "against", context);
        var abstaining = ParticipantsReader.Read(fields, "abstain", context);
        var ballots = Ballots(fields.Node("ballots"), context);
        var recused = fields.References("recused", context.Members);
        var excluded = fields.Reference("excludes", context.Members);
        var suspendedBy = fields.References("suspended-by", context.Members);
        RefuseTwoVotes(fields, [inFavour, against, abstaining]);
        return id is null || item is null || wording is null
            ? null
            : new DeclaredMotion
            {
                Id = id,
                AgendaItem = item.Id,
                Wording = wording,
                For = inFavour,
                Against = against,
                Abstaining = abstaining,
                Ballots = ballots,
                Recused = [.. recused.Select(m => m.Id)],
                MemberToExclude = excluded?.Id,
                SuspendedBy = [.. suspendedBy.Select(m => m.Id)],
            };
    }

    private static void RefuseTwoVotes(Fields fields, IReadOnlyList<Participants> votes)
    {
        var twice = votes.SelectMany(v => v.Members).GroupBy(m => m, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1)?.Key;
        if (twice is not null)
        {
            fields.Problems.Add(fields.Position, "motion.two-votes", twice);
        }

        if (votes.Any(v => v.Everyone) && votes.Count(v => v.Everyone || v.Members.Count > 0) > 1)
        {
            fields.Problems.Add(fields.Position, "motion.all-and-some");
        }
    }

    private static List<Ballot> Ballots(Node? section, ScenarioContext context)
    {
        var ballots = new List<Ballot>();
        foreach (var fields in context.Entries(section, "ballots", BallotKeys))
        {
            // Who sits for no member is known by name only.
            var member = fields.RequiredText("member");
            var choice = fields.RequiredChoice<VoteChoice>("choice");
            var college = fields.Text("college");
            var votes = fields.Integer("votes", 0, 1_000_000_000);
            if (member is not null && choice is not null)
            {
                ballots.Add(new Ballot(member, choice.Value, college, votes));
            }
        }

        return ballots;
    }
}
