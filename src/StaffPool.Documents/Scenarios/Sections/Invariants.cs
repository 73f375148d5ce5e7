using StaffPool.Documents.Scenarios.Yaml;
using StaffPool.Domain.Rules;

namespace StaffPool.Documents.Scenarios.Sections;

/// <summary>What the domain refuses to build, reported where it is written.</summary>
internal static class Invariants
{
    public static T? Build<T>(Position position, ProblemList problems, Func<T> build)
        where T : class
    {
        try
        {
            return build();
        }
        catch (DomainException refusal)
        {
            problems.Add(position, "value.refused", refusal.Text is { } text ? text : refusal.Message);
            return null;
        }
    }
}
