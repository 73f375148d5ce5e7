using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Runs;

namespace StaffPool.Application.Runs;

/// <summary>The computations of a grouping, the last ones first.</summary>
[Permits(Role.Administrator, Role.Coordinator, Role.Auditor)]
public sealed class ListRuns(Work work) : IUseCase<Nothing, IReadOnlyList<RunView>>
{
    // Older ones are in the audit log.
    private const int MostShown = 100;

    public Task<IReadOnlyList<RunView>> RunAsync(Guid groupingId, Nothing request, CancellationToken stop) =>
        work.ReadAsync<IReadOnlyList<RunView>>(this, groupingId, async scope =>
            [.. (await scope.Db.Runs.OrderByDescending(r => r.RequestedAt).Take(MostShown).ToListAsync(stop)).Select(RunView.Of)], stop);
}

/// <summary>A run as it is shown; moments are in UTC. <c>ResultId</c> is the row that it made: the plan, where it computed one. <c>Report</c> is read with one run alone.</summary>
public sealed record RunView(
    Guid Id,
    RunKind Kind,
    RunStatus Status,
    bool IsCancelRequested,
    RunProgress? Progress,
    Guid? ResultId,
    string? Failure,
    string RequestedBy,
    DateTime RequestedAt,
    DateTime? StartedAt,
    DateTime? EndedAt,
    string? PeriodKey = null,
    DateTime? NotBefore = null,
    RunReport? Report = null)
{
    public bool HasEnded => Status is RunStatus.Done or RunStatus.Failed or RunStatus.Cancelled;

    internal static RunView Of(RunRow row) => new(
        row.Id, row.Kind, row.Status, row.IsCancelRequested, RunProgress.Read(row.Progress), row.ResultId, row.Failure,
        row.RequestedBy, row.RequestedAt, row.StartedAt, row.EndedAt, row.PeriodKey, row.NotBefore);
}
