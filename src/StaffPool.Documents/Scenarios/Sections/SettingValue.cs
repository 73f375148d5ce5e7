using StaffPool.Documents.Scenarios.Yaml;
using StaffPool.Domain.Costs.Accounts;
using StaffPool.Domain.Costs.Analysis;
using StaffPool.Domain.Governance;
using StaffPool.Domain.Replacements;

namespace StaffPool.Documents.Scenarios.Sections;

/// <summary>The value of a setting, read as the type that the setting has.</summary>
internal static class SettingValue
{
    public static readonly string[] LimitKeys = ["km", "mode"];

    public static object? Read(Node node, SettingDefinition definition, ScenarioContext context) => definition switch
    {
        SettingDefinition<int> whole => Number(node, whole.Key, whole.Range, true, context.Problems) is { } number
            ? decimal.ToInt32(number)
            : null,
        SettingDefinition<decimal> number => Number(node, number.Key, number.Range, false, context.Problems),
        SettingDefinition<bool> => Values.Scalar(node, definition.Key, context.Problems) is { } scalar
            ? Values.Flag(scalar, definition.Key, context.Problems)
            : null,
        SettingDefinition<AbsenceRisk> => Choice<AbsenceRisk>(node, definition.Key, context.Problems),
        SettingDefinition<CallFrequency> => Choice<CallFrequency>(node, definition.Key, context.Problems),
        SettingDefinition<DistanceLimit> => Limit(node, context.Problems),
        SettingDefinition<IReadOnlyList<string>> order when order == ReplacementSettings.Order => Criteria(node, order.Key, context),
        SettingDefinition<IReadOnlyList<string>> => Services(node, definition.Key, context),
        _ => throw new NotSupportedException($"The setting {definition.Key} has a type that scenario files cannot hold."),
    };

    private static decimal? Number(
        Node node, string key, (decimal Least, decimal Most)? range, bool whole, ProblemList problems)
    {
        var (least, most) = range ?? (0, 1_000_000);
        return Values.Scalar(node, key, problems) is { } scalar
            ? Values.Number(scalar, key, least, most, whole, problems)
            : null;
    }

    private static T? Choice<T>(Node node, string key, ProblemList problems)
        where T : struct, Enum =>
        Values.Scalar(node, key, problems) is { } scalar ? Values.Choice<T>(scalar, key, problems) : null;

    private static DistanceLimit? Limit(Node node, ProblemList problems)
    {
        if (Fields.Of(node, "value", LimitKeys, problems) is not { } fields)
        {
            return null;
        }

        var mode = fields.RequiredChoice<LimitMode>("mode");
        var kilometres = mode == LimitMode.Waived
            ? fields.Number("km", 0, 2000) ?? 0
            : fields.RequiredNumber("km", 0, 2000);
        return mode is null || kilometres is null ? null : new DistanceLimit(kilometres.Value, mode.Value);
    }

    private static IReadOnlyList<string> Criteria(Node node, string key, ScenarioContext context)
    {
        var known = RankCriterion.All.Select(c => c.Id).ToList();
        var criteria = Values.Scalars(node, key, context.Problems);
        foreach (var criterion in criteria.Where(c => !known.Contains(c.Value.Trim(), StringComparer.Ordinal)))
        {
            context.Problems.AddUnknown(criterion.Position, criterion.Value, known, "setting.criterion-unknown", criterion.Value);
        }

        return [.. criteria.Select(c => c.Value.Trim()).Distinct(StringComparer.Ordinal)];
    }

    // The other list among the settings names services: each must be that of some profession.
    private static IReadOnlyList<string> Services(Node node, string key, ScenarioContext context)
    {
        var known = context.Professions.Values.Select(p => p.Service).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var services = Values.Scalars(node, key, context.Problems);
        foreach (var service in services.Where(s => !known.Contains(s.Value.Trim(), StringComparer.Ordinal)))
        {
            context.Problems.AddUnknown(service.Position, service.Value, known, "setting.service-unknown", service.Value);
        }

        return [.. services.Select(s => s.Value.Trim()).Distinct(StringComparer.Ordinal)];
    }
}
