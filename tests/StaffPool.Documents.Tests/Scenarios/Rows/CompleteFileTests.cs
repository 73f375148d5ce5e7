using System.Text;
using StaffPool.Application.Scenarios;
using StaffPool.Application.UseCases;
using StaffPool.Data.Costs;
using StaffPool.Data.Governance;
using StaffPool.Data.Members;
using StaffPool.Data.Needs;
using StaffPool.Data.Planning;
using StaffPool.Data.Workforce;
using StaffPool.Documents.Scenarios.Rows;
using StaffPool.Domain.Costs;
using StaffPool.Domain.Geography;
using StaffPool.Domain.Governance.Assemblies;
using StaffPool.Domain.Members;
using StaffPool.Domain.Needs;
using StaffPool.Domain.Workforce;
using StaffPool.Testing;

namespace StaffPool.Documents.Tests.Scenarios.Rows;

public sealed class CompleteFileTests
{
    private static readonly ScenarioFormat Format = new(CommuneDirectory.France);

    private static readonly string Complete =
        File.ReadAllText(Path.Combine(Repository.Root, "tests", "StaffPool.Documents.Tests", "Scenarios", "Rows", "complete.yaml"));

    [Fact]
    public async Task Every_key_survives()
    {
        var reading = ScenarioFiles.Read(Complete);
        reading.Problems.Select(ScenarioFiles.Shown).ShouldBeEmpty();

        await Format.Read(Rows(Complete)).ShouldSayAsync(reading.Scenario!);
    }

    [Fact]
    public void Columns_hold_what_the_service_works_with()
    {
        var rows = Rows(Complete);

        rows.Agreement.ValidFrom.ShouldBe(new DateOnly(2019, 1, 1));
        rows.Agreement.Reference.ShouldBe("Document, page 2");
        rows.Sites[0].ShouldSatisfyAllConditions(
            s => s.InseeCode.ShouldBe("02691"),
            s => s.Latitude.ShouldBe(49.8465),
            s => s.OpeningDaysPerYear.ShouldBe(210),
            s => s.AcceptedStatuses.ShouldBe([EmploymentStatus.PublicContract, EmploymentStatus.CivilServant]));
        rows.Sites[1].AcceptedStatuses.ShouldBeEmpty();
        rows.Professionals[0].SiteAnswers.Select(a => (a.Consent, a.Preference)).ShouldBe(
            [(SiteConsent.Granted, SitePreference.Avoided), (SiteConsent.Granted, SitePreference.Preferred), (SiteConsent.Refused, SitePreference.None)]);
        var campaign = rows.Campaign.ShouldNotBeNull();
        (campaign.OpensOn, campaign.ClosesOn, campaign.Status).ShouldBe((new DateOnly(2025, 12, 15), new DateOnly(2026, 1, 14), CampaignStatus.Closed));
        (campaign.Needs[1].Amount, campaign.Needs[1].Unit, campaign.Needs[1].EveryWeeks).ShouldBe((35, NeedUnit.HoursPerWeeks, 2));
        campaign.Needs[0].Extras.ShouldNotBeNull().ShouldContain("D.312-155-0");
        var plan = rows.PlanInForce.ShouldNotBeNull();
        plan.Status.ShouldBe(PlanStatus.Published);
        plan.Assignments.Select(a => (a.HalfDays, a.IsPinned)).ShouldBe([(30, false), (40, true), (0, true)]);
        var assembly = rows.Assemblies[0];
        assembly.Status.ShouldBe(AssemblyStatus.Closed);
        assembly.Motions[0].Ballots.Select(b => b.Choice).ShouldBe([VoteChoice.For, VoteChoice.For, VoteChoice.Against]);
        assembly.Attendances.Count(a => a.RepresentedById is not null).ShouldBe(1);
        rows.Assemblies[1].Status.ShouldBe(AssemblyStatus.Convened);
    }

    [Fact]
    public void The_file_made_from_rows_is_the_same_again_whatever_the_order_of_the_rows()
    {
        var rows = Rows(Complete);
        var file = Format.ToFile(rows);
        var other = rows with
        {
            Members = [.. rows.Members.Reverse()],
            Sites = [.. rows.Sites.OrderBy(s => s.Code, StringComparer.Ordinal)],
            Professionals = [.. rows.Professionals.Reverse()],
            Assemblies = [.. rows.Assemblies.Reverse()],
        };

        Format.ToFile(other).ShouldBe(file);
        Format.ToFile(Format.ToRows(file, "test")).ShouldBe(file);
    }

    [Fact]
    public void What_was_entered_in_the_service_says_so()
    {
        var rows = Rows(Complete);
        var member = new MemberRow { Code = "e", Name = "Résidence E", Kind = MemberKind.PublicEstablishment };
        var site = new SiteRow { Code = "e", Name = "Résidence E", InseeCode = "80585", MemberId = member.Id, Kind = SiteKind.Ehpad };
        var scenario = Format.Read(rows with { Members = [.. rows.Members, member], Sites = [.. rows.Sites, site], WorkingTimes = [.. rows.WorkingTimes, new() { Code = "x", Name = "X", AnnualHours = 1600, WeeklyHours = 35 }] });

        scenario.Grouping.Members[^1].Id.ShouldBe("e");
        scenario.Grouping.Sites[^1].Opening.DaysPerYear.ShouldBe(365);
        Text(rows with { Members = [.. rows.Members, member] }).ShouldContain("{id: e, name: Résidence E, kind: public-establishment, source: Déclaré dans StaffPool}");
    }

    [Fact]
    public void A_value_deleted_since_is_no_longer_said_to_be_invented()
    {
        var rows = Rows(Complete);
        rows.Members[0].QuotaPerYear = null;

        Format.Read(rows).Grouping.Members[0].QuotaPerYear.ShouldBeNull();
    }

    [Fact]
    public void Expenses_of_the_exercise_are_added_to_their_centre()
    {
        var rows = Rows(Complete);
        rows = rows with
        {
            Expenses =
            [
                Expense("siege", 12345, new DateOnly(2026, 1, 1)), Expense("vide", 7, new DateOnly(2026, 12, 31), rows.Members[1].Id),
                Expense("siege", 99, new DateOnly(2027, 1, 1)), Expense("inconnu", 99, new DateOnly(2025, 12, 31)),
            ],
        };

        var centres = Format.Read(rows).Costs.ShouldNotBeNull().Exercise.Centres;

        centres[0].Items.Select(i => (i.Label, i.Amount.Cents)).ShouldBe([("Loyer", 120000), ("Achat", 12345)]);
        centres[1].Items.ShouldHaveSingleItem().PaidBy.ShouldBe("b");
    }

    [Fact]
    public void An_expense_of_no_centre_is_refused_rather_than_lost()
    {
        var rows = Rows(Complete) with { Expenses = [Expense("inconnu", 99, new DateOnly(2026, 5, 1)), Expense("autre", 99, new DateOnly(2026, 5, 1))] };

        var refused = Should.Throw<RefusedException>(() => Format.Read(rows));

        refused.Reasons.Select(r => r.Code).ShouldBe(["expense.no-centre", "expense.no-centre"]);
        refused.Reasons[0].Message.ToString().ShouldContain("1 mai 2026");
    }

    [Fact]
    public void A_grouping_that_plans_nothing_yet_keeps_its_sites_and_staff()
    {
        var rows = Rows(Complete) with { Campaign = null, PlanInForce = null };

        var scenario = Format.Read(rows);

        scenario.Period.ShouldBeNull();
        scenario.Grouping.Sites.Count.ShouldBe(3);
        scenario.Grouping.Professionals.Count.ShouldBe(4);
        scenario.Grouping.Agreement.Seat!.Id.ShouldBe("siege");
        Format.Read(Rows(Complete) with { Campaign = new CampaignRow { PeriodStart = new DateOnly(2027, 1, 1), PeriodEnd = new DateOnly(2027, 6, 30) }, PlanInForce = null })
            .Period.ShouldBeNull();
    }

    [Fact]
    public void Pins_beside_the_plan_in_force_are_refused_rather_than_changed()
    {
        var refused = Should.Throw<RefusedException>(() => Rows(Complete.Replace("need: besoin/un, half-days: 0}", "need: besoin/un, half-days: 7}", StringComparison.Ordinal)));

        refused.Reasons.ShouldHaveSingleItem().Subjects.ShouldBe(["ergo-2", "besoin/un"]);
    }

    [Fact]
    public void Rows_that_make_no_valid_scenario_are_told_with_every_problem()
    {
        var rows = Rows(Complete);
        rows.Members[1].Name = rows.Members[0].Name;
        rows.Professionals[0].FullTimeEquivalent = 2;

        Should.Throw<RefusedException>(() => Format.Read(rows)).Reasons.Select(r => r.Code).ShouldBe(["name.duplicate", "number.range"]);
    }

    [Fact]
    public void An_agreement_that_is_no_yaml_is_told()
    {
        var rows = Rows(Complete);
        rows.Agreement.Sections = "agreement: {name: [";

        Should.Throw<RefusedException>(() => Format.Read(rows)).Refusal.ShouldBe(Refusal.Invalid);
    }

    private static GroupingRows Rows(string text) => Format.ToRows(Encoding.UTF8.GetBytes(text), "test");

    private static string Text(GroupingRows rows) => Encoding.UTF8.GetString(Format.ToFile(rows));

    private static ExpenseRow Expense(string centre, long cents, DateOnly day, Guid? payer = null) => new()
    {
        Centre = centre, Label = "Achat", Nature = CostNature.Purchases, Cents = cents, Day = day, PaidById = payer, RecordedBy = "essai",
    };
}
