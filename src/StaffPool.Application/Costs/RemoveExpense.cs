using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;

namespace StaffPool.Application.Costs;

/// <summary>Removes an expense that was recorded in the service; the audit log keeps it.</summary>
[Permits(Role.Administrator)]
public sealed class RemoveExpense(Work work) : IUseCase<Guid, Nothing>
{
    public Task<Nothing> RunAsync(Guid groupingId, Guid request, CancellationToken stop) =>
        work.WriteAsync(this, groupingId, async scope =>
        {
            var row = WorkScope.Found(await scope.Db.Expenses.SingleOrDefaultAsync(e => e.Id == request, stop), "not-found.expense");
            scope.Subject = row.Id;
            scope.Db.Expenses.Remove(row);
            return Nothing.More;
        }, stop);
}
