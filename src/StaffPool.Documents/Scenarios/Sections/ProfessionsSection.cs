using StaffPool.Documents.Scenarios.Yaml;
using StaffPool.Domain.Workforce;

namespace StaffPool.Documents.Scenarios.Sections;

internal static class ProfessionsSection
{
    public static readonly string[] Keys = ["id", "name", "service", Provenance.Source, Provenance.Synthetic];

    public static void Read(Node? section, ScenarioContext context)
    {
        foreach (var fields in context.Entries(section, "professions", Keys))
        {
            var id = Identifier.Read(fields);
            var name = fields.RequiredText("name");
            var service = fields.Text("service");
            Provenance.Check(fields, context);
            context.Professions.DeclareName(name, fields.PositionOf("name"));
            context.Professions.Declare(id, fields.PositionOf("id"), id is null || name is null
                ? null
                : new Profession { Id = id, Name = name, Service = service });
        }
    }
}
