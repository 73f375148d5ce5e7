using System.Globalization;
using StaffPool.Application.Planning;

namespace StaffPool.Documents.Planning.Page;

/// <summary>What a page shows beside the plan itself.</summary>
public sealed record PlanPageExtras
{
    /// <summary>Day when the page is made, at its foot.</summary>
    public DateOnly Day { get; init; } = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);

    /// <summary>By identifier of the need; a need without one shows what the plan alone tells.</summary>
    public IReadOnlyDictionary<string, NeedExplanation> Explanations { get; init; } = new Dictionary<string, NeedExplanation>(StringComparer.Ordinal);

    /// <summary>What each rule costs; null where that was not asked.</summary>
    public ExplanationPart? Rules { get; init; }

    /// <summary>What was found to explain the plan, in words.</summary>
    public static PlanPageExtras Of(PlannedAllocation planned, CultureInfo culture)
    {
        if (planned.Explanation is not { } explanation)
        {
            return new PlanPageExtras();
        }

        var sentences = new ExplanationSentences(culture);
        return new PlanPageExtras
        {
            // Folds are opened in any order: none leans on another.
            Explanations = explanation.Needs.ToDictionary(n => n.Need.Demand.Need.Id, n => sentences.Of(n), StringComparer.Ordinal),
            Rules = explanation.Rules is { } rules ? sentences.Rules(rules) : null,
        };
    }
}
