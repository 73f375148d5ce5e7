using StaffPool.Documents.Scenarios.Yaml;
using StaffPool.Domain.Governance;
using StaffPool.Domain.Replacements;
using StaffPool.Domain.Timetables;

namespace StaffPool.Documents.Scenarios.Sections;

/// <summary>The founding agreement: its seat and its dated settings.</summary>
internal static class AgreementSection
{
    public static readonly string[] Keys = ["name", "seat", "settings", Provenance.Source, Provenance.Synthetic];

    // Those of costs stand in costs: they date from the exercise.
    private static readonly IReadOnlyList<SettingDefinition> Known = [.. AgreementSettings.All, .. GovernanceSettings.All, .. ReplacementSettings.All, .. TimetableSettings.All];

    public static readonly string[] SettingKeys = ["key", "value", "from", "reference", "confidence"];

    /// <param name="section">The map, or null where it is absent.</param>
    /// <param name="plans">Whether the scenario plans: only then a seat is required.</param>
    /// <param name="context">What the file declares.</param>
    public static FoundingAgreement? Read(Node? section, bool plans, ScenarioContext context)
    {
        if (section is null || Fields.Of(section, "agreement", Keys, context.Problems) is not { } fields)
        {
            return null;
        }

        Provenance.Check(fields, context);
        var name = fields.RequiredText("name");
        var seat = plans ? fields.RequiredReference("seat", context.Sites) : fields.Reference("seat", context.Sites);
        var settings = ReadSettings(fields.Node("settings"), Known, context);
        return name is null || (seat is null && plans) ? null : new FoundingAgreement { Name = name, Seat = seat, Settings = settings };
    }

    /// <summary>A list of dated settings, of those known.</summary>
    public static List<DatedSetting> ReadSettings(Node? section, IReadOnlyList<SettingDefinition> known, ScenarioContext context)
    {
        var settings = new List<DatedSetting>();
        var dated = new Dictionary<(SettingDefinition, DateOnly), int>();
        foreach (var fields in context.Entries(section, "settings", SettingKeys))
        {
            var definition = ReadDefinition(fields, known);
            var from = fields.RequiredDate("from");
            var reference = References.Read(fields);
            var value = fields.Required("value") is { } node && definition is not null
                ? SettingValue.Read(node, definition, context)
                : null;
            if (definition is null || from is null)
            {
                continue;
            }

            if (!dated.TryAdd((definition, from.Value), fields.Position.Line))
            {
                context.Problems.Add(fields.Position, "setting.duplicate", definition.Key, from, dated[(definition, from.Value)]);
            }
            else if (value is not null && reference is not null)
            {
                settings.Add(new DatedSetting(definition, from.Value, value, reference));
            }
        }

        return settings;
    }

    private static SettingDefinition? ReadDefinition(Fields fields, IReadOnlyList<SettingDefinition> known)
    {
        if (fields.RequiredText("key") is not { } key)
        {
            return null;
        }

        var definition = known.FirstOrDefault(d => d.Key == key);
        if (definition is null)
        {
            fields.Problems.AddUnknown(
                fields.PositionOf("key"), key, [.. known.Select(d => d.Key)], "setting.unknown", key);
        }

        return definition;
    }
}
