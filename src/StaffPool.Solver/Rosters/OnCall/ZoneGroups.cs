using StaffPool.Domain.Rosters.OnCall;

namespace StaffPool.Solver.Rosters.OnCall;

/// <summary>Groups of sites each of which is near enough to every other.</summary>
internal static class ZoneGroups
{
    /// <summary>All of them, or where there are more than so many, some grown at random from every site.</summary>
    public static (IReadOnlyList<IReadOnlyList<OnCallSite>> Groups, bool IsComplete) Of(OnCallZone territory, OnCallTerms terms, int most)
    {
        var sites = territory.Sites;
        var near = Near(territory, terms);
        var groups = new List<IReadOnlyList<OnCallSite>>();
        var isComplete = Enumerate([], [.. Enumerable.Range(0, sites.Count)]);
        if (!isComplete)
        {
            groups = Grown(territory, terms, near, most);
        }

        return (groups, isComplete);

        // Each group once: sites are added in order only.
        bool Enumerate(List<int> group, List<int> candidates)
        {
            foreach (var (i, next) in candidates.Index())
            {
                if (groups.Count >= most)
                {
                    return false;
                }

                group.Add(next);
                groups.Add([.. group.Select(g => sites[g])]);
                if (!Enumerate(group, [.. candidates.Skip(i + 1).Where(c => near[next, c])]))
                {
                    return false;
                }

                group.RemoveAt(group.Count - 1);
            }

            return true;
        }
    }

    /// <summary>
    /// What every cut costs at least: as many nurses on duty as all residents ask for, and as many zones as there are sites
    /// no two of which may be together.
    /// </summary>
    public static long LeastCost(OnCallZone territory, OnCallTerms terms, ZoneCosts costs)
    {
        var near = Near(territory, terms);
        var apart = new List<int>();
        foreach (var site in Enumerable.Range(0, territory.Sites.Count).OrderBy(i => Enumerable.Range(0, territory.Sites.Count).Count(j => near[i, j])))
        {
            if (apart.TrueForAll(other => !near[site, other]))
            {
                apart.Add(site);
            }
        }

        var lines = Math.Max(terms.LinesFor(territory.Residents), apart.Count);
        return territory.Sites.Count == 0 ? 0 : (lines * (costs.LineCents + (terms.LeastNurses * costs.NurseCents))) + (apart.Count * costs.ZoneCents);
    }

    private static bool[,] Near(OnCallZone territory, OnCallTerms terms)
    {
        var sites = territory.Sites;
        var near = new bool[sites.Count, sites.Count];
        for (var i = 0; i < sites.Count; i++)
        {
            for (var j = 0; j < sites.Count; j++)
            {
                near[i, j] = i != j && territory.MinutesBetween(sites[i], sites[j]) <= terms.MostMinutesBetweenSites;
            }
        }

        return near;
    }

    private static List<IReadOnlyList<OnCallSite>> Grown(OnCallZone territory, OnCallTerms terms, bool[,] near, int most)
    {
        var (sites, random) = (territory.Sites, new Random(1));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var groups = new List<IReadOnlyList<OnCallSite>>();
        for (var i = 0; i < sites.Count; i++)
        {
            Add([i]);
        }

        for (var tries = 0; tries < most * 2 && groups.Count < most; tries++)
        {
            List<int> group = [tries % sites.Count];
            var lines = 1 + random.Next(2);
            foreach (var next in Enumerable.Range(0, sites.Count).OrderBy(c => (territory.MinutesBetween(sites[group[0]], sites[c]) ?? 1000) * (0.7 + (random.NextDouble() * 0.6))))
            {
                if (!group.Contains(next) && group.TrueForAll(g => near[g, next])
                    && group.Sum(g => sites[g].Residents) + sites[next].Residents <= lines * terms.ResidentsPerNurse)
                {
                    group.Add(next);
                    Add(group);
                }
            }
        }

        return groups;

        void Add(List<int> group)
        {
            var order = group.Order().ToList();
            if (seen.Add(string.Join(' ', order)))
            {
                groups.Add([.. order.Select(g => sites[g])]);
            }
        }
    }
}
