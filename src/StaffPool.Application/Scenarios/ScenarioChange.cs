using StaffPool.Domain.Governance;
using StaffPool.Domain.Members;
using StaffPool.Domain.Needs;
using StaffPool.Domain.Planning;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Workforce;

namespace StaffPool.Application.Scenarios;

/// <summary>One thing to try on a scenario, which itself stays as it is.</summary>
public abstract record ScenarioChange
{
    /// <summary>The scenario with the change; pins, waivers and plan in force follow the people and needs that remain.</summary>
    public abstract Scenario ApplyTo(Scenario scenario);

    protected static Scenario With(Scenario scenario, Grouping grouping)
    {
        var people = grouping.Professionals.ToHashSet();
        var needs = grouping.Needs.ToHashSet();
        return scenario with
        {
            Grouping = grouping,
            Pins = [.. scenario.Pins.Where(p => people.Contains(p.Professional) && needs.Contains(p.Need))],
            Waivers = [.. scenario.Waivers.Where(w => people.Contains(w.Professional))],
            PlanInForce = scenario.PlanInForce is not { } plan
                ? null
                : new AllocationPlan(
                    plan.Period, [.. plan.Assignments.Where(a => people.Contains(a.Professional) && needs.Contains(a.Need))]),
        };
    }
}

/// <summary>A setting of the agreement takes another value for the period.</summary>
/// <param name="Definition">Which setting.</param>
/// <param name="Value">Of the setting's type.</param>
/// <param name="Written">As written, for the reader.</param>
public sealed record SettingChange(SettingDefinition Definition, object Value, string Written) : ScenarioChange
{
    public override Scenario ApplyTo(Scenario scenario)
    {
        var agreement = scenario.Grouping.Agreement;
        var from = scenario.PlannedPeriod().Start;
        var trial = new DatedSetting(Definition, from, Value, new LegalReference("what-if", Confidence.Choice));
        return scenario with
        {
            Grouping = scenario.Grouping with
            {
                Agreement = agreement with
                {
                    Settings = [.. agreement.Settings.Where(s => s.Definition != Definition || s.EffectiveFrom != from), trial],
                },
            },
        };
    }
}

/// <summary>A need takes another quantity, or is added where there was none.</summary>
public sealed record NeedChange(NeedDeclaration Need) : ScenarioChange
{
    public override Scenario ApplyTo(Scenario scenario)
    {
        var needs = scenario.Grouping.Needs;
        return With(scenario, scenario.Grouping with
        {
            Needs = needs.Contains(Need) ? [.. needs.Select(n => n == Need ? Need : n)] : [.. needs, Need],
        });
    }
}

/// <summary>A professional shares more or less time.</summary>
public sealed record FullTimeEquivalentChange(Professional Professional, decimal FullTimeEquivalent) : ScenarioChange
{
    public override Scenario ApplyTo(Scenario scenario) => With(scenario, scenario.Grouping with
    {
        Professionals = [.. scenario.Grouping.Professionals.Select(
            p => p == Professional ? p with { FullTimeEquivalent = FullTimeEquivalent } : p)],
    });
}

/// <summary>A professional leaves.</summary>
public sealed record ProfessionalLeaves(Professional Professional) : ScenarioChange
{
    public override Scenario ApplyTo(Scenario scenario) => With(scenario, scenario.Grouping with
    {
        Professionals = [.. scenario.Grouping.Professionals.Where(p => p != Professional)],
    });
}

/// <summary>A post is created.</summary>
public sealed record ProfessionalJoins(Professional Professional) : ScenarioChange
{
    public override Scenario ApplyTo(Scenario scenario) =>
        With(scenario, scenario.Grouping with { Professionals = [.. scenario.Grouping.Professionals, Professional] });
}

/// <summary>A member comes with its sites, its needs and the people whom it employs.</summary>
public sealed record MemberJoins(
    Member Member, IReadOnlyList<Site> Sites, IReadOnlyList<NeedDeclaration> Needs, IReadOnlyList<Professional> Professionals) : ScenarioChange
{
    public override Scenario ApplyTo(Scenario scenario) => With(scenario, scenario.Grouping with
    {
        Members = [.. scenario.Grouping.Members, Member],
        Sites = [.. scenario.Grouping.Sites, .. Sites],
        Needs = [.. scenario.Grouping.Needs, .. Needs],
        Professionals = [.. scenario.Grouping.Professionals, .. Professionals],
    });
}

/// <summary>A member leaves with its sites, its needs and, unless the others keep their posts, the people whom it employs.</summary>
public sealed record MemberLeaves(Member Member, bool OthersKeepPosts = false) : ScenarioChange
{
    public override Scenario ApplyTo(Scenario scenario) => With(scenario, scenario.Grouping with
    {
        Members = [.. scenario.Grouping.Members.Where(m => m != Member)],
        Sites = [.. scenario.Grouping.Sites.Where(s => s.Member != Member)],
        Needs = [.. scenario.Grouping.Needs.Where(n => n.Site.Member != Member)],
        Professionals = [.. scenario.Grouping.Professionals.Where(p => OthersKeepPosts || p.Employer != Member)],
    });
}
