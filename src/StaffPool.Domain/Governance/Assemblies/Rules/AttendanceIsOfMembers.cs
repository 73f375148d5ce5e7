using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Governance.Assemblies.Rules;

/// <summary>The presence sheet holds members of the grouping, each once, and the chair is held by one that is there.</summary>
public sealed class AttendanceIsOfMembers : IAssemblyRule
{
    private static readonly LegalReference Article = new("CASF R.312-194-19", Confidence.Text);

    public IEnumerable<Violation> Assess(GeneralAssembly assembly)
    {
        var known = assembly.Votes.Rows.Select(r => r.MemberId).ToHashSet();
        foreach (var present in assembly.Present.GroupBy(id => id).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            if (!known.Contains(present.Key))
            {
                yield return Breach("assembly.present-stranger", present.Key);
            }

            if (present.Skip(1).Any())
            {
                yield return Breach("assembly.present-twice", present.Key);
            }
        }

        if (assembly.Chair is { } chair && !assembly.Present.Contains(chair))
        {
            yield return Breach("assembly.chair-absent", chair);
        }

        Violation Breach(string code, string member) =>
            new(code, Severity.Blocking, AssemblyTexts.Of(code, assembly.NameOf(member)), [member], Article);
    }
}
