using StaffPool.Domain.Governance.Assemblies.Rules;

namespace StaffPool.Domain.Governance.Assemblies;

/// <summary>Counts a vote. The quorum is counted on rights, the decision on votes, unanimity on members.</summary>
public static class MotionDecision
{
    /// <summary>The result of one motion of a sitting; ballots that may not be cast are told and not counted.</summary>
    public static MotionResult Decide(GeneralAssembly assembly, Motion motion) =>
        Decide(assembly, AttendanceSheet.Of(assembly), motion);

    internal static MotionResult Decide(GeneralAssembly assembly, AttendanceSheet sheet, Motion motion)
    {
        var item = assembly.ItemOf(motion);
        var lines = Lines(motion.Ballots, item?.College);
        return new MotionResult(
            motion,
            lines.Sum(l => l.For),
            lines.Sum(l => l.Against),
            lines.Sum(l => l.Row.Votes - l.For - l.Against),
            item is null ? [] : [.. Needed(item)],
            [
                .. MotionsAreOnTheAgenda.Assess(assembly, motion),
                .. MotionsAreDecidedByWhoMay.Assess(assembly, motion),
                .. BallotsAreCastByWhoMay.Assess(assembly, sheet, motion),
            ]);

        IEnumerable<MotionCondition> Needed(AgendaItem item)
        {
            var rule = MatterRule.Of(item.Matter, assembly);
            yield return Conditions.Quorum(assembly, sheet);
            if (rule.Majority == RequiredMajority.Unanimity)
            {
                yield return Conditions.Unanimity(assembly, lines, rule.Reference);
            }
            else
            {
                yield return Conditions.Majority(assembly, lines);
            }

            if (rule.Majority == RequiredMajority.Exclusion)
            {
                yield return Conditions.ExclusionShare(assembly, motion, lines, rule.Reference);
            }

            if (assembly.AgreeingMembers > 1)
            {
                yield return Conditions.AgreeingMembers(assembly, lines);
            }

            foreach (var college in item.College is null && assembly.Setting(AssemblySettings.MajorityInEachCollege) ? Colleges() : [])
            {
                yield return Conditions.Majority(assembly, [.. lines.Where(l => l.Row.College == college)], college);
            }

            foreach (var right in assembly.SuspensionRights.Where(s => item.College is not null && s.SuspendedCollege == item.College))
            {
                yield return Conditions.NotSuspended(assembly, right.SuspendingCollege, Lines(motion.SuspensionBallots, right.SuspendingCollege));
            }
        }

        IReadOnlyList<BallotLine> Lines(IReadOnlyList<Ballot> ballots, string? college) =>
            new BallotBox(assembly, sheet, motion, ballots, college is null ? null : [college]).Lines;

        IEnumerable<string> Colleges() => assembly.Votes.Rows
            .Where(r => !r.IsConsultative)
            .Select(r => r.College)
            .OfType<string>()
            .Distinct()
            .Order(StringComparer.Ordinal);
    }
}
