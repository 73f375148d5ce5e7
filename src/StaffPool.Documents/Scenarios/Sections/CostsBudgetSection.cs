using StaffPool.Documents.Scenarios.Yaml;
using StaffPool.Domain.Costs;

namespace StaffPool.Documents.Scenarios.Sections;

/// <summary>
/// What was expected, from which provisions are called: the same keys and members, other amounts, and other figures
/// where they are given.
/// </summary>
internal static class CostsBudgetSection
{
    public static readonly string[] Keys = ["centres", "facts", "orders"];

    public static readonly string[] CentreKeys = ["centre", "items", "receipts", Provenance.Source, Provenance.Synthetic];

    /// <param name="section">The map, or null where nothing was budgeted.</param>
    /// <param name="actual">The exercise; its centres without their items are those that the budget does not name.</param>
    /// <param name="centres">The centres as read.</param>
    /// <param name="context">What the file declares.</param>
    public static CostExercise? Read(Node? section, CostExercise actual, CostsCentresSection centres, ScenarioContext context)
    {
        if (section is null || Fields.Of(section, "budget", Keys, context.Problems) is not { } fields)
        {
            return null;
        }

        var expected = new Dictionary<string, CostCentre>(StringComparer.Ordinal);
        foreach (var entry in context.Entries(fields.Required("centres"), "centres", CentreKeys))
        {
            var centre = entry.RequiredReference("centre", centres.Centres);
            var items = CostsCentresSection.ReadItems(entry.Node("items"), context);
            var receipts = CostsCentresSection.ReadReceipts(entry.Node("receipts"), context);
            Provenance.Check(entry, context);
            if (centre is not null && !expected.TryAdd(centre.Id, centre with { Items = items, Receipts = receipts }))
            {
                context.Problems.Add(entry.PositionOf("centre"), "reference.twice", centre.Id, "centres");
            }
        }

        return actual with
        {
            Centres = [.. actual.Centres.Select(c => expected.GetValueOrDefault(c.Id) ?? c with { Items = [], Receipts = [] })],
            Facts = fields.Has("facts") ? CostsFactsSection.Read(fields.Node("facts"), centres.Centres, context) : actual.Facts,
            Orders = fields.Has("orders") ? CostsFactsSection.ReadOrders(fields.Node("orders"), context) : actual.Orders,
        };
    }
}
