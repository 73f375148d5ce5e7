using StaffPool.Documents.Scenarios.Yaml;
using StaffPool.Domain.Governance.Shares;
using StaffPool.Domain.Governance.Voting;

namespace StaffPool.Documents.Scenarios.Sections;

/// <summary>What the agreement says on rights and votes, in dated terms.</summary>
internal static class RightsSection
{
    public static readonly string[] Keys =
        ["from", "shares", "voting", "no-majority", "revision", "voting-table", "consultative", "reference", "confidence"];

    public static readonly string[] NoMajorityKeys = ["policy", "members"];

    private enum MajorityWord
    {
        Allowed,
        CapToTheOthers,
        RefuseSubscription,
        RequireAgreeingMembers,
    }

    public static RightsAgreement? Read(Node? section, ShareNominalValues? values, ScenarioContext context)
    {
        var terms = new List<RightsTerms>();
        var lines = new Dictionary<DateOnly, int>();
        foreach (var fields in context.Entries(section, "rights", Keys))
        {
            var read = ReadTerms(fields, values, context);
            if (read is not null && !lines.TryAdd(read.EffectiveFrom, fields.Position.Line))
            {
                context.Problems.Add(fields.Position, "rights.duplicate", read.EffectiveFrom, lines[read.EffectiveFrom]);
            }
            else if (read is not null)
            {
                terms.Add(read);
            }
        }

        return terms.Count == 0 ? null : new RightsAgreement(terms);
    }

    private static RightsTerms? ReadTerms(Fields fields, ShareNominalValues? values, ScenarioContext context)
    {
        var from = fields.RequiredDate("from");
        var shares = SharePolicyReader.Read(fields.Required("shares"), values, context);
        var voting = fields.Node("voting") is { } scheme ? VotingReader.Read(scheme, context) : new VotesByShares();
        var majority = fields.Node("no-majority") is { } policy ? NoMajority(policy, context.Problems) : new MajorityAllowed();
        var revision = fields.Choice<RightsRevision>("revision");
        var table = fields.Choice<VotingTableChoice>("voting-table");
        var consultative = fields.References("consultative", context.Members);
        var reference = References.Read(fields);
        return from is null || shares is null || voting is null || majority is null || reference is null
            ? null
            : new RightsTerms
            {
                EffectiveFrom = from.Value,
                Shares = shares,
                Voting = voting,
                NoMajority = majority,
                Revision = revision ?? RightsRevision.Amendment,
                VotingTable = table ?? VotingTableChoice.InForceAtConvening,
                ConsultativeMembers = [.. consultative.Select(m => m.Id)],
                Reference = reference,
            };
    }

    /// <summary>What keeps one member from deciding alone.</summary>
    public static NoMajorityPolicy? NoMajority(Node node, ProblemList problems)
    {
        if (Fields.Of(node, "no-majority", NoMajorityKeys, problems) is not { } fields)
        {
            return null;
        }

        var word = fields.RequiredChoice<MajorityWord>("policy");
        var members = word == MajorityWord.RequireAgreeingMembers
            ? fields.RequiredInteger("members", 2, 1000)
            : fields.Integer("members", 2, 1000);
        return word switch
        {
            MajorityWord.Allowed => new MajorityAllowed(),
            MajorityWord.CapToTheOthers => new CapToTheOthers(),
            MajorityWord.RefuseSubscription => new RefuseSubscription(),
            MajorityWord.RequireAgreeingMembers when members is { } count => new RequireAgreeingMembers(count),
            _ => null,
        };
    }
}
