using StaffPool.Application.UseCases;
using StaffPool.Data.Runs;

namespace StaffPool.Application.Runs;

/// <summary>
/// What computes runs of some kinds. It says who may with <see cref="PermitsAttribute"/>, as a use case does; killed at any
/// moment it leaves nothing half-done, because what it found is saved together with the end of the run.
/// </summary>
public interface IRunExecution
{
    IReadOnlyCollection<RunKind> Kinds { get; }

    /// <param name="run">The run, which this worker holds.</param>
    /// <returns>Adds what it found, and notes it in the row: called in the transaction that ends the run, again where that fails.</returns>
    /// <exception cref="OperationCanceledException">It was told to stop and keeps nothing.</exception>
    /// <exception cref="UseCases.RefusedException">It cannot be done, however often it is tried.</exception>
    Task<Func<WorkScope, RunRow, Task>> ComputeAsync(HeldRun run);
}
