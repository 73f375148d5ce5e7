using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Costs.Staff;

/// <summary>A table of rates that a text or a decision sets from a date on.</summary>
public interface IDatedTable
{
    DateOnly EffectiveFrom { get; }

    LegalReference Reference { get; }
}

public static class DatedTables
{
    /// <summary>The latest table in force on a day, or null before the first.</summary>
    public static T? InForce<T>(this IEnumerable<T> tables, DateOnly day)
        where T : class, IDatedTable => tables.Where(t => t.EffectiveFrom <= day).MaxBy(t => t.EffectiveFrom);
}
