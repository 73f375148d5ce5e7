using StaffPool.Application.Governance;
using StaffPool.Documents.Scenarios.Yaml;

namespace StaffPool.Documents.Scenarios.Sections;

/// <summary>Members named in a list, or the word <c>all</c>.</summary>
internal static class ParticipantsReader
{
    private const string Everyone = "all";

    /// <returns>Nobody where the key is absent.</returns>
    public static Participants Read(Fields fields, string key, ScenarioContext context) =>
        fields.Node(key) is ScalarNode word && word.Value.Trim() == Everyone
            ? new Participants(true, [])
            : new Participants(false, [.. fields.References(key, context.Members).Select(m => m.Id)]);
}
