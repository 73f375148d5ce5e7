using StaffPool.Documents.Scenarios.Yaml;
using StaffPool.Domain.Costs;
using StaffPool.Domain.Costs.Accounts;
using StaffPool.Domain.Members;

namespace StaffPool.Documents.Scenarios.Sections;

/// <summary>One value for each of some members: <c>{ehpad-tilleuls: 120, foyer-erables: 36}</c>.</summary>
internal static class MemberValues
{
    public static IReadOnlyList<MemberQuantity> RequiredNumbers(Fields fields, string key, ScenarioContext context) =>
        Numbers(fields.Required(key), key, 1_000_000_000, context);

    public static IReadOnlyList<MemberQuantity> Percents(Fields fields, string key, ScenarioContext context) =>
        Numbers(fields.Required(key), key, 100, context);

    public static IReadOnlyList<MemberAmount> Amounts(Node? node, string key, ScenarioContext context) =>
    [
        .. Read(node, key, context, (value, member) => MoneyReader.Of(value, member, context.Problems))
            .Select(a => new MemberAmount(a.Member.Id, a.Value)),
    ];

    /// <param name="node">What should be a map of members; null where it is absent.</param>
    /// <param name="key">Its key, for the messages.</param>
    /// <param name="context">The members declared.</param>
    /// <param name="read">Reads one value, given what to call it in messages; null and a problem where it is wrong.</param>
    public static List<(Member Member, T Value)> Read<T>(
        Node? node, string key, ScenarioContext context, Func<ScalarNode, string, T?> read)
        where T : struct
    {
        var values = new List<(Member, T)>();
        if (node is not MapNode map)
        {
            if (node is not null)
            {
                context.Problems.Add(node.Position, "type.map", key, string.Join(", ", context.Members.Values.Select(m => m.Id)));
            }

            return values;
        }

        foreach (var (name, value) in map.Entries)
        {
            var member = context.Members.Find(name);
            if (Values.Scalar(value, name.Value, context.Problems) is { } scalar
                && read(scalar, name.Value) is { } amount
                && member is not null)
            {
                values.Add((member, amount));
            }
        }

        return values;
    }

    private static IReadOnlyList<MemberQuantity> Numbers(Node? node, string key, decimal most, ScenarioContext context) =>
    [
        .. Read(node, key, context, (value, member) => Values.Number(value, member, 0, most, false, context.Problems))
            .Select(n => new MemberQuantity(n.Member.Id, n.Value)),
    ];
}
