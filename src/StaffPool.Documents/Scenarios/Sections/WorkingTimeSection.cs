using StaffPool.Documents.Scenarios.Yaml;
using StaffPool.Domain.Workforce;

namespace StaffPool.Documents.Scenarios.Sections;

internal static class WorkingTimeSection
{
    public static readonly string[] Keys = ["id", "name", "annual-hours", "weekly-hours", "reference", "confidence"];

    public static void Read(Node? section, ScenarioContext context)
    {
        foreach (var fields in context.Entries(section, "working-time", Keys))
        {
            var id = Identifier.Read(fields);
            var name = fields.RequiredText("name");
            var annual = fields.RequiredNumber("annual-hours", 1, 2400);
            var weekly = fields.RequiredNumber("weekly-hours", 1, 60);
            var reference = References.Read(fields);
            context.WorkingTimes.DeclareName(name, fields.PositionOf("name"));
            context.WorkingTimes.Declare(
                id,
                fields.PositionOf("id"),
                id is null || name is null || annual is null || weekly is null || reference is null
                    ? null
                    : new WorkingTimeRuleSet(id, name, annual.Value, weekly.Value, reference));
        }

        foreach (var agreement in WorkingTimeRuleSet.Agreements)
        {
            context.WorkingTimes.Suppose(agreement.Id, agreement);
        }
    }
}
