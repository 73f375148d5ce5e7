using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Governance;

/// <summary>What the life of the grouping reads from its founding agreement: who comes and goes, mandates, tax, nature.</summary>
public static class LifeSettings
{
    private const string Twin = "GCS, CSP R.6133-7";
    private const string Epsa = "Mémoire EHESP 2010 (EPSA)";
    private static readonly LegalReference Ending = new("Instruction DGAS/5D/2007-309, convention type");

    /// <summary>Month, 1 to 12, on whose last day the budget year ends.</summary>
    public static SettingDefinition<int> BudgetYearEndMonth { get; } =
        new("life.budget-year-end-month", 12, new LegalReference("Usage", Confidence.Choice)) { Range = (1, 12) };

    /// <summary>Months before its year by whose end a public-law grouping votes its budget: 31 October for January.</summary>
    public static SettingDefinition<int> BudgetMonthsBeforeYear { get; } =
        new("life.budget-months-before-year", 2, new LegalReference("CASF R.314-193-5, R.312-194-16", Confidence.Text)) { IsLocked = true };

    /// <summary>Months of notice before the end of the budget year when a member leaves; an agreement may want more.</summary>
    public static SettingDefinition<int> WithdrawalNoticeMonths { get; } =
        new("life.withdrawal-notice-months", 6, new LegalReference("CASF R.312-194-10, al. 2", Confidence.Text)) { Range = (6, 24) };

    /// <summary>Whether a newcomer's rights and votes begin with the next budget year; otherwise on admission.</summary>
    public static SettingDefinition<bool> RightsBeginNextYear { get; } =
        new("life.rights-begin-next-year", true, new LegalReference("Statuts d’un GIP (SILGOM)"));

    /// <summary>Whether a newcomer answers only for the debts that fall due after its admission, as in a GIP.</summary>
    public static SettingDefinition<bool> NewcomerAnswersForLaterDebts { get; } =
        new("life.newcomer-answers-for-later-debts", true, new LegalReference("GIP, même règle supposée pour le GCSMS", Confidence.Inferred));

    /// <summary>
    /// Whether a leaver also answers for the debts contracted before its last day that fall due after it; otherwise only
    /// for those due by then, as a newcomer only for those due from its admission. The sources say nothing.
    /// </summary>
    public static SettingDefinition<bool> LeaverAnswersForLaterDebts { get; } =
        new("life.leaver-answers-for-later-debts", false, new LegalReference("Symétrique de l’admission, sources muettes", Confidence.Choice));

    /// <summary>Fewest members of a grouping that can exclude one of them: the rule of the GCS.</summary>
    public static SettingDefinition<int> ExclusionLeastMembers { get; } =
        new("life.exclusion-least-members", 3, new LegalReference(Twin, Confidence.Inferred)) { Range = (2, 10) };

    /// <summary>Members below which there is no grouping any more.</summary>
    public static SettingDefinition<int> LeastMembers { get; } =
        new("life.least-members", 2, new LegalReference("Un groupement suppose deux membres", Confidence.Inferred)) { IsLocked = true };

    /// <summary>Days to tell the Préfet that the grouping is dissolved.</summary>
    public static SettingDefinition<int> DissolutionNoticeDays { get; } =
        new("life.dissolution-notice-days", 15, Ending) { IsLocked = true };

    /// <summary>Years of an elected administrator's mandate, which can be renewed.</summary>
    public static SettingDefinition<int> MandateYears { get; } =
        new("life.mandate-years", 3, new LegalReference(Epsa)) { Range = (1, 10) };

    /// <summary>Days before the end of a mandate from which it is recalled.</summary>
    public static SettingDefinition<int> MandateReminderDays { get; } =
        new("life.mandate-reminder-days", 90, new LegalReference("StaffPool", Confidence.Choice)) { Range = (0, 730) };

    /// <summary>Members below which there is no exempt grouping.</summary>
    public static SettingDefinition<int> VatLeastMembers { get; } =
        new("life.vat-least-members", 2, new LegalReference("CE 10 juillet 2012, n° 345595")) { IsLocked = true };

    /// <summary>
    /// Share of the members, in percent, that should be non-profit legal persons; zero where it is not held to. One
    /// source alone says so.
    /// </summary>
    public static SettingDefinition<decimal> VatNonProfitPercent { get; } =
        new("life.vat-non-profit-percent", 80, new LegalReference("Diaporama ANAP 2023")) { Range = (0, 100) };

    /// <summary>
    /// Whether a majority of public members makes a mixed grouping public; otherwise the members choose. One source
    /// says the first (GEPSo study), another the second (EHESP memoir).
    /// </summary>
    public static SettingDefinition<bool> PublicMajorityMakesPublic { get; } =
        new("life.public-majority-makes-public", false, new LegalReference($"{Epsa} ; lecture contraire : étude GEPSo"));

    public static IReadOnlyList<SettingDefinition> All { get; } =
    [
        BudgetYearEndMonth, BudgetMonthsBeforeYear, WithdrawalNoticeMonths, RightsBeginNextYear,
        NewcomerAnswersForLaterDebts, LeaverAnswersForLaterDebts, ExclusionLeastMembers, LeastMembers, DissolutionNoticeDays,
        MandateYears, MandateReminderDays, VatLeastMembers, VatNonProfitPercent, PublicMajorityMakesPublic,
    ];
}
