using StaffPool.Solver.Engines;

namespace StaffPool.Solver.Planning;

/// <summary>An engine that failed on the way; the search went on with the best plan at hand.</summary>
/// <param name="Engine">Its name.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Detail">More, in the words of the engine or of the system: for whoever maintains it.</param>
public sealed record Incident(string Engine, EngineFailureKind Kind, string Detail);
