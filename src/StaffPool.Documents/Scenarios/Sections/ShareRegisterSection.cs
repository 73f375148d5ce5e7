using StaffPool.Documents.Scenarios.Yaml;
using StaffPool.Domain.Governance.Shares;

namespace StaffPool.Documents.Scenarios.Sections;

/// <summary>Who holds which numbered shares, and what became of them.</summary>
internal static class ShareRegisterSection
{
    public static readonly string[] Keys = ["holdings", "movements", Provenance.Source, Provenance.Synthetic];
    public static readonly string[] HoldingKeys = ["member", "first", "last"];
    public static readonly string[] MovementKeys = ["kind", "day", "from", "to", "count", "reference", "confidence"];

    private const int MostShares = 1_000_000_000;

    public static ShareRegister? Read(Node? section, ScenarioContext context)
    {
        if (section is null || Fields.Of(section, "share-register", Keys, context.Problems) is not { } fields)
        {
            return null;
        }

        Provenance.Check(fields, context);
        var holdings = Holdings(fields.Required("holdings"), context);
        var register = Invariants.Build(section.Position, context.Problems, () => ShareRegister.Of(holdings));
        foreach (var movement in context.Entries(fields.Node("movements"), "movements", MovementKeys))
        {
            register = Move(register, movement, context);
        }

        return register;
    }

    private static List<ShareHolding> Holdings(Node? section, ScenarioContext context)
    {
        var holdings = new List<ShareHolding>();
        foreach (var fields in context.Entries(section, "holdings", HoldingKeys))
        {
            var member = fields.RequiredReference("member", context.Members);
            var first = fields.RequiredInteger("first", 1, MostShares);
            var last = fields.RequiredInteger("last", 1, MostShares);
            if (member is not null && first is not null && last is not null
                && Invariants.Build(fields.Position, context.Problems, () => new NumberRange(first.Value, last.Value)) is { } range)
            {
                holdings.Add(new ShareHolding(member.Id, range));
            }
        }

        return holdings;
    }

    private static ShareRegister? Move(ShareRegister? register, Fields fields, ScenarioContext context)
    {
        var kind = fields.RequiredChoice<ShareMovementKind>("kind");
        var day = fields.RequiredDate("day");
        var reference = References.Read(fields);
        var from = kind is ShareMovementKind.Transfer or ShareMovementKind.Cancellation
            ? fields.RequiredReference("from", context.Members)
            : fields.Reference("from", context.Members);
        var to = kind is ShareMovementKind.Transfer or ShareMovementKind.Issue
            ? fields.RequiredReference("to", context.Members)
            : fields.Reference("to", context.Members);
        var count = kind is null or ShareMovementKind.Renumbering
            ? fields.Integer("count", 1, MostShares)
            : fields.RequiredInteger("count", 1, MostShares);
        if (register is null || day is null || reference is null)
        {
            return register;
        }

        return Invariants.Build(fields.Position, context.Problems, () => (kind, from, to, count) switch
        {
            (ShareMovementKind.Issue, _, { } receiver, { } shares) => register.Issue(receiver.Id, shares, day.Value, reference),
            (ShareMovementKind.Transfer, { } giver, { } receiver, { } shares) =>
                register.Transfer(giver.Id, receiver.Id, shares, day.Value, reference),
            (ShareMovementKind.Cancellation, { } giver, _, { } shares) => register.Cancel(giver.Id, shares, day.Value, reference),
            (ShareMovementKind.Renumbering, _, _, _) => register.Renumber(day.Value, reference),
            _ => register,
        }) ?? register;
    }
}
