using StaffPool.Documents.Scenarios.Yaml;
using StaffPool.Domain.Costs;
using StaffPool.Domain.Costs.Keys;

namespace StaffPool.Documents.Scenarios.Sections;

/// <summary>Figures of the members that keys read, and what they ordered from the catalogues.</summary>
internal static class CostsFactsSection
{
    public static readonly string[] Keys = ["measure", "centre", "values", Provenance.Source, Provenance.Synthetic];

    public static readonly string[] OrderKeys = ["member", "line", "hours", Provenance.Source, Provenance.Synthetic];

    public static List<MemberFact> Read(Node? section, Registry<CostCentre> centres, ScenarioContext context)
    {
        var facts = new List<MemberFact>();
        var lines = new Dictionary<(Measure, string?), int>();
        foreach (var fields in context.Entries(section, "facts", Keys))
        {
            var measure = fields.RequiredChoice<Measure>("measure");
            var centre = fields.Reference("centre", centres);
            var values = MemberValues.RequiredNumbers(fields, "values", context);
            Provenance.Check(fields, context);
            if (measure is null || (centre is null && fields.Has("centre")))
            {
                continue;
            }

            if (!lines.TryAdd((measure.Value, centre?.Id), fields.Position.Line))
            {
                context.Problems.Add(fields.Position, "costs.facts-twice", fields.Text("measure"), lines[(measure.Value, centre?.Id)]);
            }

            facts.AddRange(values.Select(v => new MemberFact(v.MemberId, measure.Value, v.Quantity, centre?.Id)));
        }

        return facts;
    }

    public static List<ServiceOrder> ReadOrders(Node? section, ScenarioContext context)
    {
        var orders = new List<ServiceOrder>();
        foreach (var fields in context.Entries(section, "orders", OrderKeys))
        {
            var member = fields.RequiredReference("member", context.Members);
            var line = fields.RequiredText("line");
            var hours = fields.RequiredNumber("hours", 0, 1_000_000_000);
            Provenance.Check(fields, context);
            if (member is not null && line is not null && hours is not null)
            {
                orders.Add(new ServiceOrder(member.Id, line, hours.Value));
            }
        }

        return orders;
    }
}
