using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Governance;

/// <summary>A setting that a founding agreement may fix.</summary>
/// <param name="Key">Stable name, used in scenario files and in the interface.</param>
/// <param name="ValueType">Type of its value.</param>
/// <param name="Reference">Where the default comes from.</param>
public abstract record SettingDefinition(string Key, Type ValueType, LegalReference Reference)
{
    /// <summary>The law sets it and lets no agreement change it: the default is the value, whatever was written.</summary>
    public bool IsLocked { get; init; }

    /// <summary>Value where the agreement says nothing.</summary>
    public abstract object DefaultValue { get; }
}

/// <param name="Key">Stable name.</param>
/// <param name="Default">Value where the agreement says nothing.</param>
/// <param name="Reference">Where the default comes from.</param>
public sealed record SettingDefinition<T>(string Key, T Default, LegalReference Reference)
    : SettingDefinition(Key, typeof(T), Reference)
{
    public override object DefaultValue => Default!;

    /// <summary>Smallest and largest sensible values, for numbers.</summary>
    public (decimal Least, decimal Most)? Range { get; init; }
}
