using StaffPool.Application.Governance;
using StaffPool.Documents.Scenarios.Yaml;
using StaffPool.Domain.Governance.Life;
using StaffPool.Domain.Members;

namespace StaffPool.Documents.Scenarios.Sections;

/// <summary>What can end a grouping, and its situation towards VAT.</summary>
internal static class LifeEndReader
{
    public static readonly string[] DissolutionKeys =
        ["term-ends-on", "decided-from", "object-extinct-from", "prefect-told-on", "liquidators"];

    public static readonly string[] VatKeys = ["calls-match-costs", "positions", "other-use"];

    public static DeclaredEnd? Dissolution(Node? node, ProblemList problems) =>
        node is null || Fields.Of(node, "dissolution", DissolutionKeys, problems) is not { } fields
            ? null
            : new DeclaredEnd
            {
                TermEndsOn = fields.Date("term-ends-on"),
                DecidedFrom = fields.Date("decided-from"),
                ObjectExtinctFrom = fields.Date("object-extinct-from"),
                PrefectToldOn = fields.Date("prefect-told-on"),
                Liquidators = [.. fields.Scalars("liquidators").Select(s => s.Value.Trim())],
            };

    public static VatSituation? Vat(Node? node, IReadOnlyList<Member> members, ScenarioContext context)
    {
        if (node is null || Fields.Of(node, "vat", VatKeys, context.Problems) is not { } fields)
        {
            return null;
        }

        var matches = fields.Required("calls-match-costs") is null ? null : fields.Flag("calls-match-costs");
        var positions = fields.Node("positions") is { } map
            ? MemberValues.Read(map, "positions", context, (s, member) => Values.Choice<VatStatus>(s, member, context.Problems))
                .ToDictionary(p => p.Member, p => p.Value)
            : [];
        var otherUse = fields.References("other-use", context.Members);
        return matches is null
            ? null
            : new VatSituation(
                [.. members.Select(m => new VatPosition(m, positions.GetValueOrDefault(m, VatStatus.Unknown), !otherUse.Contains(m)))],
                matches.Value);
    }
}
