using Microsoft.AspNetCore.Mvc;
using StaffPool.Application.Costs;
using StaffPool.Application.Members;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Domain.Costs;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Texts;

namespace StaffPool.Web.Pages.Costs;

/// <summary>Who pays what and why; expenses as they come; calls for contribution.</summary>
public sealed class CostsModel(
    ReadCosts read, ListExpenses expenses, RecordExpense record, RemoveExpense remove, ListCalls calls, IssueCalls issue, RecordPayment pay,
    ListMembers members, TimeProvider clock) : GroupingPage
{
    [BindProperty]
    public ExpenseInput Expense { get; set; } = new();

    public CostsView View { get; private set; } = null!;

    public IReadOnlyList<ExpenseLine> Expenses { get; private set; } = [];

    public IReadOnlyList<CallLine> Calls { get; private set; } = [];

    public IReadOnlyList<MemberView> Members { get; private set; } = [];

    public bool MayRecord => Grouping.Has(Role.Administrator);

    public DateOnly Today => ParisTime.DayOf(clock.GetUtcNow().UtcDateTime);

    protected override async Task<IActionResult?> LoadAsync(CancellationToken stop)
    {
        View = await read.RunAsync(Grouping.Id, Nothing.More, stop);
        Expenses = Grouping.Has(Role.Administrator, Role.Auditor) ? await expenses.RunAsync(Grouping.Id, Nothing.More, stop) : [];
        Calls = Grouping.Has(Role.Administrator, Role.MemberRepresentative, Role.Auditor) ? await calls.RunAsync(Grouping.Id, Nothing.More, stop) : [];
        Members = MayRecord ? await members.RunAsync(Grouping.Id, Nothing.More, stop) : [];
        if (!IsRedrawn && View.Period is { } period)
        {
            Expense.Day = Today < period.Start ? period.Start : Today > period.End ? period.End : Today;
        }

        return null;
    }

    public async Task<IActionResult> OnPostRecordAsync(CancellationToken stop)
    {
        if (Expense.Cents is not { } cents)
        {
            return await RefuseAsync(
                [new Violation("expense.unreadable", Severity.Blocking, CostPageTexts.Of("expense.unreadable", Expense.Euros), [], null)], stop);
        }

        await record.RunAsync(
            Grouping.Id, new Expense(Expense.Centre ?? "", Expense.Label ?? "", Expense.Nature, cents, Expense.PaidById, Expense.Day), stop);
        Notice = CostPageTexts.Of("expense.recorded").ToString();
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken stop)
    {
        await remove.RunAsync(Grouping.Id, id, stop);
        Notice = CostPageTexts.Of("expense.removed").ToString();
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostIssueAsync(DateOnly dueBy, CancellationToken stop)
    {
        var issued = await issue.RunAsync(Grouping.Id, new CallsDue(dueBy), stop);
        Notice = CostPageTexts.Of("calls.issued", issued).ToString();
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostPayAsync(Guid id, int version, DateOnly? paidOn, CancellationToken stop)
    {
        await pay.RunAsync(Grouping.Id, new Payment(id, version, paidOn), stop);
        Notice = CostPageTexts.Of("calls.paid").ToString();
        return RedirectToPage();
    }

    public sealed class ExpenseInput
    {
        public string? Centre { get; set; }

        public string? Label { get; set; }

        public CostNature Nature { get; set; }

        /// <summary>As typed: a comma or a point.</summary>
        public string? Euros { get; set; }

        public Guid? PaidById { get; set; }

        public DateOnly Day { get; set; }

        /// <summary>Null where it is no amount in euros and cents.</summary>
        public long? Cents => FrenchNumber.TryRead(Euros, out var euros)
                && euros * 100 == decimal.Truncate(euros * 100) && euros < 1_000_000_000
            ? (long)(euros * 100)
            : null;
    }
}
