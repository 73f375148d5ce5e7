using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Governance.Assemblies.Rules;

/// <summary>A rule that any sitting can be held against.</summary>
public interface IAssemblyRule
{
    /// <summary>Every breach, never only the first.</summary>
    IEnumerable<Violation> Assess(GeneralAssembly assembly);
}
