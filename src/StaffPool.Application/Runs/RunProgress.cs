using System.Text.Json;

namespace StaffPool.Application.Runs;

/// <summary>Where a run stands, as it is kept in its row and shown while it goes on; in words, in French.</summary>
/// <param name="Step">What is under way.</param>
/// <param name="Done">Parts finished.</param>
/// <param name="Parts">All parts, or 0 where that is not known.</param>
/// <param name="Value">Best found so far on the aim under way; null where there is none.</param>
/// <param name="Bound">What cannot be beaten on it.</param>
/// <param name="GapPercent">Between the two.</param>
/// <param name="Seconds">Since the start.</param>
public sealed record RunProgress(string Step, int Done, int Parts, string? Value, string? Bound, decimal? GapPercent, int Seconds)
{
    public string Written() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    public static RunProgress? Read(string? written) =>
        written is null ? null : JsonSerializer.Deserialize<RunProgress>(written, JsonSerializerOptions.Web);
}
