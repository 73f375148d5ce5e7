using StaffPool.Application.Members;
using StaffPool.Application.Replacements;
using StaffPool.Application.Tests.Access;
using StaffPool.Application.UseCases;
using StaffPool.Application.Workforce;
using StaffPool.Data.Access;
using StaffPool.Data.Planning;
using StaffPool.Data.Replacements;
using StaffPool.Domain.Members;
using StaffPool.Domain.Workforce;
using StaffPool.Testing.Databases;

namespace StaffPool.Application.Tests.Replacements;

public sealed class AbsenceTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    private static readonly AbsenceSpan Monday = new(new(2027, 3, 1), DayPart.Morning, new(2027, 3, 1), DayPart.Morning, IsEndExpected: false);

    private static readonly AbsenceReason Reason = new(AbsenceCause.Sickness, "arrêt");

    [Theory]
    [BothProviders]
    public async Task Nobody_is_away_twice_at_once_but_half_a_day_follows_another(Provider provider)
    {
        await using var test = await TestDatabase.NewAsync(provider);
        var sample = await SampleGrouping.AddAsync(test.Database);
        var record = new RecordAbsence(sample.As(Role.Coordinator));
        await record.RunAsync(sample.Id, new(sample.Professional.Id, Monday, null), Stop);

        await record.RunAsync(sample.Id, new(sample.Professional.Id, Monday with { FirstPart = DayPart.Afternoon, LastPart = DayPart.Night }, null), Stop);

        (await record.RunAsync(sample.Id, new(sample.Professional.Id, Monday with { LastDay = new(2027, 3, 5) }, null), Stop)
            .ShouldBeRefusedAsync(Refusal.Invalid)).ShouldBe(["absence.overlap", "absence.overlap"]);
    }

    [Theory]
    [BothProviders]
    public async Task One_absence_is_recorded_whatever_two_people_do_at_once(Provider provider)
    {
        await using var test = await TestDatabase.NewAsync(provider);
        var busy = await BusyGrouping.AddAsync(test.Database);
        // A first entry: the log has a head to take turns on.
        await new ReviseGrouping(busy.Sample.As(Role.Administrator)).RunAsync(busy.Id, new(1, "Essai", "Essai"), Stop);

        var attempts = new[] { Role.Administrator, Role.Coordinator, Role.Payroll, Role.Professional, Role.MemberRepresentative }
            .Select(r => new RecordAbsence(busy.Sample.As(r)).RunAsync(busy.Id, new(busy.Sample.Professional.Id, Monday, null), Stop)).ToList();
        await Task.WhenAll(attempts.Select(a => a.ContinueWith(_ => { }, TaskScheduler.Default)));

        attempts.Count(a => a.IsCompletedSuccessfully).ShouldBe(1);
        attempts.Where(a => a.IsFaulted).ShouldAllBe(a => ((RefusedException)a.Exception!.InnerException!).Reasons[0].Code == "absence.overlap");
    }

    [Fact]
    public async Task Every_problem_of_an_absence_is_told_at_once()
    {
        await using var test = await TestDatabase.NewAsync(Provider.Sqlite);
        var sample = await SampleGrouping.AddAsync(test.Database);
        var wrong = new Absence(
            sample.Professional.Id, new(new(2027, 3, 2), DayPart.Afternoon, new(2027, 3, 2), DayPart.Morning, false),
            new AbsenceReason((AbsenceCause)99, new string('x', 2001)));

        (await new RecordAbsence(sample.As(Role.Professional)).RunAsync(sample.Id, wrong, Stop).ShouldBeRefusedAsync(Refusal.Invalid))
            .ShouldBe(["absence.reversed", "absence.cause", "text.too-long"]);
    }

    [Fact]
    public async Task Neither_administrator_nor_coordinator_nor_operator_gives_a_cause()
    {
        await using var test = await TestDatabase.NewAsync(Provider.Sqlite);
        var sample = await SampleGrouping.AddAsync(test.Database);
        foreach (var work in new[] { sample.As(Role.Administrator), sample.As(Role.Coordinator), sample.AsOperator() })
        {
            (await new RecordAbsence(work).RunAsync(sample.Id, new(sample.Professional.Id, Monday, Reason), Stop)
                .ShouldBeRefusedAsync(Refusal.NotPermitted)).ShouldBe(["absence.cause-not-yours"]);
        }
    }

    [Theory]
    [BothProviders]
    public async Task The_employer_and_the_person_read_the_cause_and_nobody_else(Provider provider)
    {
        await using var test = await TestDatabase.NewAsync(provider);
        var sample = await SampleGrouping.AddAsync(test.Database);
        var absence = await new RecordAbsence(sample.As(Role.Professional)).RunAsync(sample.Id, new(sample.Professional.Id, Monday, Reason), Stop);
        foreach (var role in Enum.GetValues<Role>())
        {
            var reading = new ReadAbsenceCause(sample.As(role)).RunAsync(sample.Id, new(absence.Id), Stop);
            if (role is Role.MemberRepresentative or Role.Payroll or Role.Professional)
            {
                (await reading).ShouldBe(Reason);
            }
            else
            {
                await reading.ShouldBeRefusedAsync(Refusal.NotPermitted);
            }
        }

        await new ReadAbsenceCause(sample.AsOperator()).RunAsync(sample.Id, new(absence.Id), Stop).ShouldBeRefusedAsync(Refusal.NotPermitted);
    }

    [Theory]
    [BothProviders]
    public async Task A_cause_stays_with_the_employer_under_whom_it_was_recorded(Provider provider)
    {
        await using var test = await TestDatabase.NewAsync(provider);
        var sample = await SampleGrouping.AddAsync(test.Database);
        var atB = await EmployedByBAsync(sample);
        var absence = await new RecordAbsence(sample.As(Role.Administrator)).RunAsync(sample.Id, new(atB, Monday, null), Stop);
        var payroll = sample.As(Role.Payroll);

        // The payroll clerk is of A: neither the people nor the causes of B are theirs.
        await new ReadAbsenceCause(payroll).RunAsync(sample.Id, new(absence.Id), Stop).ShouldBeRefusedAsync(Refusal.NotPermitted);
        await new RecordAbsence(payroll).RunAsync(sample.Id, new(atB, Monday with { FirstDay = new(2027, 1, 4), LastDay = new(2027, 1, 4) }, null), Stop)
            .ShouldBeRefusedAsync(Refusal.NotPermitted);
        (await new ListAbsences(payroll).RunAsync(sample.Id, new(new(2027, 1, 1), new(2027, 12, 31)), Stop)).ShouldBeEmpty();

        // A's person moves to B: A's causes stay with A.
        var own = await new RecordAbsence(payroll).RunAsync(sample.Id, new(sample.Professional.Id, Monday, Reason), Stop);
        await new ReviseProfessional(sample.As(Role.Administrator)).RunAsync(
            sample.Id, new ProfessionalRevision(sample.Professional.Id, 1, Person(sample, "Ergothérapeute 1")), Stop);
        (await new ReadAbsenceCause(payroll).RunAsync(sample.Id, new(own.Id), Stop)).ShouldBe(Reason);
    }

    [Fact]
    public async Task A_removed_absence_takes_its_cause_with_it()
    {
        await using var test = await TestDatabase.NewAsync(Provider.Sqlite);
        var busy = await BusyGrouping.AddAsync(test.Database);

        await new RemoveAbsence(busy.Sample.As(Role.Coordinator)).RunAsync(busy.Id, new Removal(busy.Absence.Id, 1), Stop);

        await using var db = test.Database.NewContext();
        db.GroupingId = busy.Id;
        db.AbsenceCauses.ShouldBeEmpty();
        db.AuditEntries.Single().Changes.ShouldContain("absence_causes");
    }

    [Fact]
    public async Task Changing_the_dates_leaves_the_cause_as_it_was()
    {
        await using var test = await TestDatabase.NewAsync(Provider.Sqlite);
        var busy = await BusyGrouping.AddAsync(test.Database);

        await new ReviseAbsence(busy.Sample.As(Role.Coordinator)).RunAsync(busy.Id, new AbsenceRevision(busy.Absence.Id, 1, Monday, null), Stop);

        (await new ReadAbsenceCause(busy.Sample.As(Role.Payroll)).RunAsync(busy.Id, new(busy.Absence.Id), Stop)).Note.ShouldBe(BusyGrouping.SecretNote);
    }

    private static async Task<Guid> EmployedByBAsync(SampleGrouping sample)
    {
        var work = sample.As(Role.Administrator);
        await new ReviseMember(work).RunAsync(
            sample.Id, new MemberRevision(sample.MemberB.Id, 1, new("Résidence B", MemberKind.PrivateNonProfit, IsEmployer: true, null)), Stop);
        return (await new AddProfessional(work).RunAsync(sample.Id, Person(sample, "Personne de B"), Stop)).Id;
    }

    private static ProfessionalDescription Person(SampleGrouping sample, string name) => new(
        name, sample.Profession.Id, sample.MemberB.Id, sample.SiteB.Id, 0.5m, null, EmploymentStatus.PrivateEmployee, null, [], 0, false, null);
}
