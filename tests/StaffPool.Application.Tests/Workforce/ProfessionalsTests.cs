using StaffPool.Application.Audit;
using StaffPool.Application.Members;
using StaffPool.Application.Tests.Access;
using StaffPool.Application.UseCases;
using StaffPool.Application.Workforce;
using StaffPool.Data.Access;
using StaffPool.Data.Workforce;
using StaffPool.Domain.Members;
using StaffPool.Domain.Workforce;
using StaffPool.Testing.Databases;

namespace StaffPool.Application.Tests.Workforce;

public sealed class ProfessionalsTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Theory]
    [BothProviders]
    public async Task An_employer_reads_the_contracts_of_its_own_people_and_the_shared_plan_of_the_others(Provider provider)
    {
        await using var test = await TestDatabase.NewAsync(provider);
        var busy = await BusyGrouping.AddAsync(test.Database);
        await AddToBAsync(busy.Sample);

        foreach (var role in new[] { Role.MemberRepresentative, Role.Payroll })
        {
            var staff = (await new ListProfessionals(busy.Sample.As(role)).RunAsync(busy.Id, Nothing.More, Stop)).Professionals;

            staff.Single(p => p.Id == busy.Sample.Professional.Id).Details.ShouldNotBeNull().FullTimeEquivalent.ShouldBe(0.8m);
            staff.Single(p => p.Name == "Personne de B").Details.ShouldBeNull();
        }

        var shared = (await new ListProfessionals(busy.Sample.As(Role.Professional)).RunAsync(busy.Id, Nothing.More, Stop)).Professionals;
        shared.Single(p => p.Id == busy.Sample.Professional.Id).Sites.ShouldBe(["Site A"]);
        shared.Count(p => p.Details is not null).ShouldBe(1);
    }

    [Fact]
    public async Task An_employer_hires_for_itself_alone()
    {
        await using var test = await TestDatabase.NewAsync(Provider.Sqlite);
        var sample = await SampleGrouping.AddAsync(test.Database);
        var others = await AddToBAsync(sample);
        var work = sample.As(Role.MemberRepresentative);

        await new AddProfessional(work).RunAsync(sample.Id, Person(sample, sample.MemberB.Id), Stop).ShouldBeRefusedAsync(Refusal.NotPermitted);
        await new ReviseProfessional(work)
            .RunAsync(sample.Id, new ProfessionalRevision(others, 1, Person(sample, sample.MemberA.Id)), Stop)
            .ShouldBeRefusedAsync(Refusal.NotPermitted);
        await new ReviseProfessional(work)
            .RunAsync(sample.Id, new ProfessionalRevision(sample.Professional.Id, 1, Person(sample, sample.MemberB.Id)), Stop)
            .ShouldBeRefusedAsync(Refusal.NotPermitted);
        await UseCaseCatalogue.Make<RemoveProfessional>(work)
            .RunAsync(sample.Id, new Removal(others, 1), Stop)
            .ShouldBeRefusedAsync(Refusal.NotPermitted);
    }

    [Fact]
    public async Task Every_problem_of_a_professional_is_told_at_once()
    {
        await using var test = await TestDatabase.NewAsync(Provider.Sqlite);
        var sample = await SampleGrouping.AddAsync(test.Database);
        var wrong = new ProfessionalDescription(
            sample.Professional.Name.ToUpperInvariant(), Guid.Empty, sample.MemberB.Id, Guid.Empty, 1.2m, "inconnu", EmploymentStatus.CivilServant,
            null, [""], -1, false, null);

        var codes = await new AddProfessional(sample.As(Role.Administrator)).RunAsync(sample.Id, wrong, Stop).ShouldBeRefusedAsync(Refusal.Invalid);

        codes.ShouldBe(
        [
            "text.missing", "professional.fte", "professional.reserved", "professional.name-taken", "not-found.profession",
            "professional.not-employer", "not-found.site", "professional.working-time",
        ]);
    }

    [Theory]
    [BothProviders]
    public async Task A_professional_who_is_in_a_plan_stays_and_every_reason_is_told(Provider provider)
    {
        await using var test = await TestDatabase.NewAsync(provider);
        var busy = await BusyGrouping.AddAsync(test.Database);

        var codes = await UseCaseCatalogue.Make<RemoveProfessional>(busy.Sample.As(Role.Administrator))
            .RunAsync(busy.Id, new Removal(busy.Sample.Professional.Id, 1), Stop)
            .ShouldBeRefusedAsync(Refusal.Invalid);

        // Assignments, bookings, absences, the right to sign in; a call for a replacement and its mission; a swap; a zone, its turns and calls; a timetable.
        codes.Count.ShouldBe(11);
    }

    [Theory]
    [BothProviders]
    public async Task An_answer_given_on_behalf_of_somebody_is_logged_under_who_gave_it(Provider provider)
    {
        await using var test = await TestDatabase.NewAsync(provider);
        var sample = await SampleGrouping.AddAsync(test.Database);
        var answer = new SiteAnswer(sample.Professional.Id, sample.SiteB.Id, 0, SiteConsent.Refused, SitePreference.None);

        var saved = await new AnswerForSite(sample.As(Role.MemberRepresentative)).RunAsync(sample.Id, answer, Stop);

        saved.Version.ShouldBe(1);
        var consents = await new ReadConsents(sample.As(Role.Professional)).RunAsync(sample.Id, new ConsentsOf(sample.Professional.Id), Stop);
        consents.Sites.Select(s => (s.SiteName, s.IsAllowed)).ShouldBe([("Site A", true), ("Site B", false)]);
        var log = await new ReadAuditLog(sample.As(Role.Auditor)).RunAsync(sample.Id, new AuditQuery(), Stop);
        log.Entries.ShouldHaveSingleItem().UserName.ShouldBe("Essai MemberRepresentative");
    }

    [Fact]
    public async Task Nobody_answers_for_the_people_of_another()
    {
        await using var test = await TestDatabase.NewAsync(Provider.Sqlite);
        var sample = await SampleGrouping.AddAsync(test.Database);
        var others = await AddToBAsync(sample);
        foreach (var role in new[] { Role.MemberRepresentative, Role.Professional })
        {
            await new AnswerForSite(sample.As(role))
                .RunAsync(sample.Id, new SiteAnswer(others, sample.SiteA.Id, 0, SiteConsent.Granted, SitePreference.None), Stop)
                .ShouldBeRefusedAsync(Refusal.NotPermitted);
            await new ReadConsents(sample.As(role)).RunAsync(sample.Id, new ConsentsOf(others), Stop).ShouldBeRefusedAsync(Refusal.NotPermitted);
        }
    }

    [Fact]
    public async Task A_site_is_not_refused_and_preferred()
    {
        await using var test = await TestDatabase.NewAsync(Provider.Sqlite);
        var sample = await SampleGrouping.AddAsync(test.Database);

        (await new AnswerForSite(sample.As(Role.Professional))
            .RunAsync(sample.Id, new SiteAnswer(sample.Professional.Id, sample.SiteB.Id, 0, SiteConsent.Refused, SitePreference.Preferred), Stop)
            .ShouldBeRefusedAsync(Refusal.Invalid)).ShouldBe(["answer.contradiction"]);
    }

    [Theory]
    [BothProviders]
    public async Task A_professional_reads_where_the_published_plan_sends_them(Provider provider)
    {
        await using var test = await TestDatabase.NewAsync(provider);
        var busy = await BusyGrouping.AddAsync(test.Database);

        var own = await new ReadOwnWork(busy.Sample.As(Role.Professional)).RunAsync(busy.Id, Nothing.More, Stop);

        own.Assignments.ShouldHaveSingleItem().ShouldBe(new OwnAssignment(
            busy.Published.PeriodStart, busy.Published.PeriodEnd, "Site A", "Résidence A", "Ergothérapeute", 20));
        own.Bookings.ShouldHaveSingleItem().Day.ShouldBe(busy.Booking.Day);
    }

    private static async Task<Guid> AddToBAsync(SampleGrouping sample)
    {
        var work = sample.As(Role.Administrator);
        await new ReviseMember(work).RunAsync(
            sample.Id, new MemberRevision(sample.MemberB.Id, 1, new("Résidence B", MemberKind.PrivateNonProfit, IsEmployer: true, null)), Stop);
        return (await new AddProfessional(work).RunAsync(sample.Id, Person(sample, sample.MemberB.Id), Stop)).Id;
    }

    private static ProfessionalDescription Person(SampleGrouping sample, Guid employerId) => new(
        "Personne de B", sample.Profession.Id, employerId, sample.SiteB.Id, 0.5m, null, EmploymentStatus.PrivateEmployee, null, [], 0, false, null);
}
