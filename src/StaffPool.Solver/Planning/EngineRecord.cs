using StaffPool.Solver.Engines;

namespace StaffPool.Solver.Planning;

/// <summary>Which engines took part in solving a piece, and what went wrong with them.</summary>
internal sealed class EngineRecord
{
    private readonly HashSet<string> engines = [];
    private readonly List<Incident> incidents = [];

    public IReadOnlyList<string> Engines => [.. engines];

    public IReadOnlyList<Incident> Incidents => incidents;

    public void Note(SolveAnswer answer)
    {
        // No host: the engine never started.
        if (answer.Engine.Host.Length > 0)
        {
            engines.Add($"{answer.Engine.Name} {answer.Engine.Version} ({answer.Engine.Host}, {answer.Engine.Runtime})");
        }

        if (answer.Failure is { } failure)
        {
            incidents.Add(new Incident(answer.Engine.Name, failure.Kind, failure.Detail));
        }
    }

    public void Note(Incident incident) => incidents.Add(incident);
}
