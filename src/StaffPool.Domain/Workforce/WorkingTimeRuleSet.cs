using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Workforce;

/// <summary>
/// Working time of a full-time contract. Bound to the contract, never to the site: a seconded person keeps the
/// rules of home (CASF R.312-194-14).
/// </summary>
/// <param name="Id">For example <c>fph</c> or <c>ccn51</c>.</param>
/// <param name="Name">As shown to the user.</param>
/// <param name="AnnualHours">Effective hours a year of a full-time contract, 1,607 in the public hospital function.</param>
/// <param name="WeeklyHours">Hours a week of a full-time contract; a half-day is a tenth of it.</param>
/// <param name="Reference">The text that sets the figures.</param>
public sealed record WorkingTimeRuleSet(
    string Id, string Name, decimal AnnualHours, decimal WeeklyHours, LegalReference Reference)
{
    /// <summary>Ten half-days make a week: 35 hours give half-days of 3.5 hours.</summary>
    public decimal HoursPerHalfDay => WeeklyHours / 10;

    /// <summary>Half-days a year of a full-time contract, not rounded: 1,607 / 3.5 = 459.14.</summary>
    public decimal HalfDaysPerYear => AnnualHours / HoursPerHalfDay;

    public static WorkingTimeRuleSet PublicHospital { get; } = new(
        "fph", "Fonction publique hospitalière", 1607m, 35m,
        new LegalReference("Décret n° 2002-9 du 4 janvier 2002", Confidence.Text));

    public static WorkingTimeRuleSet PublicHospitalVariableRest { get; } = new(
        "fph-variable", "Fonction publique hospitalière, repos variable", 1582m, 35m,
        new LegalReference("Décret n° 2002-9 du 4 janvier 2002", Confidence.Text));

    public static WorkingTimeRuleSet PublicHospitalNight { get; } = new(
        "fph-nuit", "Fonction publique hospitalière, travail exclusif de nuit", 1476m, 35m,
        new LegalReference("Décret n° 2002-9 du 4 janvier 2002", Confidence.Text));

    public static WorkingTimeRuleSet Private { get; } = new(
        "prive", "Secteur privé, 35 heures", 1607m, 35m,
        new LegalReference("Code du travail L.3121-27 et L.3121-41", Confidence.Source));

    public static WorkingTimeRuleSet Agreement51 { get; } = new(
        "ccn51", "Convention collective du 31 octobre 1951", 1607m, 35m,
        new LegalReference("CCN du 31 octobre 1951", Confidence.Source));

    public static WorkingTimeRuleSet Agreement66 { get; } = new(
        "ccn66", "Convention collective du 15 mars 1966", 1607m, 35m,
        new LegalReference("CCN du 15 mars 1966", Confidence.Source));

    /// <summary>Of the collective agreements: an establishment may give its own figures under the same name.</summary>
    public static IReadOnlyList<WorkingTimeRuleSet> Agreements { get; } = [Agreement51, Agreement66];

    /// <summary>The rule sets known by name; a scenario may define others.</summary>
    public static IReadOnlyList<WorkingTimeRuleSet> Known { get; } =
        [PublicHospital, PublicHospitalVariableRest, PublicHospitalNight, Private, .. Agreements];
}
