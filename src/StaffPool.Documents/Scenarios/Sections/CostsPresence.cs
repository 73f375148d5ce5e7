using StaffPool.Documents.Scenarios.Yaml;
using StaffPool.Domain.Calendar;
using StaffPool.Domain.Costs;

namespace StaffPool.Documents.Scenarios.Sections;

/// <summary>Days when a member takes part, in the grouping or in one centre.</summary>
internal sealed class CostsPresence(ScenarioContext context, Period? exercise)
{
    public static readonly string[] Keys = ["member", "from", "until"];

    /// <param name="section">List, or null where it is absent.</param>
    /// <param name="what">Name of the section.</param>
    /// <param name="allowsSeveral">Whether a member may come several times (it left and came back).</param>
    public List<Presence> Read(Node? section, string what, bool allowsSeveral)
    {
        var found = new List<Presence>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var fields in context.Entries(section, what, Keys))
        {
            var member = fields.RequiredReference("member", context.Members);
            var from = fields.Date("from");
            var until = fields.Date("until");
            var first = from ?? exercise?.Start ?? DateOnly.MinValue;
            if (until < first)
            {
                context.Problems.Add(fields.PositionOf("until"), "period.reversed", first, until);
            }
            else if (member is not null && !lines.TryAdd(member.Id, fields.Position.Line) && !allowsSeveral)
            {
                context.Problems.Add(fields.Position, "costs.member-twice", member.Name, what, lines[member.Id]);
            }
            else if (member is not null)
            {
                found.Add(new Presence(member.Id, first, until));
            }
        }

        return found;
    }

    /// <summary>Every member of the file, for the whole exercise unless <c>presence</c> says otherwise.</summary>
    public IReadOnlyList<Contributor> Contributors(Node? section)
    {
        var given = Read(section, "presence", allowsSeveral: false).ToDictionary(p => p.MemberId, StringComparer.Ordinal);
        return
        [
            .. context.Members.Values.Select(m => given.GetValueOrDefault(m.Id) is { } presence
                ? new Contributor(m.Id, m.Name, presence.From, presence.Until)
                : new Contributor(m.Id, m.Name, exercise?.Start ?? DateOnly.MinValue)),
        ];
    }
}
