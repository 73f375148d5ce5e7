using StaffPool.Domain.Rules;
using StaffPool.Domain.Texts;

namespace StaffPool.Domain.Governance.Assemblies;

/// <summary>One thing that a motion needs, with the figure reached and the figure needed.</summary>
/// <param name="Code">Stable code, for example <c>assembly.quorum</c>.</param>
/// <param name="Reached">Rights, votes or members reached: the code says which.</param>
/// <param name="Needed">The least whole figure, in the same unit, that meets the condition.</param>
/// <param name="Reference">The article or clause that asks for it.</param>
public sealed record MotionCondition(string Code, long Reached, long Needed, LegalReference Reference)
{
    public bool IsMet => Reached >= Needed;

    /// <summary>By how much it failed; zero where it is met.</summary>
    public long Shortfall => Math.Max(0, Needed - Reached);

    /// <summary>What it asks for, without its module and with the college concerned: <c>quorum</c>, <c>college-majority-technique</c>.</summary>
    public string Name => (Code, College) switch
    {
        ("assembly.no-quorum", _) => "quorum",
        (_, { } college) => $"{Code["assembly.".Length..]}-{college}",
        _ => Code["assembly.".Length..],
    };

    /// <summary>The college whose votes are looked at, or null for the assembly.</summary>
    internal string? College { get; init; }

    /// <summary>Figures of the sentence besides what was reached and needed.</summary>
    internal IReadOnlyList<object?> Details { get; init; } = [];

    /// <summary>The condition in a sentence, with its figures and what is missing.</summary>
    public Text Sentence => AssemblyTexts.Of(
        Code,
        [Reached, Needed, IsMet ? AssemblyTexts.Of("assembly.met") : AssemblyTexts.Of("assembly.missed", Shortfall), .. Details]);
}
