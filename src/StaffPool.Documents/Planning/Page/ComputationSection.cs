using StaffPool.Application.Planning;
using StaffPool.Documents.Pages;
using StaffPool.Domain.Geography;

namespace StaffPool.Documents.Planning.Page;

/// <summary>How the plan was made and where its inputs come from, so that anyone can make it again.</summary>
internal static class ComputationSection
{
    public static void Write(HtmlWriter html, PageModel page)
    {
        var (result, scenario) = (page.Result, page.Planned.Scenario);
        html.Add($"<p>{page["computation.what"]}</p>\n<dl class=\"facts\">\n");
        Fact("computation.scenario", scenario.Name);
        Fact("computation.size", page[
            "computation.size.value", page.Grouping.Members.Count, page.Grouping.Sites.Count, page.Grouping.Professionals.Count, page.Needs.Count]);
        Fact("computation.hash", scenario.InputHash);
        if (scenario.PlanInForceFile is { } inForce)
        {
            Fact("computation.in-force", page["computation.in-force.value", inForce.Name, inForce.ShortHash]);
        }

        Fact("computation.distances", Distances(page));
        Fact("computation.synthetic", scenario.HasSyntheticValues ? PageTexts.Of("synthetic.text").In(page.Culture) : page["synthetic.none"]);
        Fact("computation.end", page[$"end.{result.End}"]);
        Fact("computation.engines", result.Engines.Count == 0 ? page["none"] : string.Join(page["list.separator"], result.Engines));
        Fact("computation.pieces", page.Count("computation.pieces.value", result.Pieces));
        Fact("computation.seed", result.Options.Steps is { } steps
            ? page["computation.seed.steps", result.Options.Seed, steps]
            : page["computation.seed.value", result.Options.Seed]);
        Fact("computation.time", page[
            "computation.time.value", page.Duration(result.Elapsed), page.Duration(result.FirstPlan), page.Duration(result.Options.Time)]);
        Fact("computation.memory", page["computation.memory.value", result.PeakEngineMemory / 1048576m]);
        foreach (var incident in result.Incidents)
        {
            Fact("computation.incident", IncidentTexts.Sentence(incident, page.Culture));
        }

        html.Add($"</dl>\n");

        void Fact(string key, string value) => html.Add($"<dt>{page[key]}</dt><dd>{value}</dd>\n");
    }

    /// <summary>Where the distances that the plan uses come from, by method.</summary>
    private static string Distances(PageModel page)
    {
        var used = page.People
            .SelectMany(p => p.Visits)
            .Select(v => v.OneWay.Method)
            .Where(m => m != DistanceMethod.SamePlace)
            .CountBy(m => m)
            .OrderByDescending(m => m.Value)
            .Select(m => page[$"distance.{m.Key}", m.Value])
            .ToList();
        return used.Count == 0 ? page["none"] : string.Join(page["list.separator"], used);
    }
}
