using StaffPool.Documents.Scenarios.Yaml;
using StaffPool.Domain.Geography;
using StaffPool.Domain.Members;

namespace StaffPool.Documents.Scenarios.Sections;

internal static class DistancesSection
{
    public static readonly string[] Keys = ["from", "to", "km", Provenance.Source, Provenance.Synthetic];

    public static List<(Site From, Site To, Distance Distance)> Read(Node? section, ScenarioContext context)
    {
        var distances = new List<(Site From, Site To, Distance Distance)>();
        var lines = new Dictionary<(string, string), int>();
        foreach (var fields in context.Entries(section, "distances", Keys))
        {
            var from = fields.RequiredReference("from", context.Sites);
            var to = fields.RequiredReference("to", context.Sites);
            var kilometres = fields.RequiredNumber("km", 0, 2000);
            Provenance.Check(fields, context);
            if (from is null || to is null)
            {
                continue;
            }

            if (from == to)
            {
                context.Problems.Add(fields.PositionOf("to"), "distance.same", from.Id);
            }
            else if (!lines.TryAdd(Pair(from, to), fields.Position.Line))
            {
                context.Problems.Add(fields.Position, "distance.duplicate", from.Id, to.Id, lines[Pair(from, to)]);
            }
            else if (kilometres is not null)
            {
                var provenance = fields.Text(Provenance.Source) ?? Provenance.Synthetic;
                distances.Add((from, to, new Distance((long)(kilometres.Value * 1000), DistanceMethod.KnownRoad, provenance)));
            }
        }

        return distances;
    }

    // There and back are one distance.
    private static (string, string) Pair(Site a, Site b) =>
        string.CompareOrdinal(a.Id, b.Id) <= 0 ? (a.Id, b.Id) : (b.Id, a.Id);
}
