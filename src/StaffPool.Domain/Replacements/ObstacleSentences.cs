using StaffPool.Domain.Rules;
using StaffPool.Domain.Texts;

namespace StaffPool.Domain.Replacements;

/// <summary>Says why somebody is not on the list: one violation per obstacle, with the text that it comes from.</summary>
public static class ObstacleSentences
{
    private static readonly LegalReference Consent = new("Code du travail L.8241-2 ; CGFP L.512-7 ; CASF L.312-7");
    private static readonly LegalReference Tremplin = new("Guide ANAP 2011, GECAC-Tremplin");
    private static readonly LegalReference HiddenOnCall = new("StaffPool : appels au repos et astreinte déguisée", Confidence.Choice);

    public static IReadOnlyList<Violation> Of(ReplacementPool pool, CoverNeed need, PoolPerson person, IReadOnlyList<ObstacleFound> obstacles) =>
        obstacles is [var one] ? [Of(pool, need, person, one.Obstacle, one.Duties, one.Breach)] :
    [
        .. from found in obstacles
           group found by (found.Obstacle, found.Breach?.Code) into same
           select Of(pool, need, person, same.Key.Obstacle, [.. same.SelectMany(s => s.Duties).Order()], same.First().Breach),
    ];

    private static Violation Of(
        ReplacementPool pool, CoverNeed need, PoolPerson person, Obstacle obstacle, IReadOnlyList<Duty> duties, Violation? breach)
    {
        var professional = person.Professional;
        Text When() => Say(duties.Count > 0 ? duties : need.Duties);
        var message = obstacle switch
        {
            Obstacle.Profession => ReplacementTexts.Of("obstacle.profession", professional.Profession.Name, string.Join(", ", need.Professions.Select(p => p.Name))),
            Obstacle.IsAway => ReplacementTexts.Of("obstacle.is-away"),
            Obstacle.Contract => ReplacementTexts.Of("obstacle.contract", When()),
            Obstacle.Qualification => ReplacementTexts.Of(
                "obstacle.qualification", string.Join(", ", need.Qualifications.Except(professional.Qualifications, StringComparer.OrdinalIgnoreCase))),
            Obstacle.Consent => ReplacementTexts.Of(
                professional.Consent.Refused.Contains(need.Site) ? "obstacle.refused" : "obstacle.consent", need.Site.Name),
            Obstacle.Status => ReplacementTexts.Of("obstacle.status", need.Site.Name),
            Obstacle.Distance => ReplacementTexts.Of("obstacle.distance", pool.MetresTo(person, need.Site) / 1000m, pool.Terms.FromBase.Kilometres),
            Obstacle.Stage => ReplacementTexts.Of($"obstacle.stage.{person.Stage}"),
            Obstacle.Absent => ReplacementTexts.Of("obstacle.absent", When()),
            Obstacle.Busy => ReplacementTexts.Of("obstacle.busy", When(), Places(pool, person, duties)),
            Obstacle.Rest => ReplacementTexts.Of("obstacle.rest", When()),
            _ => ReplacementTexts.Of("obstacle.legal", When(), breach!.Message),
        };
        return new Violation($"replacement.{Code(obstacle)}", Severity.Blocking, message, [professional.Id, need.Id], ReferenceOf(pool, obstacle, breach));
    }

    /// <summary>Half-days in words, the first few of them.</summary>
    public static Text Say(IReadOnlyList<Duty> duties)
    {
        const int MostSaid = 3;
        var said = duties.Take(MostSaid).Select(d => ReplacementTexts.Of($"duty.{d.Part}", d.Day)).ToList();
        return duties.Count > MostSaid
            ? ReplacementTexts.Of("duties.more", [.. said, duties.Count - MostSaid])
            : ReplacementTexts.Of($"duties.{said.Count}", [.. said]);
    }

    /// <summary>The obstacle as codes name it.</summary>
    public static string Code(Obstacle obstacle) => obstacle switch
    {
        Obstacle.IsAway => "is-away",
        _ => obstacle.ToString().ToLowerInvariant(),
    };

    /// <summary>The obstacle in the words of the funnel.</summary>
    public static Text Title(Obstacle? obstacle) => ReplacementTexts.Of($"funnel.{(obstacle is { } known ? Code(known) : "all")}");

    private static string Places(ReplacementPool pool, PoolPerson person, IReadOnlyList<Duty> duties) => string.Join(
        ", ", duties.Select(d => pool.EngagementOf(person, d)?.Site.Name).OfType<string>().Distinct(StringComparer.Ordinal));

    private static LegalReference? ReferenceOf(ReplacementPool pool, Obstacle obstacle, Violation? breach) => obstacle switch
    {
        Obstacle.Consent => Consent,
        Obstacle.Distance => pool.Terms.FromBaseReference,
        Obstacle.Stage => Tremplin,
        Obstacle.Rest => HiddenOnCall,
        _ => breach?.Reference,
    };
}
