using StaffPool.Application.Governance;
using StaffPool.Application.Tests.Access;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Testing.Databases;

namespace StaffPool.Application.Tests.Governance;

public sealed class AmendAgreementTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_agreement_that_cannot_be_read_is_refused_with_every_problem()
    {
        await using var test = await TestDatabase.NewAsync(Provider.Sqlite);
        var busy = await BusyGrouping.AddAsync(test.Database);
        var amend = UseCaseCatalogue.Make<AmendAgreement>(busy.Sample.As(Role.Administrator));
        var sections = "agreement: {name: Essai, seat: nulle-part, settings: [{key: sites.max-per-professional, value: beaucoup, from: 2027-01-01, reference: AG}]}";

        var codes = await amend.RunAsync(busy.Id, new Amendment(new(2020, 1, 1), " ", sections), Stop).ShouldBeRefusedAsync(Refusal.Invalid);

        codes.ShouldContain("text.missing");
        codes.ShouldContain("agreement.day-taken");
        codes.Count.ShouldBeGreaterThanOrEqualTo(4, string.Join(", ", codes));
    }

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("- une liste")]
    public async Task What_is_no_table_of_keys_is_no_agreement(string sections)
    {
        await using var test = await TestDatabase.NewAsync(Provider.Sqlite);
        var busy = await BusyGrouping.AddAsync(test.Database);
        var amend = UseCaseCatalogue.Make<AmendAgreement>(busy.Sample.As(Role.Administrator));

        var codes = await amend.RunAsync(busy.Id, new Amendment(new(2026, 1, 1), "Avenant", sections), Stop).ShouldBeRefusedAsync(Refusal.Invalid);

        codes.ShouldNotBeEmpty();
    }

    [Theory]
    [BothProviders]
    public async Task The_version_in_force_is_the_last_that_took_effect(Provider provider)
    {
        await using var test = await TestDatabase.NewAsync(provider);
        var busy = await BusyGrouping.AddAsync(test.Database);
        var amend = UseCaseCatalogue.Make<AmendAgreement>(busy.Sample.As(Role.Administrator));
        await amend.RunAsync(busy.Id, new Amendment(new(2024, 1, 1), "Avenant 1", BusyGrouping.Sections), Stop);
        await amend.RunAsync(busy.Id, new Amendment(new(2090, 1, 1), "Avenant 2", BusyGrouping.Sections), Stop);

        var versions = await new ReadAgreement(busy.Sample.As(Role.MemberRepresentative)).RunAsync(busy.Id, Nothing.More, Stop);

        versions.Select(v => (v.Reference, v.IsInForce)).ShouldBe([("Avenant 2", false), ("Avenant 1", true), ("Essai", false)]);
    }
}
