using StaffPool.Domain.Rosters.OnCall;
using StaffPool.Solver.Rosters.OnCall;

namespace StaffPool.Application.Rosters;

/// <summary>How to cut a territory into zones of shared night nurses, and what each term of the scheme costs.</summary>
public sealed class AdviseZones(ZoneAdvisor advisor)
{
    private const int MoreMinutes = 10;

    /// <param name="territory">Sites and roads.</param>
    /// <param name="terms">Of the scheme.</param>
    /// <param name="costs">Of a year.</param>
    /// <param name="time">For the advice and its alternatives together.</param>
    /// <param name="stop">Ends the search; what is found is returned.</param>
    public async Task<ZonesAdvised> RunAsync(OnCallZone territory, OnCallTerms terms, ZoneCosts costs, TimeSpan time, CancellationToken stop)
    {
        var advice = await advisor.AdviseAsync(territory, terms, costs, time / 2, stop);
        (ZoneChange Change, OnCallTerms Terms)[] changes =
        [
            (new("minutes", terms.MostMinutesBetweenSites + MoreMinutes), terms with { MostMinutesBetweenSites = terms.MostMinutesBetweenSites + MoreMinutes }),
            (new("nurses", terms.LeastNurses - 1), terms with { LeastNurses = Math.Max(1, terms.LeastNurses - 1) }),
            (new("residents", terms.ResidentsPerNurse * 5 / 4), terms with { ResidentsPerNurse = terms.ResidentsPerNurse * 5 / 4 }),
        ];
        var alternatives = new List<(ZoneChange, long)>();
        foreach (var (change, changed) in changes)
        {
            // Each is really cut anew: what a term costs is not guessed.
            alternatives.Add((change, (await advisor.AdviseAsync(territory, changed, costs, time / 6, stop)).CostCents));
        }

        return new ZonesAdvised(advice, alternatives);
    }
}

/// <param name="Kind">Which term: <c>minutes</c>, <c>nurses</c> or <c>residents</c>.</param>
/// <param name="Value">Its other value.</param>
public sealed record ZoneChange(string Kind, int Value);

/// <param name="Advice">Under the terms as they are.</param>
/// <param name="Alternatives">Cost in cents under one changed term each.</param>
public sealed record ZonesAdvised(ZoneAdvice Advice, IReadOnlyList<(ZoneChange Change, long CostCents)> Alternatives);
