using StaffPool.Documents.Scenarios.Yaml;
using StaffPool.Domain.Calculations;
using StaffPool.Domain.Costs;
using StaffPool.Domain.Costs.Keys;
using StaffPool.Domain.Governance.Life;
using StaffPool.Domain.Governance.Shares;
using StaffPool.Domain.Members;
using StaffPool.Domain.Simulations.Changes;

namespace StaffPool.Documents.Scenarios.Sections;

/// <summary>An establishment that would join, with what it brings; it is none of the members of the file.</summary>
internal sealed class NewcomerReader(Registry<CostCentre> centres, ScenarioContext context)
{
    public const decimal MostOfAFigure = 1_000_000_000;

    public static readonly string[] Keys =
    [
        "change", "id", "name", "kind", "employer", "decided-on", "effective-on", "rights", "cash", "shares", "representatives", "use", "orders",
        "subscriptions", "costs", "sites", "professionals", "needs",
    ];

    public static readonly string[] RightsKeys = ["figure", "amount"];

    public static readonly string[] UseKeys = ["measure", "quantity", "centre"];

    public static readonly string[] OrderKeys = ["line", "hours"];

    public static readonly string[] CostKeys = ["centre", "label", "nature", "amount"];

    public MemberJoins? Join(Fields fields)
    {
        var id = Identifier.Read(fields);
        var name = fields.RequiredText("name");
        var kind = fields.RequiredChoice<MemberKind>("kind");
        var decided = fields.RequiredDate("decided-on");
        var effective = fields.RequiredDate("effective-on");
        var member = id is null || name is null || kind is null
            ? null
            : new Member { Id = id, Name = name, Kind = kind.Value, IsEmployer = fields.Flag("employer") ?? false };
        var own = context.Beside();
        own.Members.Declare(id, fields.PositionOf("id"), member);
        SitesSection.Read(fields.Node("sites"), own);
        ProfessionalsSection.Read(fields.Node("professionals"), own);
        NeedsSection.Read(fields.Node("needs"), own);
        context.HasSyntheticValues |= own.HasSyntheticValues;
        var brings = new Newcomer
        {
            Sites = own.Sites.Values,
            Professionals = own.Professionals.Values,
            Needs = own.Needs.Values,
            Rights = context.List(fields.Node("rights"), "rights", RightsKeys, Right),
            Cash = MoneyReader.Optional(fields, "cash") ?? Money.Zero,
            WrittenShares = fields.Integer("shares", 0, 1_000_000_000),
            Representatives = [.. fields.Scalars("representatives").Select(s => s.Value.Trim())],
            Use = context.List(fields.Node("use"), "use", UseKeys, Use),
            Orders = context.List(fields.Node("orders"), "orders", OrderKeys, Order),
            Subscriptions = [.. fields.References("subscriptions", centres).Select(c => c.Id)],
            Costs = context.List(fields.Node("costs"), "costs", CostKeys, Cost),
        };
        return member is null || decided is null || effective is null
            ? null
            : new MemberJoins(new Admission(member, decided.Value, effective.Value), brings);
    }

    private static NewcomerRight? Right(Fields fields)
    {
        var figure = fields.RequiredChoice<FigureKind>("figure");
        var amount = fields.RequiredNumber("amount", 0, MostOfAFigure);
        return figure is null || amount is null ? null : new NewcomerRight(figure.Value, amount.Value);
    }

    private NewcomerUse? Use(Fields fields)
    {
        var measure = fields.RequiredChoice<Measure>("measure");
        var quantity = fields.RequiredNumber("quantity", 0, MostOfAFigure);
        var centre = fields.Reference("centre", centres);
        return measure is null || quantity is null ? null : new NewcomerUse(measure.Value, quantity.Value, centre?.Id);
    }

    private static NewcomerOrder? Order(Fields fields)
    {
        var line = fields.RequiredText("line");
        var hours = fields.RequiredNumber("hours", 0, MostOfAFigure);
        return line is null || hours is null ? null : new NewcomerOrder(line, hours.Value);
    }

    private NewcomerCost? Cost(Fields fields)
    {
        var centre = fields.RequiredReference("centre", centres);
        var label = fields.RequiredText("label");
        var nature = fields.RequiredChoice<CostNature>("nature");
        var amount = MoneyReader.Required(fields, "amount");
        return centre is null || label is null || nature is null || amount is null
            ? null
            : new NewcomerCost(centre.Id, label, nature.Value, amount.Value);
    }
}
