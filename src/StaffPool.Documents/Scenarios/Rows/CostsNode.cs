using StaffPool.Documents.Scenarios.Sections;
using StaffPool.Documents.Scenarios.Yaml;

namespace StaffPool.Documents.Scenarios.Rows;

/// <summary>The costs of an agreement as they are written, to add to them what the service recorded.</summary>
internal static class CostsNode
{
    public static Domain.Calendar.Period? ExerciseOf(MapNode costs) => PeriodReader.Read(Value(costs, "exercise"), new ProblemList());

    public static Node? Value(MapNode map, string key) => map.Entries.FirstOrDefault(e => e.Key.Value == key).Value;

    /// <summary>With a list in its place, or at the end; an empty list changes nothing.</summary>
    public static MapNode With(MapNode map, string key, ListNode value) => value.Items.Count == 0 ? map : new MapNode(
        default,
        Value(map, key) is null
            ? [.. map.Entries, (WrittenEntry.Scalar(key), value)]
            : [.. map.Entries.Select(e => e.Key.Value == key ? (e.Key, value) : e)]);
}
