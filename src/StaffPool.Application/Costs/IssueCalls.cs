using Microsoft.EntityFrameworkCore;
using StaffPool.Application.Scenarios;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Costs;

namespace StaffPool.Application.Costs;

/// <summary>
/// Issues the calls for contribution that are due by a day and were not issued yet, from the budget of the exercise. Asked
/// twice, it issues nothing twice.
/// </summary>
[Permits(Role.Administrator)]
public sealed class IssueCalls(Work work, GroupingLoader loader) : IUseCase<CallsDue, int>
{
    /// <returns>How many were issued.</returns>
    public Task<int> RunAsync(Guid groupingId, CallsDue request, CancellationToken stop) =>
        work.WriteAsync(this, groupingId, async scope =>
        {
            var loaded = await loader.LoadAsync(scope, null, null, stop);
            if (loaded.Scenario.Costs is not { Budget: not null } costs)
            {
                throw RefusedException.Of(Refusal.Invalid, AccountTexts.Of("calls.no-budget"));
            }

            var members = loaded.Rows.Members.ToDictionary(m => m.Code, m => m.Id, StringComparer.Ordinal);
            var issued = await scope.Db.Calls.Select(c => new { c.MemberId, c.PeriodStart }).ToListAsync(stop);
            var due = CostReport.CallsOf(costs)
                .Where(c => c.DueOn <= request.DueBy)
                .Select(c => new CallRow
                {
                    MemberId = members[c.MemberId],
                    PeriodStart = c.Period.Start,
                    PeriodEnd = c.Period.End,
                    Cents = c.Amount.Value.Cents,
                    IssuedOn = scope.Today,
                })
                .Where(c => !issued.Contains(new { c.MemberId, c.PeriodStart }))
                .ToList();
            scope.Db.Calls.AddRange(due);
            return due.Count;
        }, stop);
}

/// <param name="DueBy">Calls whose payment is due by this day.</param>
public sealed record CallsDue(DateOnly DueBy);
