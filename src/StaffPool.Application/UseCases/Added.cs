namespace StaffPool.Application.UseCases;

/// <param name="Id">Of what was added.</param>
public sealed record Added(Guid Id);

/// <summary>Something to be removed, as it was last seen.</summary>
/// <param name="Id">What.</param>
/// <param name="Version">As read.</param>
public sealed record Removal(Guid Id, int Version);
