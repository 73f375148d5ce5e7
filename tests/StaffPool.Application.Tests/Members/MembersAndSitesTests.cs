using StaffPool.Application.Governance;
using StaffPool.Application.Members;
using StaffPool.Application.Tests.Access;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Domain.Members;
using StaffPool.Domain.Workforce;
using StaffPool.Testing.Databases;

namespace StaffPool.Application.Tests.Members;

public sealed class MembersAndSitesTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Theory]
    [BothProviders]
    public async Task A_name_is_kept_as_it_is_typed_whatever_it_holds(Provider provider)
    {
        await using var test = await TestDatabase.NewAsync(provider);
        var sample = await SampleGrouping.AddAsync(test.Database);
        const string Name = "Ré'sidence\"); DROP TABLE members;-- <script>alert(1)</script> 🏥";

        await new AddMember(sample.As(Role.Administrator)).RunAsync(sample.Id, Member($"  {Name} "), Stop);

        (await new ListMembers(sample.As(Role.Auditor)).RunAsync(sample.Id, Nothing.More, Stop)).ShouldContain(m => m.Name == Name);
    }

    [Theory]
    [BothProviders]
    public async Task A_text_that_a_database_would_refuse_is_refused_with_its_reason(Provider provider)
    {
        await using var test = await TestDatabase.NewAsync(provider);
        var sample = await SampleGrouping.AddAsync(test.Database);
        foreach (var name in new[] { "zéro\0", "moitié \ud83c", "à la\nligne" })
        {
            var codes = await new AddMember(sample.As(Role.Administrator)).RunAsync(sample.Id, Member(name), Stop).ShouldBeRefusedAsync(Refusal.Invalid);

            codes.ShouldBe(["text.unreadable"]);
        }
    }

    [Fact]
    public async Task Every_problem_of_a_site_is_told_at_once()
    {
        await using var test = await TestDatabase.NewAsync(Provider.Sqlite);
        var sample = await SampleGrouping.AddAsync(test.Database);

        var codes = await new AddSite(sample.As(Role.Administrator))
            .RunAsync(sample.Id, new SiteDescription(" ", Guid.Empty, new Place(null, "Saint-Aubin", null, 2, null), SiteKind.Ehpad, -1, 365, 5, []), Stop)
            .ShouldBeRefusedAsync(Refusal.Invalid);

        codes.ShouldBe(["text.missing", "not-found.member", "place.ambiguous", "place.coordinates", "site.places", "site.opening", "site.statuses"]);
    }

    [Fact]
    public async Task A_commune_is_found_by_its_name_and_its_postal_code()
    {
        await using var test = await TestDatabase.NewAsync(Provider.Sqlite);
        var sample = await SampleGrouping.AddAsync(test.Database);

        await new AddSite(sample.As(Role.Administrator)).RunAsync(sample.Id, Site(sample, new Place(null, "roye", "80700")), Stop);

        var site = (await new ListSites(sample.As(Role.Professional)).RunAsync(sample.Id, Nothing.More, Stop)).Single(s => s.Name == "Site D");
        (site.Code, site.InseeCode, site.CommuneName).ShouldBe(("site-d", "80685", "Roye"));
    }

    [Fact]
    public async Task Latitude_and_longitude_swapped_are_refused()
    {
        await using var test = await TestDatabase.NewAsync(Provider.Sqlite);
        var sample = await SampleGrouping.AddAsync(test.Database);

        (await new AddSite(sample.As(Role.Administrator))
            .RunAsync(sample.Id, Site(sample, new Place("80585", null, null, 2.9, 49.8)), Stop)
            .ShouldBeRefusedAsync(Refusal.Invalid)).ShouldBe(["place.far"]);
    }

    [Theory]
    [BothProviders]
    public async Task A_member_that_others_depend_on_stays_and_every_reason_is_told(Provider provider)
    {
        await using var test = await TestDatabase.NewAsync(provider);
        var busy = await BusyGrouping.AddAsync(test.Database);

        var refused = await Should.ThrowAsync<RefusedException>(() => UseCaseCatalogue.Make<RemoveMember>(busy.Sample.As(Role.Administrator))
            .RunAsync(busy.Id, new Removal(busy.Sample.MemberA.Id, 1), Stop));

        string.Join(' ', refused.Reasons.Select(r => r.Message)).ShouldContain("sites (1)");
        refused.Reasons.Count.ShouldBe(6, string.Join('\n', refused.Reasons.Select(r => r.Message)));
    }

    [Fact]
    public async Task A_site_that_the_agreement_names_stays()
    {
        await using var test = await TestDatabase.NewAsync(Provider.Sqlite);
        var busy = await BusyGrouping.AddAsync(test.Database);
        var work = busy.Sample.As(Role.Administrator);
        var sections = BusyGrouping.Sections.Replace("seat: a", "seat: libre", StringComparison.Ordinal);
        await UseCaseCatalogue.Make<AmendAgreement>(work).RunAsync(busy.Id, new Amendment(new(2024, 1, 1), "Essai", sections), Stop);

        await UseCaseCatalogue.Make<RemoveSite>(work).RunAsync(busy.Id, new Removal(busy.SpareSite.Id, 1), Stop).ShouldBeRefusedAsync(Refusal.Invalid);

        (await new ListSites(work).RunAsync(busy.Id, Nothing.More, Stop)).ShouldContain(s => s.Id == busy.SpareSite.Id);
    }

    [Theory]
    [BothProviders]
    public async Task Whoever_comes_second_is_told_who_came_first(Provider provider)
    {
        await using var test = await TestDatabase.NewAsync(provider);
        var sample = await SampleGrouping.AddAsync(test.Database);
        var revise = new ReviseMember(sample.As(Role.Administrator));
        await revise.RunAsync(sample.Id, new MemberRevision(sample.MemberB.Id, 1, Member("Premier")), Stop);

        var refused = await Should.ThrowAsync<RefusedException>(
            () => revise.RunAsync(sample.Id, new MemberRevision(sample.MemberB.Id, 1, Member("Second")), Stop));

        refused.Refusal.ShouldBe(Refusal.OutOfDate);
        refused.Reasons[0].Message.ToString().ShouldContain("Résidence B → Premier");
    }

    [Theory]
    [BothProviders]
    public async Task One_name_is_taken_once_whatever_two_people_do_at_once(Provider provider)
    {
        await using var test = await TestDatabase.NewAsync(provider);
        var sample = await SampleGrouping.AddAsync(test.Database);
        var add = new AddMember(sample.As(Role.Administrator));

        var attempts = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => SucceedsAsync(add.RunAsync(sample.Id, Member("Résidence D"), Stop))));

        attempts.Count(a => a).ShouldBe(1);
        (await new ListMembers(sample.As(Role.Auditor)).RunAsync(sample.Id, Nothing.More, Stop)).Count(m => m.Name == "Résidence D").ShouldBe(1);
    }

    [Fact]
    public async Task An_employer_stays_one_while_it_employs()
    {
        await using var test = await TestDatabase.NewAsync(Provider.Sqlite);
        var sample = await SampleGrouping.AddAsync(test.Database);

        (await new ReviseMember(sample.As(Role.Administrator))
            .RunAsync(sample.Id, new MemberRevision(sample.MemberA.Id, 1, Member("Résidence A") with { IsEmployer = false }), Stop)
            .ShouldBeRefusedAsync(Refusal.Invalid)).ShouldBe(["member.still-employs"]);
    }

    [Fact]
    public async Task A_member_does_not_see_the_quota_of_another()
    {
        await using var test = await TestDatabase.NewAsync(Provider.Sqlite);
        var sample = await SampleGrouping.AddAsync(test.Database);
        var revise = new ReviseMember(sample.As(Role.Administrator));
        await revise.RunAsync(sample.Id, new MemberRevision(sample.MemberA.Id, 1, Member("Résidence A") with { QuotaPerYear = 111 }), Stop);
        await revise.RunAsync(sample.Id, new MemberRevision(sample.MemberB.Id, 1, Member("Résidence B") with { QuotaPerYear = 222 }), Stop);

        var members = await new ListMembers(sample.As(Role.MemberRepresentative)).RunAsync(sample.Id, Nothing.More, Stop);

        members.Select(m => m.QuotaPerYear).ShouldBe([111, null]);
    }

    private static async Task<bool> SucceedsAsync(Task<Added> task)
    {
        try
        {
            await task;
            return true;
        }
        catch (RefusedException refused)
        {
            refused.Refusal.ShouldBeOneOf(Refusal.Invalid, Refusal.Taken);
            return false;
        }
    }

    private static MemberDescription Member(string name) => new(name, MemberKind.PublicEstablishment, IsEmployer: true, QuotaPerYear: null);

    private static SiteDescription Site(SampleGrouping sample, Place place) =>
        new("Site D", sample.MemberB.Id, place, SiteKind.Ehpad, 60, 365, 7, [EmploymentStatus.CivilServant]);
}
