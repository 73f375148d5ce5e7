using System.Globalization;
using StaffPool.Application.Planning;
using StaffPool.Domain.Planning.Explanations;
using StaffPool.Solver.Planning.Explanations;

namespace StaffPool.Documents.Planning;

/// <summary>The explanations of a plan as a document; the same object can stand in plan.json. See docs/plan-format.md.</summary>
public static class ExplanationJson
{
    /// <summary>Writes the explanations as UTF-8 without a byte order mark.</summary>
    /// <param name="stream">Left open.</param>
    /// <param name="explanation">What to write.</param>
    /// <param name="culture">Language of the sentences; numbers are invariant.</param>
    public static void Write(Stream stream, PlanExplanation explanation, CultureInfo culture)
    {
        var file = new ExplanationFile(
            PlanJson.FormatVersion, PlanDocumentBuilder.StaffPoolVersion, culture.TwoLetterISOLanguageName, DocumentOf(explanation, culture));
        PlanJson.WriteDocument(stream, file);
    }

    internal static ExplanationDocument DocumentOf(PlanExplanation explanation, CultureInfo culture) => new(
        [.. explanation.Needs.Select(n => NeedOf(n, culture))],
        explanation.Rules is { } rules ? RulesOf(rules, culture) : null);

    private static ExplainedNeedDocument NeedOf(ExplainedNeed explained, CultureInfo culture)
    {
        var sentences = new ExplanationSentences(culture);
        var (need, balance, found) = (explained.Need.Demand.Need, explained.Balance, explained.Relaxations);
        return new ExplainedNeedDocument(
            need.Id,
            explained.Need.Asked,
            explained.Need.Served,
            explained.Need.Unmet,
            sentences.Missing(explained.Need),
            new ProfessionBalanceDocument(need.Profession.Id, balance.People, balance.Capacity, balance.Asked, balance.Served),
            FunnelOf(explained.Funnel, culture),
            new RelaxationsDocument(
                found.Candidates, found.RuledOut, found.Untried, [.. found.Useful.Select(o => RelaxationOf(explained, o, sentences, culture))]));
    }

    private static FunnelDocument FunnelOf(NeedFunnel funnel, CultureInfo culture) => new(
        funnel.People,
        [.. funnel.Serving.Select(s => new ServingDocument(s.Professional.Id, s.HalfDays, s.WhyNoMore?.In(culture)))],
        [.. funnel.Stages.Select(s => new FunnelStageDocument(
            PlanDocumentBuilder.CamelCase(s.Step),
            s.Remaining,
            [.. s.Fallen.Select(f => new FallenDocument(f.Professional.Id, f.Reason.Code, f.Reason.Message.In(culture), f.Reason.Reference?.Citation))]))],
        [.. funnel.CouldStillHelp.Select(p => p.Id)]);

    private static RelaxationDocument RelaxationOf(
        ExplainedNeed explained, RelaxationOutcome outcome, ExplanationSentences sentences, CultureInfo culture) => new(
        PlanDocumentBuilder.CamelCase(outcome.Relaxation.Kind),
        outcome.Relaxation.What.In(culture),
        sentences.Effect(explained, outcome),
        outcome.Relaxation.Subjects,
        outcome.Relaxation.ExtraHalfDays,
        outcome.Served,
        outcome.Gained,
        outcome.GainedInAll,
        outcome.Metres / 1000m,
        [.. outcome.Disturbed.Select(p => p.Id)],
        outcome.IsProven,
        [.. outcome.Plan.Assignments.Where(a => a.Need == explained.Need.Demand.Need).Select(a => new RelaxedAssignment(a.Professional.Id, a.HalfDays))]);

    private static RulePriceListDocument RulesOf(RulePriceList rules, CultureInfo culture) => new(
        [.. rules.Prices.Select(p => new RulePriceDocument(
            p.Rule.Code, p.Rule.Name.In(culture), p.Rule.Subjects, p.HalfDays, p.Metres / 1000m, p.IsProven))],
        [.. rules.Untried.Select(r => r.Code)]);
}
