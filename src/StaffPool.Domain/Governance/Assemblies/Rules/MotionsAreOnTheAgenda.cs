using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Governance.Assemblies.Rules;

/// <summary>The assembly votes on what its notice announced, and on nothing else.</summary>
public sealed class MotionsAreOnTheAgenda : IAssemblyRule
{
    public const string Code = "assembly.motion-off-agenda";

    private static readonly LegalReference Article = new("CASF R.312-194-20", Confidence.Text);

    public IEnumerable<Violation> Assess(GeneralAssembly assembly) =>
        assembly.Motions.SelectMany(m => Assess(assembly, m));

    internal static IEnumerable<Violation> Assess(GeneralAssembly assembly, Motion motion) => assembly.ItemOf(motion) is null
        ? [new Violation(Code, Severity.Blocking, AssemblyTexts.Of(Code, motion.Wording, motion.AgendaItem), [motion.Id], Article)]
        : [];
}
