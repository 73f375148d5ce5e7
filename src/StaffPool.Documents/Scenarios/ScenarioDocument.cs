using StaffPool.Application.Scenarios;
using StaffPool.Documents.Scenarios.Sections;
using StaffPool.Documents.Scenarios.Yaml;
using StaffPool.Domain.Governance;
using StaffPool.Domain.Members;
using StaffPool.Domain.Planning;

namespace StaffPool.Documents.Scenarios;

/// <summary>The top level of a scenario file: its sections, read in the order in which they refer to each other.</summary>
internal sealed class ScenarioDocument(ScenarioContext context)
{
    // Any of them makes the scenario one that plans; sites and staff alone are only known.
    private static readonly string[] PlanningKeys = ["period", "needs", "pins", "plan-in-force"];

    // Without these there is nothing to plan; a grouping may have no professional yet.
    private static readonly string[] NeededToPlan = ["sites", "professions", "needs"];

    /// <summary>The only version of the format so far.</summary>
    public const int Format = 1;

    /// <summary>In the order of the documentation.</summary>
    public static readonly string[] Keys =
    [
        "format", "title", "synthetic", "grouping", "period", "agreement", "working-time", "members", "sites", "professions",
        "professionals", "needs", "distances", "waivers", "pins", "plan-in-force", "timetable", .. GovernanceSections.Keys, "costs", "simulations",
    ];

    public static readonly string[] GroupingKeys = ["name", Provenance.Source, Provenance.Synthetic];

    /// <returns>Null where anything is wrong.</returns>
    public Scenario? Read(Node root, string name, string hash)
    {
        if (Fields.Of(root, "scenario", Keys, context.Problems) is not { } fields)
        {
            return null;
        }

        var title = ReadHead(fields);
        var groupingName = ReadGroupingName(fields.Required("grouping"));
        var plans = PlanningKeys.Any(fields.Has);
        var period = plans ? PeriodReader.Read(fields.Required("period"), context.Problems) : null;
        ReadDeclarations(fields, plans);
        var agreement = AgreementSection.Read(plans ? fields.Required("agreement") : fields.Node("agreement"), plans, context);
        if (agreement is null && groupingName is not null && !plans && !fields.Has("agreement"))
        {
            agreement = new FoundingAgreement { Name = groupingName };
        }

        var governance = GovernanceSections.Read(fields, agreement, context);
        var distances = DistancesSection.Read(fields.Node("distances"), context);
        var waivers = WaiversSection.Read(fields.Node("waivers"), context);
        var pins = CellsSection.Read(fields.Node("pins"), "pins", 0, context);
        var inForce = CellsSection.Read(fields.Node("plan-in-force"), "plan-in-force", 1, context);
        var timetable = TimetableSection.Read(fields.Node("timetable"), context);
        var costs = CostsSection.Read(fields.Node("costs"), context);
        var simulations = SimulationsSection.Read(fields.Node("simulations"), costs?.Exercise.Centres ?? [], context);
        if (!context.Problems.IsEmpty || title is null || groupingName is null || agreement is null)
        {
            return null;
        }

        return new Scenario
        {
            Name = name,
            Title = title,
            Grouping = Grouping(groupingName, agreement),
            Period = period,
            KnownDistances = distances,
            Pins = [.. pins.Select(c => new Pin(c.Professional, c.Need, c.HalfDays))],
            Waivers = waivers,
            Governance = governance,
            PlanInForce = period is not null && fields.Has("plan-in-force")
                ? new AllocationPlan(period, [.. inForce.Select(c => new Assignment(c.Professional, c.Need, c.HalfDays))])
                : null,
            Timetable = timetable,
            Costs = costs,
            Simulations = simulations,
            InputHash = hash,
            HasSyntheticValues = context.HasSyntheticValues,
        };
    }

    private string? ReadHead(Fields fields)
    {
        if (fields.RequiredInteger("format", 1, 1_000_000) is { } format && format != Format)
        {
            context.Problems.Add(fields.PositionOf("format"), "format.version", format, Format);
        }

        context.SyntheticByDefault = fields.Flag("synthetic") ?? false;
        return fields.RequiredText("title");
    }

    private string? ReadGroupingName(Node? section)
    {
        if (section is null || Fields.Of(section, "grouping", GroupingKeys, context.Problems) is not { } fields)
        {
            return null;
        }

        Provenance.Check(fields, context);
        return fields.RequiredText("name");
    }

    private void ReadDeclarations(Fields fields, bool plans)
    {
        foreach (var key in plans ? ["members", .. NeededToPlan] : (string[])["members"])
        {
            if (fields.Required(key) is ListNode { Items.Count: 0 } empty)
            {
                context.Problems.Add(empty.Position, "section.empty", key);
            }
        }

        WorkingTimeSection.Read(fields.Node("working-time"), context);
        MembersSection.Read(fields.Node("members"), context);
        SitesSection.Read(fields.Node("sites"), context);
        ProfessionsSection.Read(fields.Node("professions"), context);
        ProfessionalsSection.Read(fields.Node("professionals"), context);
        NeedsSection.Read(fields.Node("needs"), context);
    }

    private Grouping Grouping(string name, FoundingAgreement agreement) => new()
    {
        Name = name,
        Agreement = agreement,
        Members = context.Members.Values,
        Sites = context.Sites.Values,
        Professions = context.Professions.Values,
        Professionals = context.Professionals.Values,
        Needs = context.Needs.Values,
    };
}
