using StaffPool.Application.Scenarios;
using StaffPool.Application.UseCases;
using StaffPool.Data.Needs;
using StaffPool.Data.Planning;
using StaffPool.Domain.Needs;
using StaffPool.Domain.Rules;

namespace StaffPool.Documents.Scenarios.Rows;

/// <summary>The campaign of the period that a file plans, and the plan in force with its pins.</summary>
internal sealed class NeedsFromFile
{
    // Nothing says when the needs were asked for: in the second month before the period, as two campaigns a year do.
    private const int MonthsBefore = 2;

    private readonly Scenario scenario;
    private readonly Dictionary<string, NeedQuantity> quantities;

    public NeedsFromFile(
        ReadEntry file,
        Scenario scenario,
        Dictionary<string, Guid> sites,
        Dictionary<string, Guid> professions,
        Dictionary<string, Guid> professionals)
    {
        this.scenario = scenario;
        quantities = scenario.Grouping.Needs.ToDictionary(n => n.Id, n => n.Quantity, StringComparer.Ordinal);
        file.Take("period");
        var needs = RowsFromFile.Ordered(file.TakeEntries("needs"), (entry, id) => NeedOf(entry, id, sites, professions));
        Campaign = CampaignOf(needs.ConvertAll(n => n.Row));
        var pins = CellsOf(file, "pins");
        var inForce = CellsOf(file, "plan-in-force");
        Plan = PlanOf(pins, inForce, professionals, needs.ToDictionary(n => n.Code, n => n.Row.Id, StringComparer.Ordinal));
    }

    public CampaignRow? Campaign { get; }

    public PlanRow? Plan { get; }

    private (string Code, NeedRow Row) NeedOf(ReadEntry entry, Guid id, Dictionary<string, Guid> sites, Dictionary<string, Guid> professions)
    {
        var (site, profession) = (entry.Required("site"), entry.Required("profession"));
        var code = (entry.See("id") as Yaml.ScalarNode)?.Value.Trim() ?? $"{site}/{profession}";
        entry.Take("quantity");
        var quantity = quantities[code];
        return (code, new NeedRow
        {
            Id = id,
            SiteId = sites[site],
            ProfessionId = professions[profession],
            Amount = quantity.Amount,
            Unit = quantity.Unit,
            EveryWeeks = quantity.EveryWeeks,
            IsPriority = entry.Flag("priority"),
            AcceptsSmallBlocks = entry.Flag("small-blocks"),
            Extras = entry.Left(),
        });
    }

    private CampaignRow? CampaignOf(List<NeedRow> needs)
    {
        if (scenario.Period is not { } period)
        {
            return null;
        }

        var campaign = new CampaignRow
        {
            PeriodStart = period.Start,
            PeriodEnd = period.End,
            OpensOn = period.Start.AddMonths(-MonthsBefore),
            ClosesOn = period.Start.AddMonths(1 - MonthsBefore).AddDays(-1),
            Status = CampaignStatus.Closed,
        };
        campaign.Needs.AddRange(needs);
        return campaign;
    }

    /// <returns>Null where the file has no such section.</returns>
    private static Dictionary<(string Professional, string Need), int>? CellsOf(ReadEntry file, string key) => file.See(key) is null
        ? null
        : file.TakeEntries(key).ToDictionary(e => (e.Required("professional"), e.Required("need")), e => e.Integer("half-days")!.Value);

    private PlanRow? PlanOf(
        Dictionary<(string Professional, string Need), int>? pins,
        Dictionary<(string Professional, string Need), int>? inForce,
        Dictionary<string, Guid> professionals,
        Dictionary<string, Guid> needs)
    {
        if (scenario.Period is not { } period || (inForce is null && pins is not { Count: > 0 }))
        {
            return null;
        }

        var plan = new PlanRow
        {
            Name = ScenarioTexts.Of(inForce is null ? "import.pins" : "import.plan").ToString(),
            PeriodStart = period.Start,
            PeriodEnd = period.End,
            Status = inForce is null ? PlanStatus.Draft : PlanStatus.Published,
        };
        (inForce, pins) = (inForce ?? [], pins ?? []);
        RefusePinsBesideThePlan(pins, inForce, plan.Status);
        var cells = inForce.Concat(pins.Where(p => !inForce.ContainsKey(p.Key)));
        plan.Assignments.AddRange(RowsFromFile.Ordered(cells, (cell, id) => new AssignmentRow
        {
            Id = id,
            ProfessionalId = professionals[cell.Key.Professional],
            NeedId = needs[cell.Key.Need],
            HalfDays = cell.Value,
            IsPinned = pins.ContainsKey(cell.Key),
        }));
        return plan;
    }

    // A row has the half-days of a cell once, in force and pinned.
    private static void RefusePinsBesideThePlan(
        Dictionary<(string Professional, string Need), int> pins, Dictionary<(string Professional, string Need), int> inForce, PlanStatus status)
    {
        var beside = pins.Where(p => status == PlanStatus.Published && inForce.GetValueOrDefault(p.Key) != p.Value).ToList();
        if (beside.Count > 0)
        {
            throw new RefusedException(Refusal.Invalid, [.. beside.Select(p => new Violation(
                "import.pin-beside-plan",
                Severity.Blocking,
                ScenarioTexts.Of("import.pin-beside-plan", p.Key.Professional, p.Key.Need, p.Value, inForce.GetValueOrDefault(p.Key)),
                [p.Key.Professional, p.Key.Need]))]);
        }
    }
}
