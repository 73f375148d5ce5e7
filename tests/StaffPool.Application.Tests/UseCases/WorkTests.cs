using Microsoft.EntityFrameworkCore;
using StaffPool.Application.Planning;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Members;
using StaffPool.Domain.Members;
using StaffPool.Testing.Databases;

namespace StaffPool.Application.Tests.UseCases;

public sealed class WorkTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Theory]
    [BothProviders]
    public async Task Texts_that_a_database_cannot_keep_are_refused_by_name_and_all_at_once(Provider provider)
    {
        await using var test = await TestDatabase.NewAsync(provider);
        var sample = await SampleGrouping.AddAsync(test.Database);

        var refused = await Should.ThrowAsync<RefusedException>(() => WriteAsync(sample, scope =>
        {
            scope.Db.Add(new MemberRow { Code = "nul\0", Name = new string('é', 401), Kind = MemberKind.PublicEstablishment, Extras = new string('x', 100_000) });
            scope.Db.Add(new MemberRow { Code = "moitié \ud800", Name = new string('é', 400), Kind = MemberKind.PublicEstablishment });
            return Task.CompletedTask;
        }));

        refused.Refusal.ShouldBe(Refusal.Invalid);
        refused.Reasons.Select(r => r.Code).Order().ShouldBe(["not-text", "not-text", "too-long"]);
        refused.Reasons.Single(r => r.Code == "too-long").Message.ToString().ShouldContain("401");
    }

    [Theory]
    [BothProviders]
    public async Task First_writes_made_at_once_are_chained_one_after_the_other(Provider provider)
    {
        await using var test = await TestDatabase.NewAsync(provider);
        var sample = await SampleGrouping.AddAsync(test.Database);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(n => WriteAsync(sample, scope =>
        {
            scope.Db.Add(new MemberRow { Code = $"m{n}", Name = "M", Kind = MemberKind.PublicEstablishment });
            return Task.CompletedTask;
        })));

        (await Data.Audit.AuditCheck.RunAsync(test.Database, [], Stop)).Chains.Single().ShouldSatisfyAllConditions(
            c => c.Breach.ShouldBeNull(), c => c.Entries.ShouldBe(8));
    }

    [Fact]
    public async Task Writes_that_wait_for_each_other_are_done_one_after_the_other()
    {
        await using var test = await TestDatabase.NewAsync(Provider.Postgres);
        var sample = await SampleGrouping.AddAsync(test.Database);
        using var both = new Barrier(2);

        await Task.WhenAll(CrossAsync(sample.MemberA.Id, sample.MemberB.Id), CrossAsync(sample.MemberB.Id, sample.MemberA.Id));

        (await Data.Audit.AuditCheck.RunAsync(test.Database, [], Stop)).Chains.Single().Entries.ShouldBe(2);

        // Each holds one member and asks for the other.
        Task CrossAsync(Guid first, Guid second)
        {
            var isFirst = true;
            return Task.Run(() => WriteAsync(sample, async scope =>
            {
                await scope.Db.Members.Where(m => m.Id == first).ExecuteUpdateAsync(m => m.SetProperty(r => r.QuotaPerYear, 7), Stop);
                if (isFirst)
                {
                    isFirst = false;
                    both.SignalAndWait(Stop);
                }

                (await scope.Db.Members.SingleAsync(m => m.Id == second, Stop)).Name += " *";
            }));
        }
    }

    private static Task<Nothing> WriteAsync(SampleGrouping sample, Func<WorkScope, Task> write)
    {
        var work = sample.As(Role.Administrator);
        return work.WriteAsync(
            new BookHalfDay(work),
            sample.Id,
            async scope =>
            {
                await write(scope);
                return Nothing.More;
            },
            Stop);
    }
}
