using StaffPool.Application.Scenarios.Reports;
using StaffPool.Domain.Costs;
using StaffPool.Domain.Costs.Accounts;
using StaffPool.Domain.Rules;

namespace StaffPool.Application.Costs;

/// <summary>Computes all that a scenario declares about money, as the section <c>costs</c> of its report.</summary>
public static class CostReport
{
    /// <returns>
    /// Tables <c>due</c>, <c>shares</c>, <c>centres</c>, <c>calls</c>, <c>variance</c>, <c>true-up</c>, <c>result</c>,
    /// <c>reimbursement</c>, <c>mileage</c>, <c>bonuses</c>, <c>surcharges</c>, <c>invoices</c>, <c>non-members</c>,
    /// <c>absences</c>, <c>hours</c>, <c>redistributions</c>, <c>reciprocity</c>, <c>fairness</c> and <c>comparison</c>, where there is
    /// something to say; what the rules refuse is a finding, and what hangs on it is left out.
    /// </returns>
    public static ReportSection Of(CostScenario scenario)
    {
        var exercise = scenario.BilledExercise;
        var tables = new CostTables(exercise);
        var findings = new List<Violation>(CostExerciseCheck.Assess(exercise));
        if (findings.Count == 0)
        {
            var actual = CostAllocation.Run(exercise, RoundingLedger.Empty);
            tables.AddShares(actual);
            AddAccounts(scenario, actual, tables, findings);
            CostAnalysesReport.AddComparison(scenario, actual, tables, findings);
        }

        AddResult(scenario, tables, findings);
        StaffCostsReport.Add(scenario.Staff, tables, findings);
        CostAnalysesReport.Add(scenario, tables, findings);
        return new ReportSection("costs", CostReportTexts.Of("costs"), tables.All, [.. findings.Select(f => Named(f, tables))]);
    }

    // The rules of costs know members by their identifier, who reads knows them by their name.
    private static Violation Named(Violation finding, CostTables tables) => finding with
    {
        Message = finding.Message with
        {
            Arguments = [.. finding.Message.Arguments.Select(a => a is string id && finding.Subjects.Contains(id) ? tables.NameOf(id) : a)],
        },
    };

    private static void AddAccounts(
        CostScenario scenario, CostAllocationResult actual, CostTables tables, List<Violation> findings)
    {
        if (scenario.Budget is not { } budget)
        {
            return;
        }

        if (CostExerciseCheck.Assess(budget) is { Count: > 0 } breaches)
        {
            findings.AddRange(breaches);
            return;
        }

        tables.AddVariance(BudgetVariance.Of(budget, tables.Exercise));
        if (Calls(budget, scenario.ValueOf(CostSettings.CallFrequency), findings) is not { } calls)
        {
            return;
        }

        tables.AddCalls(calls);
        var trueUp = TrueUp.Run(actual, calls);
        tables.AddTrueUp(trueUp);
        if (scenario.Result is { Parts: null } decision)
        {
            var isDeficit = trueUp.Adjustment > Domain.Calculations.Money.Zero;
            Distribute(
                decision with { Parts = isDeficit ? trueUp.StillOwed : trueUp.PaidInExcess, IsDeficit = isDeficit }, tables, findings);
        }
    }

    /// <summary>What was called for the exercise; empty without a budget, or where the rules refuse it.</summary>
    internal static IReadOnlyList<ContributionCall> CallsOf(CostScenario scenario) =>
        scenario.Budget is { } budget && CostExerciseCheck.Assess(budget).Count == 0
            ? Calls(budget, scenario.ValueOf(CostSettings.CallFrequency), []) ?? []
            : [];

    // The schedule refuses a period of broken months with a sentence of its own.
    private static IReadOnlyList<ContributionCall>? Calls(CostExercise budget, CallFrequency frequency, List<Violation> findings)
    {
        try
        {
            return ProvisionCalls.Schedule(CostAllocation.Run(budget, RoundingLedger.Empty), frequency);
        }
        catch (DomainException refusal) when (refusal.Text is { } text)
        {
            findings.Add(new Violation(text.Key, Severity.Blocking, text, [], CostSettings.CallFrequency.Reference));
            return null;
        }
    }

    private static void AddResult(CostScenario scenario, CostTables tables, List<Violation> findings)
    {
        if (scenario.Result is { Parts: not null } decision)
        {
            Distribute(decision, tables, findings);
        }
    }

    private static void Distribute(ResultDecision decision, CostTables tables, List<Violation> findings)
    {
        var parts = decision.Parts ?? [];
        var breaches = ResultDistribution.Assess(tables.Exercise.Period, parts, decision.IsDeficit, decision.Allocation);
        findings.AddRange(breaches);
        if (breaches.Count == 0)
        {
            tables.AddResult(ResultDistribution.Run(tables.Exercise.Period, parts, decision.IsDeficit, decision.Allocation));
        }
    }
}
