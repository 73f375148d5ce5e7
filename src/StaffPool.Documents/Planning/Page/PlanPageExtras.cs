using StaffPool.Application.Planning;

namespace StaffPool.Documents.Planning.Page;

/// <summary>What a page shows beside the plan itself.</summary>
public sealed record PlanPageExtras
{
    /// <summary>Day when the page is made, at its foot.</summary>
    public DateOnly Day { get; init; } = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);

    /// <summary>By identifier of the need; a need without one shows what the plan alone tells.</summary>
    public IReadOnlyDictionary<string, NeedExplanation> Explanations { get; init; } = new Dictionary<string, NeedExplanation>(StringComparer.Ordinal);
}
