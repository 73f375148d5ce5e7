using StaffPool.Application.Governance;
using StaffPool.Application.Tests.Access;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Governance;
using StaffPool.Testing.Databases;

namespace StaffPool.Application.Tests.Governance;

public sealed class CommitmentTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Theory]
    [BothProviders]
    public async Task What_ends_first_is_listed_first_and_what_is_renewed_or_removed_follows(Provider provider)
    {
        await using var test = await TestDatabase.NewAsync(provider);
        var busy = await BusyGrouping.AddAsync(test.Database);
        var work = busy.Sample.As(Role.Administrator);
        var funding = new CommitmentDescription(CommitmentKind.Funding, " Crédits ", "ARS", new(2020, 1, 1), new(2020, 12, 31));
        var id = (await new AddCommitment(work).RunAsync(busy.Id, funding, Stop)).Id;

        var listed = await new ListCommitments(busy.Sample.As(Role.Auditor)).RunAsync(busy.Id, Nothing.More, Stop);
        listed.Select(c => c.Title).ShouldBe(["Crédits", busy.Commitment.Title], "the one of the sample has no end");
        listed[0].DaysLeft.ShouldNotBeNull().ShouldBeLessThan(0);
        listed[1].DaysLeft.ShouldBeNull();

        await new ReviseCommitment(work).RunAsync(busy.Id, new(id, 1, funding with { LastDay = null }), Stop);
        await new ReviseCommitment(work).RunAsync(busy.Id, new(id, 1, funding), Stop).ShouldBeRefusedAsync(Refusal.OutOfDate);
        await new RemoveCommitment(work).RunAsync(busy.Id, new(id, 2), Stop);
        (await new ListCommitments(work).RunAsync(busy.Id, Nothing.More, Stop)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Every_problem_is_told_at_once()
    {
        await using var test = await TestDatabase.NewAsync(Provider.Sqlite);
        var sample = await SampleGrouping.AddAsync(test.Database);

        (await new AddCommitment(sample.As(Role.Administrator))
            .RunAsync(sample.Id, new((CommitmentKind)9, " ", "", new(2027, 1, 1), new(2026, 1, 1)), Stop)
            .ShouldBeRefusedAsync(Refusal.Invalid)).ShouldBe(["text.missing", "text.missing", "commitment.kind", "commitment.reversed"]);
    }
}
