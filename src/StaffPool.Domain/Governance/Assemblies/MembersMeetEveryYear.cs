using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Governance.Assemblies;

/// <summary>The assembly meets at least once a year (CASF R.312-194-20), or as often as the agreement wants.</summary>
public static class MembersMeetEveryYear
{
    public const string Code = "assembly.too-few-in-year";

    /// <param name="year">Calendar year looked at, once it is over.</param>
    /// <param name="sittings">Days on which the assembly sat, of any year.</param>
    /// <param name="agreement">Says how many are needed.</param>
    public static IEnumerable<Violation> Assess(int year, IReadOnlyList<DateOnly> sittings, FoundingAgreement agreement)
    {
        var end = new DateOnly(year, 12, 31);
        var needed = agreement.ValueOf(AssemblySettings.AssembliesPerYear, end);
        var held = sittings.Count(day => day.Year == year);
        return held >= needed
            ? []
            :
            [
                new Violation(
                    Code, Severity.Blocking, AssemblyTexts.Of(Code, year, held, needed), [],
                    agreement.ReferenceOf(AssemblySettings.AssembliesPerYear, end)),
            ];
    }
}
