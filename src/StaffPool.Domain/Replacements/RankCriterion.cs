using StaffPool.Domain.Texts;

namespace StaffPool.Domain.Replacements;

/// <summary>
/// One criterion of the published order. Its figure is a whole number, the smaller the better; where two people have the
/// same, the next criterion decides. No criterion is about how well somebody works.
/// </summary>
/// <param name="Id">Stable name, as the agreement writes it.</param>
/// <param name="Figure">What orders.</param>
public sealed record RankCriterion(string Id, Func<RankedCandidate, ReplacementTerms, long> Figure)
{
    /// <summary>In the order used where the agreement says nothing.</summary>
    public static IReadOnlyList<RankCriterion> All { get; } =
    [
        new("half-days-covered", (c, _) => -c.Covered.Count),
        new("profession", (c, _) => c.ProfessionRank),
        new("offered", (c, _) => c.IsOffered ? 0 : 1),
        new("knows-the-house", (c, terms) => c.HalfDaysOnSite >= terms.KnowsTheHouseFrom ? 0 : 1),
        new("distance", (c, terms) => c.Metres / (terms.DistanceBand * 1000L)),
        new("hours", (c, terms) => (long)decimal.Floor(c.HoursOfContract * 100 / terms.HoursBand)),
        new("cost", (c, terms) => c.Cost.Cents / (terms.CostBand * 100L)),
        new("last-asked", (c, _) => c.Person.LastAsked?.DayNumber ?? 0),
    ];

    /// <summary>What it says of one person.</summary>
    public Text Say(RankedCandidate candidate, ReplacementTerms terms) => Id switch
    {
        "half-days-covered" => ReplacementTexts.Of("rank.half-days-covered", candidate.Covered.Count, candidate.Covered.Count + candidate.Left.Count),
        "profession" => ReplacementTexts.Of("rank.profession", candidate.Person.Professional.Profession.Name, candidate.ProfessionRank + 1),
        "offered" => ReplacementTexts.Of(candidate.IsOffered ? "rank.offered" : "rank.not-offered"),
        "knows-the-house" => ReplacementTexts.Of(
            candidate.HalfDaysOnSite >= terms.KnowsTheHouseFrom ? "rank.knows" : "rank.does-not-know", candidate.HalfDaysOnSite),
        "distance" => ReplacementTexts.Of("rank.distance", candidate.Metres / 1000m),
        "hours" => ReplacementTexts.Of("rank.hours", candidate.Person.HoursThisYear, candidate.HoursOfContract * 100),
        "cost" => ReplacementTexts.Of("rank.cost", candidate.Cost),
        _ => candidate.Person.LastAsked is { } day ? ReplacementTexts.Of("rank.last-asked", day) : ReplacementTexts.Of("rank.never-asked"),
    };
}
