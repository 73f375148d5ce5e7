using StaffPool.Application.Planning;
using StaffPool.Application.Tests.Scenarios;
using StaffPool.Application.UseCases;
using StaffPool.Data.Planning;
using StaffPool.Testing.Databases;

namespace StaffPool.Application.Tests.Planning;

/// <summary>Plans changed by hand: the draft that a scenario's pins make is copied, edited, held against the rules.</summary>
public sealed class StoredPlanTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Theory]
    [BothProviders]
    public async Task An_edit_is_undone_with_what_it_gave_back(Provider provider)
    {
        await using var grouping = await ImportedGrouping.OfAsync("trois-residences", provider);
        var before = await Draft(grouping);
        var (person, need) = Cell(before, "Ergothérapeute 1", "Les Tilleuls");

        var was = await Edit(grouping, before, person, need, 100);
        var changed = await Read(grouping, before.Plan.Id);
        await Edit(grouping, changed, person, need, was.HalfDays, was.IsPinned);

        changed.People.Single(p => p.Id == person).HalfDays.ShouldBe(100);
        var after = await Read(grouping, before.Plan.Id);
        after.People.Single(p => p.Id == person).Cells.ShouldBeEmpty();
        after.Version.ShouldBe(before.Version + 2);
    }

    [Theory]
    [BothProviders]
    public async Task A_plan_that_breaks_a_rule_is_not_published_and_every_rule_is_told(Provider provider)
    {
        await using var grouping = await ImportedGrouping.OfAsync("trois-residences", provider);
        var draft = await Draft(grouping);
        var (refusing, need) = Cell(draft, "Diététicien 1", "Les Érables");
        await Edit(grouping, draft, refusing, need, 500);
        draft = await Read(grouping, draft.Plan.Id);

        var refused = await Should.ThrowAsync<RefusedException>(
            () => new PublishPlan(grouping.Work, ImportedGrouping.Loader).RunAsync(grouping.Id, new(draft.Plan.Id, draft.Version), Stop));

        // Consent refused, more than the person can give, more than was asked.
        refused.Reasons.Select(r => r.Code).Distinct().Count().ShouldBeGreaterThanOrEqualTo(3);
        draft.CanBePublished.ShouldBeFalse();
        (await Read(grouping, draft.Plan.Id)).Plan.Status.ShouldBe(PlanStatus.Draft);
    }

    [Fact]
    public async Task Publishing_replaces_the_plan_that_was_in_force()
    {
        await using var grouping = await ImportedGrouping.OfAsync("trois-residences", Provider.Sqlite);
        var first = await Draft(grouping);
        var copy = await new CopyPlan(grouping.Work).RunAsync(grouping.Id, first.Plan.Id, Stop);
        await Publish(grouping, first.Plan.Id);

        await Publish(grouping, copy);

        var plans = await new ListPlans(grouping.Work).RunAsync(grouping.Id, Nothing.More, Stop);
        plans.Single(p => p.Id == copy).Status.ShouldBe(PlanStatus.Published);
        plans.Single(p => p.Id == first.Plan.Id).Status.ShouldBe(PlanStatus.Replaced);
    }

    [Fact]
    public async Task A_published_plan_is_not_edited_but_its_copy_is()
    {
        await using var grouping = await ImportedGrouping.OfAsync("trois-residences", Provider.Sqlite);
        var draft = await Draft(grouping);
        await Publish(grouping, draft.Plan.Id);
        var published = await Read(grouping, draft.Plan.Id);
        var (person, need) = Cell(published, "Ergothérapeute 1", "Les Tilleuls");

        (await Should.ThrowAsync<RefusedException>(() => Edit(grouping, published, person, need, 5))).Refusal.ShouldBe(Refusal.Invalid);
        var copy = await Read(grouping, await new CopyPlan(grouping.Work).RunAsync(grouping.Id, draft.Plan.Id, Stop));
        await Edit(grouping, copy, person, need, 5);

        var compared = await new ComparePlans(grouping.Work, ImportedGrouping.Loader).RunAsync(grouping.Id, new(published.Plan.Id, copy.Plan.Id), Stop);
        compared.People.ShouldHaveSingleItem().Name.ShouldBe("Ergothérapeute 1");
    }

    [Theory]
    [BothProviders]
    public async Task Of_two_edits_from_one_version_the_second_is_told_who_was_first(Provider provider)
    {
        await using var grouping = await ImportedGrouping.OfAsync("trois-residences", provider);
        var draft = await Draft(grouping);
        var (person, need) = Cell(draft, "Ergothérapeute 1", "Les Tilleuls");
        await Edit(grouping, draft, person, need, 10);

        var refused = await Should.ThrowAsync<RefusedException>(() => Edit(grouping, draft, person, need, 20));

        refused.Refusal.ShouldBe(Refusal.OutOfDate);
        refused.Reasons[0].Message.ToString().ShouldContain("essai");
    }

    // The pins of the scenario come in as a draft.
    private static async Task<PlanView> Draft(ImportedGrouping grouping) =>
        await Read(grouping, (await new ListPlans(grouping.Work).RunAsync(grouping.Id, Nothing.More, Stop)).ShouldHaveSingleItem().Id);

    private static Task<PlanView> Read(ImportedGrouping grouping, Guid plan) =>
        new ReadPlan(grouping.Work, ImportedGrouping.Loader).RunAsync(grouping.Id, plan, Stop);

    private static (Guid Person, Guid Need) Cell(PlanView view, string person, string site)
    {
        var found = view.People.Single(p => p.Name == person);
        return (found.Id, view.Needs.Single(n => n.SiteName == site
            && n.ProfessionId == found.ProfessionId).NeedId);
    }

    private static Task<AssignmentBefore> Edit(ImportedGrouping grouping, PlanView view, Guid person, Guid need, int halfDays, bool isPinned = false) =>
        new EditAssignment(grouping.Work).RunAsync(grouping.Id, new(view.Plan.Id, view.Version, person, need, halfDays, isPinned), Stop);

    private static async Task Publish(ImportedGrouping grouping, Guid plan)
    {
        var view = await Read(grouping, plan);
        await new PublishPlan(grouping.Work, ImportedGrouping.Loader).RunAsync(grouping.Id, new(plan, view.Version), Stop);
    }
}
