using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Governance;

namespace StaffPool.Application.Governance;

/// <summary>Secondment agreements, consents and fundings, those that end first before the others.</summary>
[Permits(Role.Administrator, Role.Coordinator, Role.Auditor)]
public sealed class ListCommitments(Work work) : IUseCase<Nothing, IReadOnlyList<CommitmentView>>
{
    public Task<IReadOnlyList<CommitmentView>> RunAsync(Guid groupingId, Nothing request, CancellationToken stop) =>
        work.ReadAsync<IReadOnlyList<CommitmentView>>(
            this,
            groupingId,
            async scope =>
            {
                var rows = await scope.Db.Commitments.OrderBy(c => c.LastDay == null).ThenBy(c => c.LastDay).ThenBy(c => c.Title).ToListAsync(stop);
                return rows.ConvertAll(c => new CommitmentView(
                    c.Id, c.Version, c.Kind, c.Title, c.Parties, c.FirstDay, c.LastDay, c.DocumentReference, c.LastDay?.DayNumber - scope.Today.DayNumber));
            },
            stop);
}

/// <param name="Id">The commitment.</param>
/// <param name="Version">To be sent back with a change.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Parties">Between whom.</param>
/// <param name="FirstDay">First day in force.</param>
/// <param name="LastDay">Last one, or null.</param>
/// <param name="DocumentReference">Where the paper is found, or null.</param>
/// <param name="DaysLeft">Until its last day; negative once it has ended, null without an end.</param>
public sealed record CommitmentView(
    Guid Id, int Version, CommitmentKind Kind, string Title, string Parties, DateOnly FirstDay, DateOnly? LastDay, string? DocumentReference, int? DaysLeft);
