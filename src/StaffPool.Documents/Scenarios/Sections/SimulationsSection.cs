using StaffPool.Application.Simulations;
using StaffPool.Documents.Scenarios.Yaml;
using StaffPool.Domain.Costs;
using StaffPool.Domain.Costs.Keys;
using StaffPool.Domain.Simulations;

namespace StaffPool.Documents.Scenarios.Sections;

/// <summary>What would change if someone joined, left, or if a key, a value or a figure were another.</summary>
internal static class SimulationsSection
{
    public static readonly string[] Keys = ["on", "thresholds", "cases"];

    public static readonly string[] ThresholdKeys =
    [
        "id", "name", "centre", "measure", "limit", "items", "taken", "engaged-until", "reference", "confidence", Provenance.Source,
        Provenance.Synthetic,
    ];

    public static readonly string[] CaseKeys = ["id", "title", "changes", Provenance.Source, Provenance.Synthetic];

    /// <param name="section">The map, or null where it is absent.</param>
    /// <param name="centres">Cost centres of the file; none where it tells no costs.</param>
    /// <param name="context">The members declared.</param>
    public static DeclaredSimulations? Read(Node? section, IReadOnlyList<CostCentre> centres, ScenarioContext context)
    {
        if (section is null || Fields.Of(section, "simulations", Keys, context.Problems) is not { } fields)
        {
            return null;
        }

        var known = new Registry<CostCentre>("costs.centres", context.Problems);
        foreach (var centre in centres)
        {
            known.Declare(centre.Id, section.Position, centre);
        }

        var on = fields.RequiredDate("on");
        var thresholds = Thresholds(fields.Node("thresholds"), known, context);
        fields.Required("cases");
        var cases = Cases(fields.Node("cases"), new SimulatedChangesReader(known, context), context);
        return on is null ? null : new DeclaredSimulations(on.Value, thresholds, cases);
    }

    private static IReadOnlyList<DeclaredThreshold> Thresholds(Node? section, Registry<CostCentre> centres, ScenarioContext context)
    {
        var thresholds = new Registry<DeclaredThreshold>("simulations.thresholds", context.Problems);
        foreach (var fields in context.Entries(section, "thresholds", ThresholdKeys))
        {
            var id = Identifier.Read(fields);
            var name = fields.RequiredText("name");
            var centre = fields.RequiredReference("centre", centres);
            var measure = fields.RequiredChoice<Measure>("measure");
            var limit = fields.RequiredNumber("limit", 0, 1_000_000_000);
            fields.Required("items");
            var added = CostsCentresSection.ReadItems(fields.Node("items"), context);
            var taken = fields.Flag("taken") ?? false;
            var until = fields.Date("engaged-until");
            var reference = References.Read(fields);
            Provenance.Check(fields, context);
            thresholds.Declare(
                id,
                fields.PositionOf("id"),
                id is null || name is null || centre is null || measure is null || limit is null || reference is null
                    ? null
                    : new DeclaredThreshold(
                        id, new CostThreshold(name, centre.Id, measure.Value, limit.Value, added, until, reference), taken));
        }

        return thresholds.Values;
    }

    private static IReadOnlyList<SimulationCase> Cases(Node? section, SimulatedChangesReader changes, ScenarioContext context)
    {
        var cases = new Registry<SimulationCase>("simulations.cases", context.Problems);
        foreach (var fields in context.Entries(section, "cases", CaseKeys))
        {
            var id = Identifier.Read(fields);
            var title = fields.RequiredText("title");
            fields.Required("changes");
            var read = changes.Read(fields.Node("changes"));
            Provenance.Check(fields, context);
            cases.Declare(id, fields.PositionOf("id"), id is null || title is null ? null : new SimulationCase(id, title, read));
        }

        return cases.Values;
    }
}
