using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Rosters.OnCall;

/// <summary>Holds a zone and its nurses against the terms of the scheme; they are promises of the scheme, so that all are warnings.</summary>
public static class ZoneRules
{
    public static IReadOnlyList<Violation> Assess(OnCallZone zone, OnCallTerms terms, IReadOnlyList<OnCallNurse> nurses)
    {
        var lines = terms.LinesFor(zone.Residents);
        return
        [
            .. Apart(zone, terms),
            .. nurses.SelectMany(n => Arrival(zone, terms, n)),
            .. nurses.Count < terms.LeastNurses * lines
                ? [Warning("on-call.nurses", terms, [zone.Name, nurses.Count, terms.LeastNurses * lines, lines])]
                : (IEnumerable<Violation>)[],
        ];
    }

    private static IEnumerable<Violation> Apart(OnCallZone zone, OnCallTerms terms)
    {
        for (var i = 0; i < zone.Sites.Count; i++)
        {
            for (var j = i + 1; j < zone.Sites.Count; j++)
            {
                var (one, other) = (zone.Sites[i], zone.Sites[j]);
                var minutes = zone.MinutesBetween(one, other);
                if (minutes is null)
                {
                    yield return Warning("on-call.unknown-road", terms, [one.Name, other.Name], one.Id, other.Id);
                }
                else if (minutes > terms.MostMinutesBetweenSites)
                {
                    yield return Warning("on-call.apart", terms, [one.Name, other.Name, minutes, terms.MostMinutesBetweenSites], one.Id, other.Id);
                }
            }
        }
    }

    private static IEnumerable<Violation> Arrival(OnCallZone zone, OnCallTerms terms, OnCallNurse nurse) =>
        from site in zone.Sites
        where nurse.MinutesTo.GetValueOrDefault(site.Id) > terms.MostMinutesToArrive
        select Warning("on-call.arrival", terms, [nurse.Person.Name, site.Name, nurse.MinutesTo[site.Id], terms.MostMinutesToArrive], nurse.Person.Id, site.Id);

    private static Violation Warning(string code, OnCallTerms terms, object?[] arguments, params string[] subjects) =>
        new(code, Severity.Warning, RosterTexts.Of(code, arguments), subjects, terms.Reference);
}
