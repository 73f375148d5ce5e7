using StaffPool.Application.Needs;
using StaffPool.Application.Scenarios;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Documents.Scenarios.Rows;
using StaffPool.Domain.Geography;
using StaffPool.Domain.Needs;
using StaffPool.Testing.Databases;

namespace StaffPool.Application.Tests.Needs;

public sealed class DeclareNeedsTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    private static readonly NeedConversions Conversions = new(new GroupingLoader(new ScenarioFormat(CommuneDirectory.France)));

    [Theory]
    [BothProviders]
    public async Task What_a_member_declares_is_what_it_reads(Provider provider)
    {
        await using var test = await TestDatabase.NewAsync(provider);
        var sample = await SampleGrouping.AddAsync(test.Database);
        var work = sample.As(Role.MemberRepresentative);

        var saved = await new DeclareNeeds(work).RunAsync(sample.Id, Declaration(sample, 0, 12.5m), Stop);
        var view = await new ReadDeclaration(work, Conversions).RunAsync(sample.Id, new(sample.Campaign.Id, sample.MemberA.Id), Stop);

        saved.Version.ShouldBe(1);
        view.Version.ShouldBe(1);
        view.Needs.ShouldBe(Declaration(sample, 0, 12.5m).Needs);
        var counted = view.HalfDays.ShouldNotBeNull().ShouldHaveSingleItem();
        (counted.PerYear, counted.InPeriod).ShouldBe((13, 7));
        counted.Trace.ShouldNotBeEmpty();
    }

    [Theory]
    [BothProviders]
    public async Task A_change_made_from_an_older_version_is_told_who_changed_what(Provider provider)
    {
        await using var test = await TestDatabase.NewAsync(provider);
        var sample = await SampleGrouping.AddAsync(test.Database);
        await new DeclareNeeds(sample.As(Role.MemberRepresentative)).RunAsync(sample.Id, Declaration(sample, 0, 12.5m), Stop);

        var refused = await Should.ThrowAsync<RefusedException>(
            () => new DeclareNeeds(sample.As(Role.Administrator)).RunAsync(sample.Id, Declaration(sample, 0, 20), Stop));

        refused.Refusal.ShouldBe(Refusal.OutOfDate);
        var told = refused.Reasons.ShouldHaveSingleItem().Message.ToString();
        told.ShouldContain("Essai MemberRepresentative");
        told.ShouldContain("12.5");
    }

    private static Declaration Declaration(SampleGrouping sample, int version, decimal amount) => new(
        sample.Campaign.Id, sample.MemberA.Id, version, false,
        [new(sample.SiteA.Id, sample.Profession.Id, amount, NeedUnit.HalfDaysPerYear, 1, IsPriority: true, AcceptsSmallBlocks: false)]);
}
