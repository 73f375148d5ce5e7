using StaffPool.Domain.Rules;
using StaffPool.Domain.Texts;

namespace StaffPool.Domain.Governance.Life;

/// <summary>What the nature of a grouping leads to.</summary>
public static class NatureConsequences
{
    private static readonly LegalReference Accounts = new("CASF R.314-193-5", Confidence.Text);
    private static readonly LegalReference Field = new("Étude GEPSo sur les coopérations");
    private static readonly LegalReference Auditor = new("CASF R.312-194-21, 4°", Confidence.Text);
    private static readonly LegalReference Contracts = new("Guide ANAP 2011, groupements de droit privé", Confidence.Inferred);

    /// <summary>Each consequence as a sentence with where it comes from: accounting, result, staff, then the rest.</summary>
    public static IReadOnlyList<NatureConsequence> Of(LegalNature nature) => nature switch
    {
        LegalNature.Public =>
        [
            new(NatureTopic.Accounting, LifeTexts.Of("life.public-accounting"), Accounts),
            new(NatureTopic.Result, LifeTexts.Of("life.public-result"), Accounts),
            new(NatureTopic.Staff, LifeTexts.Of("life.public-staff"), Field),
            new(NatureTopic.Purchasing, LifeTexts.Of("life.public-purchasing"), Field),
        ],
        LegalNature.Private =>
        [
            new(NatureTopic.Accounting, LifeTexts.Of("life.private-accounting"), Accounts),
            new(NatureTopic.Result, LifeTexts.Of("life.private-result"), Accounts),
            new(NatureTopic.Staff, LifeTexts.Of("life.private-staff"), Contracts),
            new(NatureTopic.Auditor, LifeTexts.Of("life.private-auditor"), Auditor),
        ],
        _ => throw new DomainException($"Unknown nature {nature}."),
    };

    /// <summary>
    /// Last day to vote a budget, 31 October before a calendar year; null for a private grouping, whose agreement
    /// alone says so.
    /// </summary>
    /// <param name="nature">Nature of the grouping.</param>
    /// <param name="inBudgetYear">Any day of the budget year voted.</param>
    /// <param name="agreement">Says when the budget year ends.</param>
    public static DateOnly? BudgetDeadline(LegalNature nature, DateOnly inBudgetYear, FoundingAgreement agreement)
    {
        if (nature == LegalNature.Private)
        {
            return null;
        }

        var eve = BudgetYear.MonthsBefore(BudgetYear.EndOf(inBudgetYear, agreement), 12);
        return BudgetYear.MonthsBefore(eve, agreement.ValueOf(LifeSettings.BudgetMonthsBeforeYear, inBudgetYear));
    }

    /// <summary>A public grouping's budget that was voted late, or is not voted although its last day is over.</summary>
    public static IEnumerable<Violation> AssessBudget(
        LegalNature nature, DateOnly inBudgetYear, DateOnly? votedOn, DateOnly day, FoundingAgreement agreement) =>
        BudgetDeadline(nature, inBudgetYear, agreement) is { } last && (votedOn ?? day) > last
            ?
            [
                new Violation(
                    "life.budget-late", Severity.Blocking,
                    votedOn is null ? LifeTexts.Of("life.budget-not-voted", last) : LifeTexts.Of("life.budget-late", votedOn, last), [],
                    agreement.ReferenceOf(LifeSettings.BudgetMonthsBeforeYear, day)),
            ]
            : [];
}

public enum NatureTopic
{
    Accounting,
    Result,
    Staff,
    Purchasing,
    Auditor,
}

/// <param name="Topic">What it is about.</param>
/// <param name="Sentence">What follows from the nature.</param>
/// <param name="Reference">Where it comes from.</param>
public sealed record NatureConsequence(NatureTopic Topic, Text Sentence, LegalReference Reference);
