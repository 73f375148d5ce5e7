using StaffPool.Documents.Scenarios.Yaml;
using StaffPool.Domain.Costs;
using StaffPool.Domain.Costs.Accounts;

namespace StaffPool.Documents.Scenarios.Sections;

/// <summary>One value per member, by its identifier: <c>{ehpad-tilleuls: 120, foyer-erables: 36}</c>.</summary>
internal static class MemberValues
{
    public static IReadOnlyList<MemberQuantity> RequiredNumbers(Fields fields, string key, ScenarioContext context) =>
        fields.Required(key) is { } node ? Numbers(node, key, 1_000_000_000, context) : [];

    public static IReadOnlyList<MemberQuantity> Percents(Fields fields, string key, ScenarioContext context) =>
        fields.Required(key) is { } node ? Numbers(node, key, 100, context) : [];

    public static IReadOnlyList<MemberAmount> Amounts(Node? node, string key, ScenarioContext context) =>
    [
        .. from entry in Entries(node, key, context)
           let amount = MoneyReader.Of(entry.Value, entry.MemberId, context.Problems)
           where amount is not null
           select new MemberAmount(entry.MemberId, amount.Value),
    ];

    private static List<MemberQuantity> Numbers(Node node, string key, decimal most, ScenarioContext context) =>
    [
        .. from entry in Entries(node, key, context)
           let number = Values.Number(entry.Value, entry.MemberId, 0, most, false, context.Problems)
           where number is not null
           select new MemberQuantity(entry.MemberId, number.Value),
    ];

    private static IEnumerable<(string MemberId, ScalarNode Value)> Entries(Node? node, string key, ScenarioContext context)
    {
        if (node is not MapNode map)
        {
            if (node is not null)
            {
                context.Problems.Add(node.Position, "type.map", key, string.Join(", ", context.Members.Values.Select(m => m.Id)));
            }

            yield break;
        }

        foreach (var (name, value) in map.Entries)
        {
            var member = context.Members.Find(name);
            if (Values.Scalar(value, name.Value, context.Problems) is { } scalar && member is not null)
            {
                yield return (member.Id, scalar);
            }
        }
    }
}
