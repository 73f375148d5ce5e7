using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Governance.Assemblies;

/// <summary>How a matter is decided.</summary>
/// <param name="Matter">The matter.</param>
/// <param name="Majority">The majority it takes.</param>
/// <param name="IsLocked">The law sets it: neither the agreement nor a college decides otherwise.</param>
/// <param name="Reference">The article behind it.</param>
public sealed record MatterRule(AssemblyMatter Matter, RequiredMajority Majority, bool IsLocked, LegalReference Reference)
{
    private static readonly LegalReference Article = new("CASF R.312-194-22", Confidence.Text);

    private static readonly LegalReference NewRights = new("CASF R.312-194-21, 5°", Confidence.Inferred);

    /// <summary>The rule of a matter at a sitting.</summary>
    public static MatterRule Of(AssemblyMatter matter, GeneralAssembly assembly) => matter switch
    {
        AssemblyMatter.Amendment or AssemblyMatter.Admission => new(matter, RequiredMajority.Unanimity, true, Article),
        AssemblyMatter.Exclusion => new(matter, RequiredMajority.Exclusion, true, Article),
        AssemblyMatter.RightsRevision when !assembly.RightsFollowAFormula => new(matter, RequiredMajority.Unanimity, true, NewRights),
        _ => new(matter, RequiredMajority.Votes, false, assembly.ReferenceOf(AssemblySettings.MajorityPercent)),
    };
}

public enum RequiredMajority
{
    /// <summary>More than half of the votes, or the share that the agreement sets.</summary>
    Votes,

    /// <summary>Every member present or represented.</summary>
    Unanimity,

    /// <summary>At least half of the votes in the assembly, without the member concerned.</summary>
    Exclusion,
}
