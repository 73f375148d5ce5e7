using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Governance.Assemblies.Rules;

/// <summary>
/// Members that want an assembly get it as of right when they are one third of the members, whatever their rights.
/// </summary>
public sealed class EnoughMembersCall : IAssemblyRule
{
    public IEnumerable<Violation> Assess(GeneralAssembly assembly)
    {
        if (assembly.Notice.RequestedBy.Count == 0)
        {
            yield break;
        }

        var members = assembly.VotingMembers;
        var asking = assembly.Notice.RequestedBy.Distinct().Order(StringComparer.Ordinal).ToList();
        foreach (var stranger in asking.Except(members))
        {
            yield return Breach("assembly.call-by-stranger", [stranger], assembly.NameOf(stranger));
        }

        var oneIn = assembly.Setting(AssemblySettings.CallOneMemberIn);
        var counted = asking.Intersect(members).ToList();
        var needed = (members.Count + oneIn - 1) / oneIn;
        if (counted.Count < needed)
        {
            yield return Breach("assembly.call-by-too-few", [.. counted], counted.Count, members.Count, oneIn, needed);
        }

        Violation Breach(string code, string[] subjects, params object?[] arguments) => new(
            code, Severity.Blocking, AssemblyTexts.Of(code, arguments), subjects, assembly.ReferenceOf(AssemblySettings.CallOneMemberIn));
    }
}
