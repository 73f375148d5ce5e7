using System.Text.Json;
using StaffPool.Data.Runs;

namespace StaffPool.Application.Runs;

/// <summary>A run in the hands of a worker, as its execution sees it.</summary>
/// <param name="Address">Where its row is, and its kind.</param>
/// <param name="Request">What was asked, as JSON.</param>
/// <param name="Cancelled">Somebody asked to stop it: the best found so far is kept, where there is any.</param>
/// <param name="Stop">The worker stops, or lost the run: nothing is kept.</param>
public sealed record HeldRun(RunAddress Address, string Request, CancellationToken Cancelled, CancellationToken Stop)
{
    private volatile RunProgress? progress;

    public Guid GroupingId => Address.GroupingId;

    public RunKind Kind => Address.Kind;

    /// <summary>Where it stands, told with the next sign of life.</summary>
    public RunProgress? Progress
    {
        get => progress;
        set => progress = value;
    }

    /// <summary>What was asked.</summary>
    public T RequestAs<T>() => JsonSerializer.Deserialize<T>(Request, JsonSerializerOptions.Web)
        ?? throw new InvalidOperationException($"The run {Address.RunId} asks for nothing.");
}
