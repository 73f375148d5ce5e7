namespace StaffPool.Application.UseCases;

/// <summary>Names that are taken: two that differ by their capitals alone are one.</summary>
internal static class Names
{
    public static HashSet<string> Of<T>(IEnumerable<T> rows, Func<T, string> nameOf) =>
        rows.Select(nameOf).ToHashSet(StringComparer.OrdinalIgnoreCase);
}
