using StaffPool.Documents.Scenarios.Yaml;
using StaffPool.Domain.Costs.Keys;

namespace StaffPool.Documents.Scenarios.Sections;

/// <summary>An allocation key: a word (<c>equal</c>, <c>half-days-worked</c>) or a map with a <c>kind</c>.</summary>
internal static class CostsKeyReader
{
    public static readonly string[] DecidedKeys = ["kind", "percents"];

    public static readonly string[] PercentageKeys = ["kind", "percent", "of", "residual"];

    public static readonly string[] FixedFeeKeys = ["kind", "fee", "residual"];

    public static readonly string[] CatalogueKeys = ["kind", "lines", "residual"];

    public static readonly string[] LineKeys = ["id", "name", "price-per-hour"];

    public static readonly string[] CapacityKeys = ["kind", "measure", "capacity", "unused"];

    public static readonly string[] CompositeKeys = ["kind", "parts"];

    public static readonly string[] PartKeys = ["percent", "key"];

    private static readonly OrderedDictionary<string, (string[] Keys, Func<ScenarioContext, Fields, AllocationKey?> Read)> Kinds =
        new(StringComparer.Ordinal)
        {
            ["decided"] = (DecidedKeys, Decided),
            ["percentage"] = (PercentageKeys, Percentage),
            ["fixed-fee"] = (FixedFeeKeys, FixedFee),
            ["catalogue"] = (CatalogueKeys, Catalogue),
            ["capacity"] = (CapacityKeys, Capacity),
            ["composite"] = (CompositeKeys, Composite),
        };

    /// <summary>The kinds that are maps, as they are written.</summary>
    public static IReadOnlyList<string> KindWords => Kinds.Keys;

    /// <summary>The keys that are one word, as they are written.</summary>
    public static IReadOnlyList<string> Words => ["equal", "zero-price", .. EnumWords.All<Measure>()];

    public static AllocationKey? Required(Fields fields, string key, ScenarioContext context) =>
        fields.Required(key) is { } node ? Of(node, key, context) : null;

    private static AllocationKey? Optional(Fields fields, string key, ScenarioContext context) =>
        fields.Node(key) is { } node ? Of(node, key, context) : null;

    private static AllocationKey? Of(Node node, string key, ScenarioContext context)
    {
        if (node is MapNode map)
        {
            return KindReader.Read(map, key, "kind", Kinds, context, context.Problems);
        }

        if (Values.Scalar(node, key, context.Problems) is not { } scalar)
        {
            return null;
        }

        switch (scalar.Value.Trim())
        {
            case "equal":
                return new EqualKey();
            case "zero-price":
                return new ZeroPriceKey();
            case var word when EnumWords.TryRead<Measure>(word, out var measure):
                return new MeasuredKey(measure);
            default:
                context.Problems.AddUnknown(scalar.Position, scalar.Value, [.. Words, .. KindWords], "choice.unknown", scalar.Value, key);
                return null;
        }
    }

    private static DecidedKey? Decided(ScenarioContext context, Fields fields)
    {
        var problems = context.Problems.Count;
        var percents = MemberValues.Percents(fields, "percents", context);
        CheckHundred(fields, "percents", percents.Sum(p => p.Quantity), problems);
        return new DecidedKey([.. percents.Select(p => new MemberPercent(p.MemberId, p.Quantity))]);
    }

    private static PercentageKey? Percentage(ScenarioContext context, Fields fields)
    {
        var percent = fields.RequiredNumber("percent", 0, 100);
        var measure = fields.RequiredChoice<Measure>("of");
        var residual = Optional(fields, "residual", context);
        return percent is null || measure is null ? null : new PercentageKey(percent.Value, measure.Value) { Residual = residual };
    }

    private static FixedFeeKey? FixedFee(ScenarioContext context, Fields fields)
    {
        var fee = MoneyReader.Required(fields, "fee");
        var residual = Optional(fields, "residual", context);
        return fee is null ? null : new FixedFeeKey(fee.Value) { Residual = residual };
    }

    private static CatalogueKey? Catalogue(ScenarioContext context, Fields fields)
    {
        fields.Required("lines");
        var lines = new Registry<ServiceLine>("lines", context.Problems);
        foreach (var line in context.Entries(fields.Node("lines"), "lines", LineKeys))
        {
            var id = Identifier.Read(line);
            var name = line.RequiredText("name");
            var price = MoneyReader.Required(line, "price-per-hour");
            lines.Declare(id, line.PositionOf("id"), id is null || name is null || price is null ? null : new ServiceLine(id, name, price.Value));
        }

        return new CatalogueKey(lines.Values) { Residual = Optional(fields, "residual", context) };
    }

    private static CapacityKey? Capacity(ScenarioContext context, Fields fields)
    {
        var measure = fields.RequiredChoice<Measure>("measure");
        var capacity = fields.RequiredNumber("capacity", 0.01m, 1_000_000_000);
        var unused = Required(fields, "unused", context);
        return measure is null || capacity is null || unused is null ? null : new CapacityKey(measure.Value, capacity.Value, unused);
    }

    private static CompositeKey? Composite(ScenarioContext context, Fields fields)
    {
        var problems = context.Problems.Count;
        fields.Required("parts");
        var parts = context.Entries(fields.Node("parts"), "parts", PartKeys)
            .Select(part => (Percent: part.RequiredNumber("percent", 0, 100), Key: Required(part, "key", context)))
            .ToList();
        CheckHundred(fields, "parts", parts.Sum(p => p.Percent ?? 0), problems);
        return parts.Count == 0 || parts.Any(p => p.Percent is null || p.Key is null)
            ? null
            : new CompositeKey([.. parts.Select(p => new KeyPart(p.Percent!.Value, p.Key!))]);
    }

    // A percentage that could not be read makes the sum wrong too: reported once.
    private static void CheckHundred(Fields fields, string key, decimal sum, int problemsBefore)
    {
        if (fields.Problems.Count == problemsBefore && sum != 100)
        {
            fields.Problems.Add(fields.PositionOf(key), "costs.percentages", key, sum);
        }
    }
}
