using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Runs;

namespace StaffPool.Application.Runs;

/// <summary>A run that a user asks for.</summary>
internal static class AskedRun
{
    /// <param name="scope">The grouping.</param>
    /// <param name="kind">What it computes.</param>
    /// <param name="about">What it is about: of two under way about the same, the second is the first.</param>
    /// <param name="request">What is asked, kept as JSON.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>The run; to be announced once its row is committed.</returns>
    public static async Task<Guid> AddAsync<T>(WorkScope scope, RunKind kind, Guid about, T request, CancellationToken stop)
    {
        var key = about.ToString();
        var underWay = await scope.Db.Runs.Where(r => r.Kind == kind && r.DedupKey == key).Select(r => (Guid?)r.Id).SingleOrDefaultAsync(stop);
        if (underWay is { } known)
        {
            return known;
        }

        var run = new RunRow
        {
            Kind = kind,
            DedupKey = key,
            Request = JsonSerializer.Serialize(request, JsonSerializerOptions.Web),
            RequestedBy = scope.Caller.Name,
            RequestedAt = scope.Now,
        };
        scope.Db.Runs.Add(run);
        scope.Subject = run.Id;
        return run.Id;
    }
}
