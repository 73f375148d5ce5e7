namespace StaffPool.Application.Planning;

/// <summary>Why a need is not wholly served and what would change it, ready to be shown under that need.</summary>
/// <param name="Parts">In reading order: for example the elimination funnel, then the relaxations.</param>
public sealed record NeedExplanation(IReadOnlyList<ExplanationPart> Parts);

/// <param name="Title">Of the part, without a final stop.</param>
/// <param name="Paragraphs">Whole sentences.</param>
/// <param name="Points">One per line of a list, below the paragraphs; possibly empty.</param>
public sealed record ExplanationPart(string Title, IReadOnlyList<string> Paragraphs, IReadOnlyList<string> Points);
