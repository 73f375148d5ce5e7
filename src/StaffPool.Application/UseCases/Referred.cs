using StaffPool.Domain.Rules;

namespace StaffPool.Application.UseCases;

/// <summary>Why something cannot be removed yet: what refers to it, table by table.</summary>
internal static class Referred
{
    /// <param name="name">What was to be removed.</param>
    /// <param name="references">Tables, and how many of their rows refer to it.</param>
    public static IEnumerable<Violation> To(string name, params (string Table, int Count)[] references) =>
        references.Where(r => r.Count > 0)
            .Select(r => UseCaseTexts.Blocking("referred", name, UseCaseTexts.Of($"table.{r.Table}"), r.Count));
}
