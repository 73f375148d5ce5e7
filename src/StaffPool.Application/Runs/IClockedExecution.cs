using System.Text.Json;
using StaffPool.Application.UseCases;
using StaffPool.Data.Runs;

namespace StaffPool.Application.Runs;

/// <summary>
/// An execution that the clock asks for. What is due follows from the rows, not from the hour alone: a clock that was
/// stopped for a week catches up, and one that strikes twice adds nothing.
/// </summary>
public interface IClockedExecution : IRunExecution
{
    /// <summary>What should have been asked for by now; what is known under the same key already is left out by the caller.</summary>
    Task<IReadOnlyList<DueRun>> DueAsync(RunKind kind, WorkScope scope, CancellationToken stop);
}

/// <param name="Key">Says once and for all what is computed, for example the month.</param>
/// <param name="Request">What is asked, as JSON.</param>
public sealed record DueRun(string Key, string Request)
{
    public static DueRun Of<T>(string key, T request) => new(key, JsonSerializer.Serialize(request, JsonSerializerOptions.Web));
}
