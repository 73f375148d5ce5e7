using StaffPool.Application.Replacements;
using StaffPool.Application.Tests.Access;
using StaffPool.Application.Timetables;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Planning;
using StaffPool.Testing.Databases;

namespace StaffPool.Application.Tests.Replacements;

/// <summary>Training in the plan of the pool, around Monday 1 March 2027.</summary>
public sealed class TrainingTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    private static readonly DateOnly Monday = new(2027, 3, 1);

    [Theory]
    [BothProviders]
    public async Task Who_is_taught_is_not_asked_to_replace_and_sees_it_in_their_month(Provider provider)
    {
        await using var desk = await Desk.NewAsync(provider, substitutes: 2);
        var (anne, paul) = (desk.Substitutes[0], desk.Substitutes[1]);

        var planned = await desk.Make<PlanTraining>(Role.Coordinator)
            .RunAsync(desk.Id, new Training(anne.Id, "Premiers secours", Monday, Monday.AddDays(6), Mornings: true, Afternoons: true), Stop);

        planned.HalfDays.ShouldBe(10);
        var list = await desk.Make<ReadReplacementCandidates>(Role.Coordinator).RunAsync(desk.Id, desk.Need(), Stop);
        list.Ranked.ShouldContain(c => c.ProfessionalId == paul.Id);
        list.Others.Single(o => o.ProfessionalId == anne.Id).Reasons.ShouldHaveSingleItem().Code.ShouldBe("replacement.busy");
        var month = await (await desk.MakeAsAsync<ListOwnHalfDays>(anne)).RunAsync(desk.Id, new DaysAsked(Monday, Monday.AddDays(30)), Stop);
        month.Count.ShouldBe(10);
        month.ShouldAllBe(h => h.Training == "Premiers secours" && h.SiteId == desk.Sample.SiteA.Id);
        var first = (await desk.Make<ListTraining>(Role.MemberRepresentative).RunAsync(desk.Id, Nothing.More, Stop))[0];

        await desk.Make<CancelTraining>(Role.MemberRepresentative).RunAsync(desk.Id, new Removal(first.Id, first.Version), Stop);

        (await desk.Make<ListTraining>(Role.Auditor).RunAsync(desk.Id, Nothing.More, Stop)).Count.ShouldBe(9);
    }

    [Fact]
    public async Task Training_serves_no_site_an_absence_loses_nothing_by_it_and_nobody_swaps_it()
    {
        await using var desk = await Desk.NewAsync(Provider.Sqlite, substitutes: 2);
        var (anne, paul) = (desk.Substitutes[0], desk.Substitutes[1]);
        await desk.BookAsync(paul.Id, Monday.AddDays(2), DayPart.Morning);
        await PlanAsync(desk, anne.Id, Monday);

        (await (await desk.MakeAsAsync<ListSwapChoices>(paul)).RunAsync(desk.Id, new SwapHalfDay(paul.Id, Monday.AddDays(2), DayPart.Morning), Stop)).ShouldBeEmpty();
        var absence = await desk.Make<RecordAbsence>(Role.Coordinator).RunAsync(
            desk.Id, new Absence(anne.Id, new AbsenceSpan(Monday, DayPart.Morning, Monday, DayPart.Afternoon, false), null), Stop);

        (await desk.Make<ReadAbsenceEffect>(Role.Coordinator).RunAsync(desk.Id, new AbsenceAsked(absence.Id), Stop)).Sites.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_stands_in_the_way_of_a_training_is_said()
    {
        await using var desk = await Desk.NewAsync(Provider.Sqlite, substitutes: 1);
        await desk.BookAsync(desk.Substitutes[0].Id, Monday, DayPart.Morning);
        var training = new Training(desk.Substitutes[0].Id, "Premiers secours", Monday, Monday, Mornings: true, Afternoons: false);

        (await RefusedAsync(desk, training)).ShouldBe(["replacement.busy"]);
        (await RefusedAsync(desk, training with { ProfessionalId = desk.Sample.Professional.Id })).ShouldBe(["replacement.absent"]);
        (await RefusedAsync(desk, training with { Mornings = false })).ShouldBe(["training.days"]);
        (await RefusedAsync(desk, training with { FirstDay = Monday.AddDays(5), LastDay = Monday.AddDays(6) })).ShouldBe(["training.days"]);
        (await RefusedAsync(desk, training with { FirstDay = new(2027, 2, 1) })).ShouldBe(["training.days"]);
        (await RefusedAsync(desk, training with { Title = " " })).Count.ShouldBe(1);
    }

    private static Task<IReadOnlyList<string>> RefusedAsync(Desk desk, Training training) =>
        desk.Make<PlanTraining>(Role.Coordinator).RunAsync(desk.Id, training, Stop).ShouldBeRefusedAsync(Refusal.Invalid);

    private static Task<TrainingPlanned> PlanAsync(Desk desk, Guid who, DateOnly day) => desk.Make<PlanTraining>(Role.Coordinator)
        .RunAsync(desk.Id, new Training(who, "Premiers secours", day, day, Mornings: true, Afternoons: false), Stop);
}
