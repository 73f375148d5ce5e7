namespace StaffPool.Domain.Rules;

public static class Violations
{
    /// <summary>Whether one of them blocks.</summary>
    public static bool AnyBlocking(this IEnumerable<Violation> violations) =>
        violations.Any(v => v.Severity == Severity.Blocking);

    /// <summary>Ends a calculation that nothing may be wrong with, warnings included.</summary>
    /// <exception cref="DomainException">There is a violation; it says the first.</exception>
    public static void ThrowFirst(this IEnumerable<Violation> violations)
    {
        if (violations.FirstOrDefault() is { } breach)
        {
            throw new DomainException(breach.Message);
        }
    }
}
