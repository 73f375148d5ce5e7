using StaffPool.Documents.Scenarios.Yaml;
using StaffPool.Domain.Governance.Voting;

namespace StaffPool.Documents.Scenarios.Sections;

/// <summary>Seats and offices in the assembly.</summary>
internal static class MandatesSection
{
    public static readonly string[] Keys = ["person", "member", "from", "to", "office", Provenance.Source, Provenance.Synthetic];

    public static List<Mandate> Read(Node? section, ScenarioContext context)
    {
        var mandates = new List<Mandate>();
        foreach (var fields in context.Entries(section, "mandates", Keys))
        {
            var person = fields.RequiredText("person");
            var member = fields.RequiredReference("member", context.Members);
            var from = fields.RequiredDate("from");
            var to = fields.Date("to");
            var office = fields.Text("office");
            Provenance.Check(fields, context);
            if (person is not null && member is not null && from is not null
                && Invariants.Build(fields.Position, context.Problems, () => new Mandate(person, member.Id, from.Value, to, office)) is { } mandate)
            {
                mandates.Add(mandate);
            }
        }

        return mandates;
    }
}
