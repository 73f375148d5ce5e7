using StaffPool.Documents.Scenarios.Yaml;
using StaffPool.Domain.Members;
using StaffPool.Domain.Planning;
using StaffPool.Domain.Workforce;

namespace StaffPool.Documents.Scenarios.Sections;

internal static class WaiversSection
{
    public static readonly string[] Keys = ["professional", "site", "reason"];

    public static List<DistanceWaiver> Read(Node? section, ScenarioContext context)
    {
        var waivers = new List<DistanceWaiver>();
        var lines = new Dictionary<(Professional, Site), int>();
        foreach (var fields in context.Entries(section, "waivers", Keys))
        {
            var professional = fields.RequiredReference("professional", context.Professionals);
            var site = fields.RequiredReference("site", context.Sites);
            var reason = fields.RequiredText("reason");
            if (professional is null || site is null)
            {
                continue;
            }

            if (!lines.TryAdd((professional, site), fields.Position.Line))
            {
                context.Problems.Add(fields.Position, "waiver.duplicate", professional.Name, site.Name, lines[(professional, site)]);
            }
            else if (reason is not null)
            {
                waivers.Add(new DistanceWaiver(professional, site, reason));
            }
        }

        return waivers;
    }
}
