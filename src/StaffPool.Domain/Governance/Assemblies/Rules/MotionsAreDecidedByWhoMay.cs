using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Governance.Assemblies.Rules;

/// <summary>
/// An exclusion names the member, a college exists and decides only what the law leaves to it, and only a college
/// that may suspend another does so.
/// </summary>
public sealed class MotionsAreDecidedByWhoMay : IAssemblyRule
{
    public IEnumerable<Violation> Assess(GeneralAssembly assembly) =>
        assembly.Motions.SelectMany(m => Assess(assembly, m));

    internal static IEnumerable<Violation> Assess(GeneralAssembly assembly, Motion motion)
    {
        if (assembly.ItemOf(motion) is not { } item)
        {
            yield break;
        }

        var rule = MatterRule.Of(item.Matter, assembly);
        if (rule.Majority == RequiredMajority.Exclusion && !assembly.VotingMembers.Contains(motion.MemberToExclude ?? ""))
        {
            yield return Breach("assembly.exclusion-of-nobody", motion.Wording);
        }

        if (rule.Majority != RequiredMajority.Exclusion && motion.MemberToExclude is not null)
        {
            yield return Breach("assembly.exclusion-elsewhere", motion.Wording);
        }

        if (item.College is not null && rule.IsLocked)
        {
            yield return Breach("assembly.college-may-not", motion.Wording, assembly.NameOfCollege(item.College));
        }

        if (item.College is not null && assembly.Votes.Rows.All(r => r.College != item.College))
        {
            yield return Breach("assembly.college-unknown", motion.Wording, item.College);
        }

        if (motion.SuspensionBallots.Count > 0 && assembly.SuspensionRights.All(s => s.SuspendedCollege != item.College))
        {
            yield return Breach("assembly.suspension-without-right", motion.Wording);
        }

        Violation Breach(string code, params object?[] arguments) =>
            new(code, Severity.Blocking, AssemblyTexts.Of(code, arguments), [motion.Id], rule.Reference);
    }
}
