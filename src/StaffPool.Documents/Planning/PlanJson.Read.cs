using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Unicode;
using StaffPool.Application.Scenarios;
using StaffPool.Domain.Planning;

namespace StaffPool.Documents.Planning;

public static partial class PlanJson
{
    /// <summary>
    /// Reads the assignments of a plan file back, to hold them against a scenario. Only <c>formatVersion</c> and
    /// <c>assignments</c> must be there, so that a plan written by hand can be checked too.
    /// </summary>
    /// <param name="stream">The file, left open.</param>
    /// <param name="scenario">The scenario that the plan is held against.</param>
    /// <param name="problem">The same, as the checker reads it.</param>
    /// <param name="asPlanInForce">
    /// The file is what people live by today: it may be of another period and hold people or needs that are gone, which
    /// are then warnings and left aside.
    /// </param>
    public static PlanReading Read(Stream stream, Scenario scenario, AllocationProblem problem, bool asPlanInForce = false)
    {
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        if (!Utf8.IsValid(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)))
        {
            return Failed("1:1", "plan.encoding");
        }

        bytes.Position = 0;
        try
        {
            using var document = JsonDocument.Parse(bytes);
            return new PlanJsonReader(scenario, problem, asPlanInForce).Read(document.RootElement) with
            {
                Hash = Convert.ToHexStringLower(SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length))),
            };
        }
        catch (JsonException e)
        {
            return Failed(FormattableString.Invariant($"{(e.LineNumber ?? 0) + 1}:{(e.BytePositionInLine ?? 0) + 1}"), "plan.truncated");
        }
    }

    private static PlanReading Failed(string place, string key) =>
        new(null, [new PlanProblem(place, true, PlanFileTexts.Of(key), PlanFileTexts.Of($"{key}.advice"))]);
}
