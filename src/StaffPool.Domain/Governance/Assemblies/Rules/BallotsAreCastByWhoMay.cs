using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Governance.Assemblies.Rules;

/// <summary>
/// Votes are cast by members that have some, are there and are not barred, in the college that decides, and no more
/// than they hold. A ballot that breaks this is not counted, which is why it is a warning.
/// </summary>
public sealed class BallotsAreCastByWhoMay : IAssemblyRule
{
    private static readonly LegalReference Article = new("CASF R.312-194-22", Confidence.Text);

    public IEnumerable<Violation> Assess(GeneralAssembly assembly)
    {
        var sheet = AttendanceSheet.Of(assembly);
        return assembly.Motions.SelectMany(m => Assess(assembly, sheet, m));
    }

    internal static IEnumerable<Violation> Assess(GeneralAssembly assembly, AttendanceSheet sheet, Motion motion)
    {
        var college = assembly.ItemOf(motion)?.College;
        var suspending = assembly.SuspensionRights
            .Where(s => s.SuspendedCollege == college)
            .Select(s => s.SuspendingCollege)
            .ToList();
        return Box(motion.Ballots, college is null ? null : [college]).Concat(Box(motion.SuspensionBallots, suspending));

        IEnumerable<Violation> Box(IReadOnlyList<Ballot> ballots, IReadOnlyList<string>? colleges)
        {
            var box = new BallotBox(assembly, sheet, motion, ballots, colleges);
            return box.Refused
                .Select(r => new Violation(
                    r.Code,
                    Severity.Warning,
                    AssemblyTexts.Of(r.Code, assembly.NameOf(r.Ballot.MemberId), motion.Wording),
                    [motion.Id, r.Ballot.MemberId],
                    Article))
                .DistinctBy(v => (v.Code, v.Subjects[1]))
                .OrderBy(v => v.Subjects[1], StringComparer.Ordinal);
        }
    }
}
