using System.Globalization;
using StaffPool.Application.Planning;
using StaffPool.Domain.Texts;

namespace StaffPool.Documents.Planning;

/// <summary>The comparison of two plans as a document. See docs/plan-format.md.</summary>
public static class ComparisonJson
{
    /// <param name="stream">Left open.</param>
    /// <param name="comparison">What changes.</param>
    /// <param name="what">Which two plans: files, or the changes tried and what is proven.</param>
    /// <param name="culture">Language of the sentences.</param>
    public static void Write(Stream stream, PlanComparison comparison, ComparedPlans what, CultureInfo culture)
    {
        PlanJson.WriteDocument(
            stream,
            new ComparisonDocument(
                PlanJson.FormatVersion,
                PlanDocumentBuilder.StaffPoolVersion,
                culture.TwoLetterISOLanguageName,
                what.Before,
                what.After,
                [.. what.Differences.Select(d => d.In(culture))],
                what.Changes,
                what.ProvenBefore,
                what.ProvenAfter,
                comparison.Disturbed.Count,
                comparison.HalfDaysMoved,
                [.. comparison.People.Select(PersonOf)],
                [.. comparison.Aims.Select(a => new ComparisonAim(
                    a.Objective.Id, ObjectiveTexts.Name(a.Objective, culture), PlanDocumentBuilder.CamelCase(a.Objective.Unit), a.Before, a.After))],
                [.. comparison.Members.Select(GroupOf)],
                [.. comparison.Professions.Select(GroupOf)],
                GroupOf(comparison.Whole)));
    }

    private static ComparisonPerson PersonOf(PersonChange person) => new(
        person.Professional.Id,
        person.Professional.Name,
        person.Professional.Profession.Id,
        person.WasPlanned,
        person.IsPlanned,
        person.HalfDaysMoved,
        person.MetresBefore / 1000m,
        person.MetresAfter / 1000m,
        [.. person.Cells.Select(c => new ComparisonCell(c.Need.Id, c.Site.Id, c.Before, c.After))]);

    private static ComparisonGroup GroupOf(ServedChange group) => new(
        group.Id, group.Name, group.Before.Asked, group.After.Asked, group.Before.Served, group.After.Served, group.Before.Unmet, group.After.Unmet);
}

/// <summary>Which two plans are compared.</summary>
/// <param name="Before">Name of the former: its file, or the scenario.</param>
/// <param name="After">Name of the new one.</param>
public sealed record ComparedPlans(string Before, string After)
{
    /// <summary>What differs in the inputs of two files.</summary>
    public IReadOnlyList<Text> Differences { get; init; } = [];

    /// <summary>Changes tried on a scenario, as written.</summary>
    public IReadOnlyList<string> Changes { get; init; } = [];

    /// <summary>Whether the former plan was computed now and proven optimal on every aim; null for a file.</summary>
    public bool? ProvenBefore { get; init; }

    /// <summary>The same for the new plan.</summary>
    public bool? ProvenAfter { get; init; }
}

internal sealed record ComparisonDocument(
    int FormatVersion,
    string StaffPoolVersion,
    string Language,
    string Before,
    string After,
    IReadOnlyList<string> Differences,
    IReadOnlyList<string> Changes,
    bool? ProvenBefore,
    bool? ProvenAfter,
    int PeopleDisturbed,
    int HalfDaysMoved,
    IReadOnlyList<ComparisonPerson> People,
    IReadOnlyList<ComparisonAim> Aims,
    IReadOnlyList<ComparisonGroup> Members,
    IReadOnlyList<ComparisonGroup> Professions,
    ComparisonGroup Whole);

internal sealed record ComparisonPerson(
    string Id,
    string Name,
    string Profession,
    bool WasPlanned,
    bool IsPlanned,
    int HalfDaysMoved,
    decimal KilometresBefore,
    decimal KilometresAfter,
    IReadOnlyList<ComparisonCell> Cells);

internal sealed record ComparisonCell(string Need, string Site, int Before, int After);

internal sealed record ComparisonAim(string Id, string Label, string Unit, long Before, long After);

internal sealed record ComparisonGroup(
    string Id, string Name, int AskedBefore, int AskedAfter, int ServedBefore, int ServedAfter, int UnmetBefore, int UnmetAfter);
