using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Governance.Assemblies;

/// <summary>What the minutes of a sitting hold; they bind all the members (CASF R.312-194-22).</summary>
/// <param name="Notice">How it was called, with its agenda.</param>
/// <param name="Sheet">Who was there, with rights and votes.</param>
/// <param name="Quorum">Rights present or represented against those needed.</param>
/// <param name="Results">Each motion with its figures, in the order of the votes.</param>
/// <param name="Violations">Everything irregular, blocking first.</param>
public sealed record Minutes(
    AssemblyNotice Notice,
    AttendanceSheet Sheet,
    MotionCondition Quorum,
    IReadOnlyList<MotionResult> Results,
    IReadOnlyList<Violation> Violations)
{
    /// <summary>Nothing blocking: what was decided stands.</summary>
    public bool IsRegular => !Violations.AnyBlocking();

    public static Minutes Of(GeneralAssembly assembly)
    {
        var sheet = AttendanceSheet.Of(assembly);
        return new Minutes(
            assembly.Notice,
            sheet,
            Conditions.Quorum(assembly, sheet),
            [.. assembly.Motions.Select(m => MotionDecision.Decide(assembly, sheet, m))],
            AssemblyChecker.Check(assembly));
    }
}
