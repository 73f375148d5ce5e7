using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Domain.Costs;

namespace StaffPool.Application.Costs;

/// <summary>The expenses recorded in the service, the last ones first.</summary>
[Permits(Role.Administrator, Role.Auditor)]
public sealed class ListExpenses(Work work) : IUseCase<Nothing, IReadOnlyList<ExpenseLine>>
{
    public Task<IReadOnlyList<ExpenseLine>> RunAsync(Guid groupingId, Nothing request, CancellationToken stop) =>
        work.ReadAsync<IReadOnlyList<ExpenseLine>>(this, groupingId, async scope => await scope.Db.Expenses
            .OrderByDescending(e => e.Day).ThenByDescending(e => e.Id)
            .Select(e => new ExpenseLine(e.Id, e.Day, e.Centre, e.Label, e.Nature, e.Cents, e.PaidBy == null ? null : e.PaidBy.Name, e.RecordedBy))
            .ToListAsync(stop), stop);
}

/// <summary>An expense in a list.</summary>
public sealed record ExpenseLine(
    Guid Id, DateOnly Day, string Centre, string Label, CostNature Nature, long Cents, string? PaidBy, string RecordedBy);
