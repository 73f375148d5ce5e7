using StaffPool.Domain.Simulations;
using StaffPool.Domain.Simulations.Changes;

namespace StaffPool.Application.Simulations;

/// <summary>What a scenario asks of the future: section <c>simulations</c> of its file.</summary>
/// <param name="On">The day looked at, before and after every change.</param>
/// <param name="Thresholds">Steps of cost, taken or still ahead.</param>
/// <param name="Cases">Each starts from the grouping as it is, not from the case before it.</param>
public sealed record DeclaredSimulations(
    DateOnly On, IReadOnlyList<DeclaredThreshold> Thresholds, IReadOnlyList<SimulationCase> Cases);

/// <param name="Id">Name in the report.</param>
/// <param name="Threshold">The step.</param>
/// <param name="IsTaken">Whether it was taken before: its costs are among those of the exercise.</param>
public sealed record DeclaredThreshold(string Id, CostThreshold Threshold, bool IsTaken);

/// <param name="Id">Name in the report.</param>
/// <param name="Title">Heading.</param>
/// <param name="Changes">What is done differently, in order.</param>
public sealed record SimulationCase(string Id, string Title, IReadOnlyList<SimulatedChange> Changes);
