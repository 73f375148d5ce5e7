using StaffPool.Domain.Members;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Workforce;

namespace StaffPool.Domain.Replacements;

/// <summary>What an absence leaves open on one site.</summary>
public sealed record CoverNeed
{
    public required string Id { get; init; }

    public required Site Site { get; init; }

    /// <summary>Professions that can serve it, the best first: an urgent presence may accept several.</summary>
    public required IReadOnlyList<Profession> Professions { get; init; }

    /// <summary>Diplomas or authorisations demanded.</summary>
    public IReadOnlyList<string> Qualifications { get; init; } = [];

    /// <summary>In their order, each once; at least one.</summary>
    public required IReadOnlyList<Duty> Duties { get; init; }

    /// <summary>Who is away; null where nobody was there before.</summary>
    public Professional? Absent { get; init; }

    /// <summary>Whether somebody experienced will be there too: people who still second others may come.</summary>
    public bool IsSeconded { get; init; }

    /// <summary>Whether it serves a priority need or a legal minimum.</summary>
    public bool IsUrgent { get; init; }

    /// <summary>What keeps it from being covered at all.</summary>
    public IEnumerable<Violation> Assess()
    {
        if (Duties.Count == 0 || Professions.Count == 0)
        {
            yield return Breach("need.empty", Site.Name);
        }

        if (Duties.Distinct().Count() < Duties.Count)
        {
            yield return Breach("need.twice", Site.Name);
        }

        foreach (var day in Duties.Select(d => d.Day).Distinct().Where(d => !Site.Opening.IsOpen(d)))
        {
            yield return Breach("need.closed", Site.Name, day);
        }
    }

    private Violation Breach(string code, params object?[] arguments) =>
        new($"replacement.{code}", Severity.Blocking, ReplacementTexts.Of(code, arguments), [Site.Id]);
}
