using System.Globalization;
using StaffPool.Application.Planning;
using StaffPool.Documents.Pages;
using StaffPool.Domain.Members;
using StaffPool.Domain.Planning;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Texts;
using StaffPool.Solver.Planning;

namespace StaffPool.Documents.Planning.Page;

/// <summary>What every section of the page reads: the plan, its views computed once, and the words of one language.</summary>
internal sealed class PageModel(PlannedAllocation planned, CultureInfo culture, PlanPageExtras extras)
{
    public PlannedAllocation Planned { get; } = planned;

    public AllocationProblem Problem => Planned.Problem;

    public Grouping Grouping => Planned.Problem.Grouping;

    public AllocationResult Result => Planned.Result;

    public AllocationPlan Plan => Planned.Result.Plan;

    public CultureInfo Culture { get; } = culture;

    public PlanPageExtras Extras { get; } = extras;

    public IReadOnlyList<NeedServed> Needs { get; } = NeedServed.All(planned.Problem, planned.Result.Plan);

    public NeedsServedByGroup Whole { get; } = NeedsServedByGroup.Whole(planned.Problem, planned.Result.Plan);

    /// <summary>In the order of the sites of the grouping.</summary>
    public IReadOnlyList<NeedsServedByGroup> BySite { get; } = NeedsServedByGroup.BySite(planned.Problem, planned.Result.Plan);

    public IReadOnlyList<Trip> Trips { get; } = Trip.All(planned.Problem, planned.Result.Plan);

    public IReadOnlyList<WhoGoesWhere> People { get; } = WhoGoesWhere.All(planned.Problem, planned.Result.Plan);

    public string this[string key, params object?[] arguments] => PlanPageTexts.Of(key, arguments).In(Culture);

    /// <summary>The singular or plural sentence, the count being its first argument.</summary>
    public string Count(string key, int count, params object?[] others) => this[Wording.KeyFor(key, count, Culture), [count, .. others]];

    public string Number(long value) => value.ToString("#,0", Culture);

    /// <summary>A share from 0 to 1, rounded down so that 100 % is said of what is whole only.</summary>
    public string Percent(decimal share) => this["percent", Wording.PercentOf(share)];

    /// <summary>Road kilometres: whole ones over a period, with a tenth for one way.</summary>
    public string Kilometres(long metres) => Number((metres + 500) / 1000);

    public string KilometresOneWay(long metres) => this["km", metres / 1000m];

    public string Date(DateOnly day) => Wording.Day(day, Culture);

    public string Duration(TimeSpan time) => time.TotalMinutes < 1
        ? this["duration.seconds", time.TotalSeconds]
        : this["duration.minutes", (int)time.TotalMinutes, time.Seconds];

    /// <summary>Of a rule, by the code of its violations; a rule that the page does not know yet shows its code.</summary>
    public string RuleName(string code) => PlanPageTexts.Find($"rule.{code}", Culture) ?? code;

    /// <summary>How sure a reference is.</summary>
    public string ConfidenceIn(LegalReference reference) => PageParts.Confidence(reference, Culture);

    public string PeriodInWords => this["period", Date(Problem.Period.Start), Date(Problem.Period.End)];
}
