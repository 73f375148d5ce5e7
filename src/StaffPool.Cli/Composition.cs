using StaffPool.Application.Geography;
using StaffPool.Application.Planning;
using StaffPool.Application.Replacements;
using StaffPool.Application.Rosters;
using StaffPool.Application.Scenarios;
using StaffPool.Application.Timetables;
using StaffPool.Domain.Geography;
using StaffPool.Documents.Scenarios;
using StaffPool.Solver.Engines;
using StaffPool.Solver.Planning;
using StaffPool.Solver.Planning.Explanations;
using StaffPool.Solver.Planning.Posts;
using StaffPool.Solver.Rosters;
using StaffPool.Solver.Rosters.OnCall;
using StaffPool.Solver.Timetables;

namespace StaffPool.Cli;

/// <summary>The one place that knows which implementation serves what.</summary>
internal sealed class Composition : IAsyncDisposable
{
    // Of one request: a table of a hundred places is a matter of seconds for the slowest of services.
    private static readonly TimeSpan RoadsPatience = TimeSpan.FromSeconds(30);

    private readonly EnginePool engines = new();

    public UseCases UseCases
    {
        get
        {
            var planner = new AllocationPlanner(engines, TimeProvider.System);
            var plan = new PlanAllocation(planner);
            var explain = new ExplainPlan(
                new RelaxationSearch(planner, engines, TimeProvider.System), new RulePrices(planner, engines, TimeProvider.System));
            var timetable = new PlanTimetable(new TimetablePlanner(engines, TimeProvider.System));
            return new UseCases(
                path => ScenarioReader.Read(path, CommuneDirectory.France),
                plan.RunAsync,
                explain.RunAsync,
                AskRoadsAsync,
                () => EngineCatalog.Inspect(),
                () => EngineProbe.RunAsync(),
                new ProposePosts(new PostPlanner(engines, TimeProvider.System)).RunAsync,
                new PlanAndExplain(plan, explain).RunAsync,
                new RunScenario(plan, timetable).RunAsync,
                new BenchAllocation(engines, CommuneDirectory.France).RunAsync,
                timetable.RunAsync,
                new BenchTimetable(engines, CommuneDirectory.France).RunAsync,
                new BenchReplacement(CommuneDirectory.France).Run,
                new BenchReplan(engines, CommuneDirectory.France).RunAsync)
            {
                AdviseZones = new AdviseZones(new ZoneAdvisor(engines)).RunAsync,
                BenchRoster = new BenchRoster(new RosterPlanner(engines, TimeProvider.System)).RunAsync,
                SolveRoster = new SolveRoster(new RosterPlanner(engines, TimeProvider.System)).RunAsync,
            };
        }
    }

    public ValueTask DisposeAsync() => engines.DisposeAsync();

    private static async Task<ScenarioOnRoads> AskRoadsAsync(Scenario scenario, Uri service, CancellationToken stop)
    {
        using var http = new HttpClient { BaseAddress = service, Timeout = RoadsPatience };
        // Without what may stand before the host: a password has no place in a plan.
        var citation = "OSRM " + service.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped).TrimEnd('/');
        return await AskRoadDistances.OfAsync(scenario, new OsrmDistances(http, citation, TimeProvider.System), stop);
    }
}
