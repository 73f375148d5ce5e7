using StaffPool.Application.Audit;
using StaffPool.Application.Needs;
using StaffPool.Application.Workforce;
using StaffPool.Data.Access;
using StaffPool.Testing.Databases;

namespace StaffPool.Application.Tests.Audit;

public sealed class ReadAuditLogTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Theory]
    [BothProviders]
    public async Task The_log_is_told_in_names_and_found_by_person_act_and_day(Provider provider)
    {
        await using var test = await TestDatabase.NewAsync(provider);
        var busy = await BusyGrouping.AddAsync(test.Database);
        await new DeclareNeeds(busy.Sample.As(Role.MemberRepresentative)).RunAsync(
            busy.Id, (Declaration)SampleRequests.Of(typeof(DeclareNeeds), busy), Stop);
        await new AnswerForSite(busy.Sample.As(Role.Professional)).RunAsync(
            busy.Id, (SiteAnswer)SampleRequests.Of(typeof(AnswerForSite), busy), Stop);
        var log = new ReadAuditLog(busy.Sample.As(Role.Auditor));
        var today = ParisTime.DayOf(TimeProvider.System.GetUtcNow().UtcDateTime);

        var all = await log.RunAsync(busy.Id, new(), Stop);
        var answers = await log.RunAsync(busy.Id, new(UseCase: nameof(AnswerForSite), UserName: "Essai Professional", From: today.AddDays(-1), To: today), Stop);
        var before = await log.RunAsync(busy.Id, new(To: today.AddDays(-2)), Stop);

        all.Entries.Select(e => e.Sequence).ShouldBe([2, 1]);
        all.UserNames.ShouldBe(["Essai MemberRepresentative", "Essai Professional"]);
        var answer = answers.Entries.ShouldHaveSingleItem();
        answer.Title.ShouldBe("Enregistrer l’accord et la préférence pour un site");
        answer.Changes.ShouldHaveSingleItem().Fields.ShouldContain(f => f.Name == "site" && f.After == "Site B");
        before.Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_log_is_read_a_page_at_a_time()
    {
        await using var test = await TestDatabase.NewAsync(Provider.Sqlite);
        var sample = await SampleGrouping.AddAsync(test.Database);
        var add = new AddProfession(sample.As(Role.Administrator));
        for (var i = 1; i <= 51; i++)
        {
            await add.RunAsync(sample.Id, new($"Profession {i}", null), Stop);
        }

        var log = new ReadAuditLog(sample.As(Role.Administrator));
        var first = await log.RunAsync(sample.Id, new(), Stop);
        var second = await log.RunAsync(sample.Id, new(first.Next), Stop);

        first.Entries.Count.ShouldBe(50);
        second.Entries.ShouldHaveSingleItem().Sequence.ShouldBe(1);
        second.Next.ShouldBeNull();
    }
}
