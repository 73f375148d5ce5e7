using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Governance.Assemblies.Rules;

/// <summary>
/// A member that is not there is represented by another that is: one that holds no more proxies than allowed, and
/// only where the grouping has enough members.
/// </summary>
public sealed class ProxiesAreValid : IAssemblyRule
{
    public IEnumerable<Violation> Assess(GeneralAssembly assembly) => assembly.Proxies
        .OrderBy(p => p.From, StringComparer.Ordinal)
        .ThenBy(p => p.To, StringComparer.Ordinal)
        .SelectMany(p => Assess(assembly, p))
        // A member with two proxies too many is one fact, found once for each of them.
        .DistinctBy(v => (v.Code, string.Join('\n', v.Subjects)));

    /// <summary>What one proxy has against it; it counts only where this is empty.</summary>
    internal static IEnumerable<Violation> Assess(GeneralAssembly assembly, Proxy proxy)
    {
        var members = assembly.VotingMembers;
        var least = assembly.Setting(AssemblySettings.ProxiesAboveMembers);
        var most = assembly.Setting(AssemblySettings.ProxiesPerMember);
        var from = assembly.NameOf(proxy.From);
        var to = assembly.NameOf(proxy.To);
        if (members.Count <= least)
        {
            yield return Breach("assembly.proxy-too-few-members", [proxy.From, proxy.To], members.Count, least);
        }

        if (!members.Contains(proxy.From))
        {
            yield return Breach("assembly.proxy-from-stranger", [proxy.From], from);
        }

        if (!members.Contains(proxy.To))
        {
            yield return Breach("assembly.proxy-to-stranger", [proxy.From, proxy.To], from, to);
        }
        else if (assembly.Proxies.Any(p => p.From == proxy.To))
        {
            yield return Breach("assembly.proxy-chain", [proxy.From, proxy.To], from, to);
        }
        else if (!assembly.Present.Contains(proxy.To))
        {
            yield return Breach("assembly.proxy-to-absent", [proxy.From, proxy.To], from, to);
        }

        if (assembly.Present.Contains(proxy.From))
        {
            yield return Breach("assembly.proxy-from-present", [proxy.From], from);
        }

        var given = assembly.Proxies.Count(p => p.From == proxy.From);
        if (given > 1)
        {
            yield return Breach("assembly.proxy-given-twice", [proxy.From], from, given);
        }

        var held = assembly.Proxies.Count(p => p.To == proxy.To);
        if (held > most)
        {
            yield return Breach("assembly.proxy-too-many", [proxy.To], to, held, most);
        }

        Violation Breach(string code, string[] subjects, params object?[] arguments) => new(
            code, Severity.Blocking, AssemblyTexts.Of(code, arguments), subjects, assembly.ReferenceOf(AssemblySettings.ProxiesPerMember));
    }
}
