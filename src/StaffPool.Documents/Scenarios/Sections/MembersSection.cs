using StaffPool.Documents.Scenarios.Yaml;
using StaffPool.Domain.Members;

namespace StaffPool.Documents.Scenarios.Sections;

internal static class MembersSection
{
    public static readonly string[] Keys =
        ["id", "name", "kind", "employer", "quota-per-year", Provenance.Source, Provenance.Synthetic];

    public static void Read(Node? section, ScenarioContext context)
    {
        foreach (var fields in context.Entries(section, "members", Keys))
        {
            var id = Identifier.Read(fields);
            var name = fields.RequiredText("name");
            var kind = fields.RequiredChoice<MemberKind>("kind");
            var employer = fields.Flag("employer");
            var quota = fields.Integer("quota-per-year", 0, 1_000_000);
            Provenance.Check(fields, context);
            context.Members.DeclareName(name, fields.PositionOf("name"));
            context.Members.Declare(id, fields.PositionOf("id"), id is null || name is null || kind is null
                ? null
                : new Member { Id = id, Name = name, Kind = kind.Value, IsEmployer = employer ?? false, QuotaPerYear = quota });
        }
    }
}
