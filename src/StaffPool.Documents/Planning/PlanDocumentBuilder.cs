using System.Collections;
using System.Globalization;
using System.Reflection;
using StaffPool.Application.Geography;
using StaffPool.Application.Planning;
using StaffPool.Domain.Governance;
using StaffPool.Domain.Planning;
using StaffPool.Solver.Planning;

namespace StaffPool.Documents.Planning;

/// <summary>Turns a planned allocation into the document that plan.json holds. Sentences come in the given language.</summary>
internal sealed class PlanDocumentBuilder(PlannedAllocation planned, CultureInfo culture)
{
    private readonly AllocationProblem problem = planned.Problem;
    private readonly AllocationResult result = planned.Result;

    public static string StaffPoolVersion { get; } =
        typeof(PlanDocumentBuilder).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion.Split('+')[0];

    public PlanDocument Build()
    {
        var needs = NeedServed.All(problem, result.Plan);
        return new PlanDocument(
            PlanJson.FormatVersion,
            StaffPoolVersion,
            culture.TwoLetterISOLanguageName,
            new PlanScenario(planned.Scenario.Name, planned.Scenario.Title, problem.Grouping.Name, planned.Scenario.HasSyntheticValues),
            Inputs(needs),
            [.. result.Plan.Assignments.Select(AssignmentOf)],
            [.. result.Measures.Select(ObjectiveOf)],
            [.. UnmetNeeds.Of(problem, result.Plan).Select(UnmetOf)],
            [.. planned.Violations.Select(v => new PlanViolation(
                v.Code, CamelCase(v.Severity), v.Message.In(culture), v.Subjects, v.Reference?.Citation))],
            new PlanTotals(
                needs.Sum(n => n.Asked),
                needs.Sum(n => n.Served),
                needs.Sum(n => n.Unmet),
                Travel.Of(problem, result.Plan).Kilometres,
                planned.CanBePublished,
                result.IsProvenOptimal),
            Run(),
            planned.Explanation is { } explanation ? ExplanationJson.DocumentOf(explanation, culture) : null);
    }

    private PlanInputs Inputs(IReadOnlyList<NeedServed> needs)
    {
        var grouping = problem.Grouping;
        return new PlanInputs(
            planned.Scenario.InputHash,
            new PlanPeriod(problem.Period.Start, problem.Period.End),
            [.. AgreementSettings.All.Select(SettingOf)],
            new PlanCounts(
                grouping.Members.Count, grouping.Sites.Count, grouping.Professions.Count, grouping.Professionals.Count,
                grouping.Needs.Count, problem.Pins.Count),
            [.. grouping.Professionals.Select(p => new PlanProfessional(
                p.Id, p.Name, p.Profession.Id, p.Employer.Id, p.Base.Id, p.FullTimeEquivalent, problem.CapacityOf(p)))],
            [.. needs.Select(NeedOf)],
            [.. problem.Pins.Select(p => new PlanPin(p.Professional.Id, p.Need.Id, p.HalfDays))],
            [.. problem.Waivers.Select(w => new PlanWaiver(w.Professional.Id, w.Site.Id, w.Reason))],
            problem.PlanInForce is not null,
            planned.Scenario.PlanInForceFile is { } file ? new PlanFileInForce(file.Name, file.Hash) : null);
    }

    private PlanNeed NeedOf(NeedServed line)
    {
        var need = line.Demand.Need;
        return new PlanNeed(
            need.Id,
            need.Site.Member.Id,
            need.Site.Id,
            need.Profession.Id,
            need.Quantity.Amount,
            CamelCase(need.Quantity.Unit),
            need.Quantity.EveryWeeks,
            need.IsPriority,
            line.Demand.LegalMinimum,
            line.Asked,
            line.Served,
            [.. line.Demand.Trace.Select(t => t.In(culture))]);
    }

    private PlanSetting SettingOf(SettingDefinition definition)
    {
        var reference = problem.ReferenceOf(definition);
        return new PlanSetting(definition.Key, ValueOf(definition), reference.Citation, CamelCase(reference.Confidence));
    }

    /// <summary>The value in force, as a scenario file would write it.</summary>
    private string ValueOf(SettingDefinition definition)
    {
        var value = definition switch
        {
            SettingDefinition<int> d => problem.Setting(d),
            SettingDefinition<bool> d => problem.Setting(d),
            SettingDefinition<decimal> d => problem.Setting(d),
            SettingDefinition<DistanceLimit> d => problem.Setting(d),
            SettingDefinition<IReadOnlyList<string>> d => (object)problem.Setting(d),
            _ => throw new NotSupportedException($"The setting {definition.Key} has a type that plan.json cannot show."),
        };
        return value switch
        {
            bool flag => flag ? "true" : "false",
            DistanceLimit { Mode: LimitMode.Waived } => "waived",
            DistanceLimit limit => string.Create(CultureInfo.InvariantCulture, $"{limit.Kilometres:0.###} km, {CamelCase(limit.Mode)}"),
            IEnumerable list and not string => string.Join(", ", list.Cast<string>()),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
    }

    private PlanAssignment AssignmentOf(Assignment assignment)
    {
        var distance = problem.Distances.Between(assignment.Professional.Base, assignment.Site);
        return new PlanAssignment(
            assignment.Professional.Id, assignment.Site.Id, assignment.Need.Id, assignment.HalfDays, distance.Kilometres,
            CamelCase(distance.Method), DistanceTexts.Provenance(distance, problem.Distances, culture));
    }

    private PlanObjective ObjectiveOf(LevelResult level) => new(
        level.Objective.Id, ObjectiveTexts.Name(level.Objective, culture), CamelCase(level.Objective.Unit), level.Value, level.Bound,
        Math.Round(level.Gap, 6), level.IsProven, level.PlanEngine, level.BoundEngine);

    private PlanRun Run() => new(
        CamelCase(result.End),
        result.Options.Seed,
        result.Options.Steps,
        result.Options.Time.TotalSeconds,
        CamelCase(result.Options.Engine),
        result.Pieces,
        result.Engines,
        [.. result.Incidents.Select(i => new PlanIncident(i.Engine, CamelCase(i.Kind), IncidentTexts.Sentence(i, culture), i.Detail))],
        Math.Round(result.Elapsed.TotalSeconds, 3),
        Math.Round(result.FirstPlan.TotalSeconds, 3),
        result.PeakEngineMemory);

    internal static PlanUnmetNeed UnmetOf(NeedServed line) =>
        new(line.Demand.Need.Id, line.Asked, line.Unmet, decimal.Round(line.Share, 4));

    internal static string CamelCase<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
