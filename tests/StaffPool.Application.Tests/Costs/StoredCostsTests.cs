using StaffPool.Application.Costs;
using StaffPool.Application.Members;
using StaffPool.Application.Tests.Scenarios;
using StaffPool.Application.UseCases;
using StaffPool.Domain.Calculations;
using StaffPool.Domain.Costs;
using StaffPool.Testing.Databases;

namespace StaffPool.Application.Tests.Costs;

/// <summary>Expenses and calls of Centre de Picardie, kept in the service.</summary>
public sealed class StoredCostsTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Theory]
    [BothProviders]
    public async Task An_expense_is_shared_to_the_cent(Provider provider)
    {
        await using var grouping = await ImportedGrouping.OfAsync("centre-de-picardie", provider);
        var before = await Total(grouping);

        var id = await new RecordExpense(grouping.Work, ImportedGrouping.Loader).RunAsync(
            grouping.Id, new("professionnels", "Formation", CostNature.Purchases, 100_01, null, new(2026, 3, 1)), Stop);
        (await Total(grouping)).ShouldBe(before + new Money(100_01));

        await new RemoveExpense(grouping.Work).RunAsync(grouping.Id, id, Stop);
        (await Total(grouping)).ShouldBe(before);
    }

    [Fact]
    public async Task Every_problem_of_an_expense_is_told_at_once()
    {
        await using var grouping = await ImportedGrouping.OfAsync("centre-de-picardie", Provider.Sqlite);

        var refused = await Should.ThrowAsync<RefusedException>(() => new RecordExpense(grouping.Work, ImportedGrouping.Loader).RunAsync(
            grouping.Id, new("nulle-part", " ", CostNature.Wages, 0, Guid.CreateVersion7(), new(1999, 1, 1)), Stop));

        refused.Reasons.Select(r => r.Code).ShouldBe(["expense.amount", "expense.label", "expense.member", "expense.centre", "expense.day"]);
    }

    [Theory]
    [BothProviders]
    public async Task Calls_add_up_to_the_budget_and_are_issued_once(Provider provider)
    {
        await using var grouping = await ImportedGrouping.OfAsync("centre-de-picardie", provider);
        var issue = new IssueCalls(grouping.Work, ImportedGrouping.Loader);

        var issued = await issue.RunAsync(grouping.Id, new(new(2026, 12, 31)), Stop);
        (await issue.RunAsync(grouping.Id, new(new(2026, 12, 31)), Stop)).ShouldBe(0);

        var calls = await new ListCalls(grouping.Work).RunAsync(grouping.Id, Nothing.More, Stop);
        calls.Count.ShouldBe(issued);
        // Guide ANAP 2011, GCSMS du Centre de Picardie: a budget of 1.8 million euros (L4484).
        calls.Sum(c => c.Cents).ShouldBe(1_800_000_00);
    }

    [Fact]
    public async Task A_payment_before_its_call_is_refused()
    {
        await using var grouping = await ImportedGrouping.OfAsync("centre-de-picardie", Provider.Sqlite);
        await new IssueCalls(grouping.Work, ImportedGrouping.Loader).RunAsync(grouping.Id, new(new(2026, 12, 31)), Stop);
        var call = (await new ListCalls(grouping.Work).RunAsync(grouping.Id, Nothing.More, Stop))[0];

        (await Should.ThrowAsync<RefusedException>(
            () => new RecordPayment(grouping.Work).RunAsync(grouping.Id, new(call.Id, call.Version, call.IssuedOn.AddDays(-1)), Stop)))
            .Refusal.ShouldBe(Refusal.Invalid);
        await new RecordPayment(grouping.Work).RunAsync(grouping.Id, new(call.Id, call.Version, call.IssuedOn), Stop);
        (await new ListCalls(grouping.Work).RunAsync(grouping.Id, Nothing.More, Stop)).Single(c => c.Id == call.Id).PaidOn.ShouldBe(call.IssuedOn);
    }

    private static async Task<Money> Total(ImportedGrouping grouping)
    {
        var view = await new ReadCosts(grouping.Work, ImportedGrouping.Loader).RunAsync(grouping.Id, Nothing.More, Stop);
        var due = view.Report!.Tables.Single(t => t.Id == "due");
        var members = await new ListMembers(grouping.Work).RunAsync(grouping.Id, Nothing.More, Stop);
        var own = due.Rows.Where(r => r.Id != "total").ToList();
        own.Count.ShouldBe(members.Count);
        var sum = own.Sum(r => ((Money)r.Figures[0]!.Value).Cents);
        sum.ShouldBe(((Money)due.Rows.Single(r => r.Id == "total").Figures[0]!.Value).Cents);
        return new Money(sum);
    }
}
