using StaffPool.Application.Costs;
using StaffPool.Documents.Scenarios.Yaml;
using StaffPool.Domain.Calendar;
using StaffPool.Domain.Costs;
using StaffPool.Domain.Costs.Keys;
using StaffPool.Domain.Rules;

namespace StaffPool.Documents.Scenarios.Sections;

/// <summary>All about money: costs, who pays what, calls, results, staff, non-members, analyses.</summary>
internal static class CostsSection
{
    public static readonly string[] Keys =
    [
        "exercise", "settings", "presence", "centres", "facts", "orders", "absences", "budget", "result", "staff", "non-members",
        "hours-envelopes", "redistributions", "exchanges", "years", "comparisons",
    ];

    // Without a period that could be read, dates are held against nothing.
    private static readonly Period AnyTime = new(new DateOnly(1900, 1, 1), new DateOnly(2200, 12, 31));

    public static CostScenario? Read(Node? section, ScenarioContext context)
    {
        if (section is null || Fields.Of(section, "costs", Keys, context.Problems) is not { } fields)
        {
            return null;
        }

        var problems = context.Problems.Count;
        var period = PeriodReader.Read(fields.Required("exercise"), context.Problems);
        var presence = new CostsPresence(context, period);
        var members = presence.Contributors(fields.Node("presence"));
        var settings = AgreementSection.ReadSettings(fields.Node("settings"), CostSettings.All, context);
        var absences = CostsAnalysesSection.Absences(fields.Node("absences"), context);
        var isSound = context.Problems.Count == problems;

        var centres = new CostsCentresSection(context, presence);
        centres.Read(fields.Required("centres"));

        problems = context.Problems.Count;
        var facts = CostsFactsSection.Read(fields.Node("facts"), centres.Centres, context);
        var orders = CostsFactsSection.ReadOrders(fields.Node("orders"), context);
        isSound &= context.Problems.Count == problems;

        var exercise = new CostExercise
        {
            Period = period ?? AnyTime,
            Members = members,
            Centres = centres.Centres.Values,
            Facts = facts,
            Orders = orders,
        };
        var scenario = new CostScenario
        {
            Exercise = exercise,
            Settings = settings,
            Absences = absences,
            Result = CostsResultSection.Read(fields.Node("result"), fields.Has("budget"), context),
            Staff = CostsStaffSection.Read(fields.Node("staff"), centres.Centres, context),
            NonMembers = CostsNonMembersSection.Read(fields.Node("non-members"), context),
            Redistributions = CostsAnalysesSection.Redistributions(fields.Node("redistributions"), context),
            GrantedHours = CostsHoursSection.Read(fields.Node("hours-envelopes"), centres.Centres, centres.KeysAreWhole ? period : null, context),
            Exchanges = CostsAnalysesSection.Exchanges(fields.Node("exchanges"), context),
            Years = CostsAnalysesSection.Years(fields.Node("years"), context),
            Compared = CostsAnalysesSection.Compared(fields.Node("comparisons"), context),
        };
        if (absences.Count > 0 && facts.Any(f => f.Measure == Measure.HalfDaysBilled))
        {
            context.Problems.Add(fields.PositionOf("absences"), "costs.billed-twice");
            isSound = false;
        }

        problems = context.Problems.Count;
        var billed = scenario.BilledExercise;
        var budget = CostsBudgetSection.Read(fields.Node("budget"), billed, centres, context);
        var isBudgetSound = context.Problems.Count == problems;
        if (isSound)
        {
            var refused = CostExerciseCheck.Assess(billed);
            var refusedInBudget = budget is null || !isBudgetSound ? [] : CostExerciseCheck.Assess(budget);
            var told = refused.Select(Told).ToHashSet();
            Report(refused, fields.Position, centres, context);
            Report([.. refusedInBudget.Where(v => !told.Contains(Told(v)))], fields.PositionOf("budget"), centres, context);
        }

        return scenario with { Budget = budget };
    }

    private static (string, string) Told(Violation violation) => (violation.Code, violation.Message.ToString());

    private static void Report(
        IReadOnlyList<Violation> violations, Position position, CostsCentresSection centres, ScenarioContext context)
    {
        foreach (var violation in violations.Where(v => v.Code != "costs.unknown-line" || centres.KeysAreWhole))
        {
            var centre = violation.Subjects.FirstOrDefault(centres.IsCentre);
            context.Problems.AddRefused(centre is null ? position : centres.PositionOf(centre), violation);
        }
    }
}
