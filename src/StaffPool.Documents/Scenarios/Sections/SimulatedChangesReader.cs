using StaffPool.Documents.Scenarios.Yaml;
using StaffPool.Domain.Calculations;
using StaffPool.Domain.Costs;
using StaffPool.Domain.Costs.Keys;
using StaffPool.Domain.Governance.Shares;
using StaffPool.Domain.Simulations.Changes;

namespace StaffPool.Documents.Scenarios.Sections;

/// <summary>The changes of a simulated case: <c>change</c> says which, each has keys of its own.</summary>
internal sealed class SimulatedChangesReader(Registry<CostCentre> centres, ScenarioContext context)
{
    public static readonly string[] LeaveKeys = ["change", "member", "notified-on", "wanted-on", "paid-costs", "penalty"];

    public static readonly string[] KeyKeys = ["change", "centre", "key", "reference", "confidence"];

    public static readonly string[] ShareValueKeys = ["change", "value", "reference", "confidence"];

    public static readonly string[] NoMajorityKeys = ["change", "no-majority"];

    public static readonly string[] VotingKeys = ["change", "voting"];

    public static readonly string[] RightsFigureKeys = ["change", "member", "figure", "amount"];

    public static readonly string[] CostFigureKeys = ["change", "member", "measure", "quantity", "centre"];

    private static readonly OrderedDictionary<string, (string[] Keys, Func<SimulatedChangesReader, Fields, SimulatedChange?> Read)> Kinds =
        new(StringComparer.Ordinal)
        {
            ["join"] = (NewcomerReader.Keys, (reader, fields) => reader.newcomers.Join(fields)),
            ["leave"] = (LeaveKeys, (reader, fields) => reader.Leave(fields)),
            ["key"] = (KeyKeys, (reader, fields) => reader.Key(fields)),
            ["share-value"] = (ShareValueKeys, (_, fields) => ShareValue(fields)),
            ["no-majority"] = (NoMajorityKeys, (_, fields) => NoMajority(fields)),
            ["voting"] = (VotingKeys, (reader, fields) => reader.Voting(fields)),
            ["rights-figure"] = (RightsFigureKeys, (reader, fields) => reader.RightsFigure(fields)),
            ["cost-figure"] = (CostFigureKeys, (reader, fields) => reader.CostFigure(fields)),
        };

    private readonly NewcomerReader newcomers = new(centres, context);

    public List<SimulatedChange> Read(Node? section)
    {
        if (section is ListNode list)
        {
            return [.. list.Items.Select(Change).OfType<SimulatedChange>()];
        }

        if (section is not null)
        {
            context.Problems.Add(section.Position, "type.list", "changes");
        }

        return [];
    }

    private SimulatedChange? Change(Node node)
    {
        if (node is MapNode map)
        {
            return KindReader.Read(map, "changes", "change", Kinds, this, context.Problems);
        }

        context.Problems.Add(node.Position, "key.missing", "changes", "change");
        return null;
    }

    private MemberLeaves? Leave(Fields fields)
    {
        var member = fields.RequiredReference("member", context.Members);
        var notified = fields.RequiredDate("notified-on");
        var wanted = fields.Date("wanted-on");
        var costs = fields.Choice<CostsOfLeaver>("paid-costs");
        var penalty = MoneyReader.Optional(fields, "penalty");
        return member is null || notified is null
            ? null
            : new MemberLeaves(member.Id, notified.Value, wanted, costs ?? CostsOfLeaver.GoOn) { Penalty = penalty ?? Money.Zero };
    }

    private KeyReplaced? Key(Fields fields)
    {
        var centre = fields.RequiredReference("centre", centres);
        var key = CostsKeyReader.Required(fields, "key", context);
        var reference = References.Read(fields);
        return centre is null || key is null || reference is null ? null : new KeyReplaced(centre.Id, key, reference);
    }

    private static ShareValueChanged? ShareValue(Fields fields)
    {
        var value = MoneyReader.Required(fields, "value");
        var reference = References.Read(fields);
        return value is null || reference is null ? null : new ShareValueChanged(value.Value, reference);
    }

    private static NoMajorityChanged? NoMajority(Fields fields) =>
        fields.Required("no-majority") is { } node && RightsSection.NoMajority(node, fields.Problems) is { } policy
            ? new NoMajorityChanged(policy)
            : null;

    private VotingSchemeChanged? Voting(Fields fields) =>
        fields.Required("voting") is { } node && VotingReader.Read(node, context) is { } voting ? new VotingSchemeChanged(voting) : null;

    private RightsFigureChanged? RightsFigure(Fields fields)
    {
        var member = fields.RequiredReference("member", context.Members);
        var figure = fields.RequiredChoice<FigureKind>("figure");
        var amount = fields.RequiredNumber("amount", 0, NewcomerReader.MostOfAFigure);
        return member is null || figure is null || amount is null ? null : new RightsFigureChanged(member.Id, figure.Value, amount.Value);
    }

    private CostFigureChanged? CostFigure(Fields fields)
    {
        var member = fields.RequiredReference("member", context.Members);
        var measure = fields.RequiredChoice<Measure>("measure");
        var quantity = fields.RequiredNumber("quantity", 0, NewcomerReader.MostOfAFigure);
        var centre = fields.Reference("centre", centres);
        return member is null || measure is null || quantity is null || (centre is null && fields.Has("centre"))
            ? null
            : new CostFigureChanged(member.Id, measure.Value, quantity.Value, centre?.Id);
    }
}
