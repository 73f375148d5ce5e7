namespace StaffPool.Domain.Rules;

/// <summary>What a text or a decision sets from a date on: a table of rates, a key, terms, a setting.</summary>
public interface IDated
{
    DateOnly EffectiveFrom { get; }

    LegalReference Reference { get; }
}

public static class Dated
{
    /// <summary>The latest one in force on a day, or null before the first.</summary>
    public static T? InForce<T>(this IEnumerable<T> all, DateOnly day)
        where T : class, IDated => all.Where(d => d.EffectiveFrom <= day).MaxBy(d => d.EffectiveFrom);
}
