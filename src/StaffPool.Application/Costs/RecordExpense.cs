using Microsoft.EntityFrameworkCore;
using StaffPool.Application.Scenarios;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Costs;
using StaffPool.Domain.Costs;
using StaffPool.Domain.Rules;

namespace StaffPool.Application.Costs;

/// <summary>Adds an expense to a cost centre of the exercise, at its actual cost.</summary>
[Permits(Role.Administrator)]
public sealed class RecordExpense(Work work, GroupingLoader loader) : IUseCase<Expense, Guid>
{
    private const long MostCents = 10_000_000_000;

    public Task<Guid> RunAsync(Guid groupingId, Expense request, CancellationToken stop) =>
        work.WriteAsync(this, groupingId, async scope =>
        {
            var problems = await AssessAsync(scope, request, stop);
            RefusedException.IfAny(problems);

            var row = new ExpenseRow
            {
                Centre = request.Centre,
                Label = request.Label.Trim(),
                Nature = request.Nature,
                Cents = request.Cents,
                PaidById = request.PaidById,
                Day = request.Day,
                RecordedBy = scope.Caller.Name,
            };
            scope.Db.Expenses.Add(row);
            scope.Subject = row.Id;
            return row.Id;
        }, stop);

    private async Task<List<Violation>> AssessAsync(WorkScope scope, Expense request, CancellationToken stop)
    {
        var problems = new List<Violation>();
        if (request.Cents is <= 0 or >= MostCents)
        {
            problems.Add(AccountTexts.Blocking("expense.amount", MostCents / 100));
        }

        if (string.IsNullOrWhiteSpace(request.Label))
        {
            problems.Add(AccountTexts.Blocking("expense.label"));
        }

        if (request.PaidById is { } payer && !await scope.Db.Members.AnyAsync(m => m.Id == payer, stop))
        {
            problems.Add(AccountTexts.Blocking("expense.member"));
        }

        if ((await loader.LoadAsync(scope, null, null, stop)).Scenario.Costs?.Exercise is not { } exercise)
        {
            problems.Add(AccountTexts.Blocking("expense.no-costs"));
            return problems;
        }

        if (exercise.Centres.All(c => c.Id != request.Centre))
        {
            problems.Add(AccountTexts.Blocking("expense.centre", request.Centre, string.Join(", ", exercise.Centres.Select(c => c.Id))));
        }

        if (request.Day < exercise.Period.Start || request.Day > exercise.Period.End)
        {
            problems.Add(AccountTexts.Blocking("expense.day", request.Day, exercise.Period.Start, exercise.Period.End));
        }

        return problems;
    }
}

/// <param name="Centre">Identifier of the cost centre.</param>
/// <param name="Label">What it is, as in the accounts.</param>
/// <param name="Nature">Kind of expense.</param>
/// <param name="Cents">Above zero.</param>
/// <param name="PaidById">Member that paid it, or null for the grouping itself.</param>
/// <param name="Day">Inside the exercise.</param>
public sealed record Expense(string Centre, string Label, CostNature Nature, long Cents, Guid? PaidById, DateOnly Day);
