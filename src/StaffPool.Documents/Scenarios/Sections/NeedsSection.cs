using StaffPool.Documents.Scenarios.Yaml;
using StaffPool.Domain.Members;
using StaffPool.Domain.Needs;
using StaffPool.Domain.Workforce;

namespace StaffPool.Documents.Scenarios.Sections;

internal static class NeedsSection
{
    public static readonly string[] Keys =
    [
        "id", "site", "profession", "quantity", "priority", "legal-minimum", "qualifications", "small-blocks",
        Provenance.Source, Provenance.Synthetic,
    ];

    public static readonly string[] LegalMinimumKeys = ["quantity", "reference", "confidence"];

    public static void Read(Node? section, ScenarioContext context)
    {
        var asked = new Dictionary<(Site, Profession), int>();
        foreach (var fields in context.Entries(section, "needs", Keys))
        {
            var site = fields.RequiredReference("site", context.Sites);
            var profession = fields.RequiredReference("profession", context.Professions);
            var id = IdOf(fields);
            var need = ReadNeed(fields, id, site, profession);
            Provenance.Check(fields, context);
            if (site is null || profession is null || asked.TryAdd((site, profession), fields.Position.Line))
            {
                context.Needs.Declare(id, fields.Has("id") ? fields.PositionOf("id") : fields.Position, need);
            }
            else
            {
                context.Problems.Add(fields.Position, "need.duplicate", site.Name, profession.Name, asked[(site, profession)]);
            }
        }
    }

    private static string? IdOf(Fields fields) => fields.Has("id")
        ? Identifier.ReadOptional(fields)
        : fields.Text("site") is { } site && fields.Text("profession") is { } profession ? $"{site}/{profession}" : null;

    private static NeedDeclaration? ReadNeed(Fields fields, string? id, Site? site, Profession? profession)
    {
        var quantity = QuantityReader.Required(fields, "quantity");
        var priority = fields.Flag("priority");
        var minimum = ReadLegalMinimum(fields);
        var qualifications = fields.Scalars("qualifications").Select(q => q.Value.Trim()).Distinct(StringComparer.Ordinal);
        var smallBlocks = fields.Flag("small-blocks");
        return id is null || site is null || profession is null || quantity is null
            ? null
            : new NeedDeclaration
            {
                Id = id,
                Site = site,
                Profession = profession,
                Quantity = quantity,
                IsPriority = priority ?? false,
                LegalMinimum = minimum,
                RequiredQualifications = [.. qualifications],
                AcceptsSmallBlocks = smallBlocks ?? false,
            };
    }

    private static LegalMinimum? ReadLegalMinimum(Fields fields)
    {
        if (fields.Node("legal-minimum") is not { } node
            || Fields.Of(node, "legal-minimum", LegalMinimumKeys, fields.Problems) is not { } minimum)
        {
            return null;
        }

        var quantity = QuantityReader.Required(minimum, "quantity");
        var reference = References.Read(minimum);
        return quantity is null || reference is null ? null : new LegalMinimum(quantity, reference);
    }
}
