using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Governance;

/// <summary>The agreement does not write otherwise what the law lets no agreement change.</summary>
public static class LockedSettingsAreKept
{
    public const string Code = "agreement.locked-setting";

    /// <summary>One violation for each dated value of a locked setting that differs from the law's.</summary>
    public static IEnumerable<Violation> Assess(FoundingAgreement agreement) =>
        from definition in GovernanceSettings.All
        where definition.IsLocked
        from written in agreement.Settings
        where written.Definition == definition && !written.Value.Equals(definition.DefaultValue)
        select new Violation(
            Code,
            Severity.Blocking,
            SettingTexts.Of(Code, definition.Key, written.Value, definition.DefaultValue, written.EffectiveFrom, definition.Reference.Citation),
            [definition.Key],
            definition.Reference);
}
