using StaffPool.Application.Costs;
using StaffPool.Documents.Scenarios.Yaml;
using StaffPool.Domain.Costs.Accounts;

namespace StaffPool.Documents.Scenarios.Sections;

/// <summary>What the assembly decided about the result.</summary>
internal static class CostsResultSection
{
    public static readonly string[] Keys =
        ["decided-on", "reference", "confidence", "surplus", "deficit", "uses", Provenance.Source, Provenance.Synthetic];

    public static readonly string[] UseKeys = ["use", "amount"];

    /// <param name="section">The map, or null where nothing was decided.</param>
    /// <param name="hasCalls">Whether a budget gives the parts that the decision does not.</param>
    /// <param name="context">What the file declares.</param>
    public static ResultDecision? Read(Node? section, bool hasCalls, ScenarioContext context)
    {
        if (section is null || Fields.Of(section, "result", Keys, context.Problems) is not { } fields)
        {
            return null;
        }

        var decidedOn = fields.RequiredDate("decided-on");
        var reference = References.Read(fields);
        var uses =
            (from use in context.Entries(fields.Required("uses"), "uses", UseKeys)
             let kind = use.RequiredChoice<ResultUse>("use")
             let amount = MoneyReader.Required(use, "amount")
             where kind is not null && amount is not null
             select new UseOfResult(kind.Value, amount.Value)).ToList();
        var surplus = MemberValues.Amounts(fields.Node("surplus"), "surplus", context);
        var deficit = MemberValues.Amounts(fields.Node("deficit"), "deficit", context);
        Provenance.Check(fields, context);
        if (fields.Has("surplus") && fields.Has("deficit"))
        {
            context.Problems.Add(fields.PositionOf("deficit"), "costs.result-both");
        }
        else if (!hasCalls && !fields.Has("surplus") && !fields.Has("deficit"))
        {
            context.Problems.Add(fields.Position, "costs.result-without-parts");
        }

        if (decidedOn is null || reference is null)
        {
            return null;
        }

        var parts = fields.Has("deficit") ? deficit : fields.Has("surplus") ? surplus : null;
        return new ResultDecision(new ResultAllocation(decidedOn.Value, reference, uses), parts, fields.Has("deficit"));
    }
}
