using StaffPool.Documents.Scenarios.Yaml;
using StaffPool.Domain.Governance.Shares;

namespace StaffPool.Documents.Scenarios.Sections;

internal static class ContributionsSection
{
    public static readonly string[] Keys = ["member", "kind", "subject", "value", "from", Provenance.Source, Provenance.Synthetic];

    public static List<Contribution> Read(Node? section, ScenarioContext context)
    {
        var contributions = new List<Contribution>();
        foreach (var fields in context.Entries(section, "contributions", Keys))
        {
            var member = fields.RequiredReference("member", context.Members);
            var kind = fields.RequiredChoice<ContributionKind>("kind");
            var subject = fields.RequiredText("subject");
            var value = MoneyReader.Required(fields, "value");
            var from = fields.RequiredDate("from");
            Provenance.Check(fields, context);
            if (member is not null && kind is not null && subject is not null && value is not null && from is not null)
            {
                contributions.Add(new Contribution(member.Id, kind.Value, subject, value.Value, from.Value));
            }
        }

        return contributions;
    }
}
