namespace StaffPool.Domain.Governance;

/// <summary>
/// Every setting that the assembly and the life of the grouping read from the founding agreement, with its default
/// and source. The locked ones are the law's: an agreement that writes otherwise is told so.
/// </summary>
public static class GovernanceSettings
{
    public static IReadOnlyList<SettingDefinition> All { get; } = [.. AssemblySettings.All, .. LifeSettings.All];
}
