using System.Globalization;
using System.Text.Json;
using StaffPool.Solver.Planning;

namespace StaffPool.Application.Planning;

/// <summary>
/// What a computed plan says of itself, kept beside its assignments: how good each aim is proven to be, and why needs
/// are unmet. In words, in French: it is shown as it is.
/// </summary>
/// <param name="Aims">Most important first.</param>
/// <param name="Engines">Which engines took part.</param>
/// <param name="Seconds">Of the search.</param>
/// <param name="Explanations">By site and profession of the need: <see cref="KeyOf"/>.</param>
/// <param name="Rules">What each rule costs; null where that was not found.</param>
public sealed record PlanNotes(
    IReadOnlyList<AimNote> Aims,
    IReadOnlyList<string> Engines,
    int Seconds,
    IReadOnlyDictionary<string, NeedExplanation> Explanations,
    ExplanationPart? Rules)
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    public static PlanNotes Of(PlannedAllocation planned)
    {
        var sentences = new ExplanationSentences(French);
        return new PlanNotes(
            [.. planned.Result.Measures.Select(AimOf)],
            planned.Result.Engines,
            (int)planned.Result.Elapsed.TotalSeconds,
            (planned.Explanation?.Needs ?? []).ToDictionary(
                n => KeyOf(n.Need.Demand.Need.Site.Id, n.Need.Demand.Need.Profession.Id), n => sentences.Of(n), StringComparer.Ordinal),
            planned.Explanation?.Rules is { } rules ? sentences.Rules(rules) : null);
    }

    /// <summary>There is one need for each site and profession.</summary>
    public static string KeyOf(string site, string profession) => $"{site}/{profession}";

    public string Written() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    public static PlanNotes? Read(string? written) =>
        written is null ? null : JsonSerializer.Deserialize<PlanNotes>(written, JsonSerializerOptions.Web);

    private static AimNote AimOf(LevelResult level) => new(
        ObjectiveTexts.Name(level.Objective, French),
        ObjectiveTexts.Amount(level.Value, level.Objective.Unit, French),
        ObjectiveTexts.Amount(level.Bound, level.Objective.Unit, French),
        level.IsProven,
        // Rounded up: a gap is never made to look smaller than it is.
        Math.Ceiling((decimal)level.Gap * 1000) / 10);
}

/// <param name="Name">The aim.</param>
/// <param name="Value">Reached by the plan.</param>
/// <param name="Bound">No plan does better.</param>
/// <param name="IsProven">Whether the two are one.</param>
/// <param name="GapPercent">Between them.</param>
public sealed record AimNote(string Name, string Value, string Bound, bool IsProven, decimal GapPercent);
