using StaffPool.Domain.Members;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Governance;

/// <summary>
/// The founding agreement (convention constitutive): what the members decided, as dated settings. A rule with a
/// number in it is a setting with its legal reference, never a constant.
/// </summary>
public sealed record FoundingAgreement
{
    public required string Name { get; init; }

    /// <summary>Null only where nothing is planned: governance needs no place.</summary>
    public Site? Seat { get; init; }

    public IReadOnlyList<DatedSetting> Settings { get; init; } = [];

    /// <summary>The value in force on a day: the latest decided on or before it, else the default.</summary>
    public T ValueOf<T>(SettingDefinition<T> definition, DateOnly day) =>
        InForce(definition, day) is { } setting ? (T)setting.Value : definition.Default;

    /// <summary>The clause or article behind the value in force on a day.</summary>
    public LegalReference ReferenceOf(SettingDefinition definition, DateOnly day) =>
        InForce(definition, day)?.Reference ?? definition.Reference;

    // A locked setting that was written all the same is reported by LockedSettingsAreKept, and has no effect.
    private DatedSetting? InForce(SettingDefinition definition, DateOnly day) => definition.IsLocked
        ? null
        : Settings.Where(s => s.Definition == definition).InForce(day);
}

/// <param name="Definition">Which setting.</param>
/// <param name="EffectiveFrom">First day when the value applies.</param>
/// <param name="Value">The value, of the definition's type.</param>
/// <param name="Reference">The decision, clause or article that set it.</param>
public sealed record DatedSetting(
    SettingDefinition Definition, DateOnly EffectiveFrom, object Value, LegalReference Reference) : IDated;
