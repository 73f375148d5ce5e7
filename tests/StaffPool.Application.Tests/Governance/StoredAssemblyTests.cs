using Microsoft.EntityFrameworkCore;
using StaffPool.Application.Governance;
using StaffPool.Application.Scenarios.Reports;
using StaffPool.Application.Tests.Scenarios;
using StaffPool.Application.UseCases;
using StaffPool.Data.Governance;
using StaffPool.Domain.Governance.Assemblies;
using StaffPool.Testing.Databases;

namespace StaffPool.Application.Tests.Governance;

/// <summary>Assemblies of Centre de Picardie, convened and held in the service.</summary>
public sealed class StoredAssemblyTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    private static readonly Convocation Budget = new(
        "Budget", new(2026, 11, 2), new(9, 0), new(2026, 11, 25), new(14, 0), "Nesle", IsUrgent: false, FirstSitting: null,
        [new(AssemblyMatter.Budget, "Budget 2027", "Adopter le budget")]);

    [Theory]
    [BothProviders]
    public async Task A_motion_passes_with_the_votes_of_the_table_and_says_by_how_much(Provider provider)
    {
        await using var grouping = await ImportedGrouping.OfAsync("centre-de-picardie", provider);
        var id = await new ConveneAssembly(grouping.Work, ImportedGrouping.Format).RunAsync(grouping.Id, Budget, Stop);

        await Vote(grouping, id, present: 10, votingFor: 10);

        var report = (await Read(grouping, id)).Report!;
        Figure(report, "motions", "question-1", "passed").ShouldBe(true);
        Figure(report, "motions", "question-1", "for").ShouldBe(13000L);
    }

    [Fact]
    public async Task Without_quorum_nothing_passes()
    {
        await using var grouping = await ImportedGrouping.OfAsync("centre-de-picardie", Provider.Sqlite);
        var id = await new ConveneAssembly(grouping.Work, ImportedGrouping.Format).RunAsync(grouping.Id, Budget, Stop);

        await Vote(grouping, id, present: 2, votingFor: 2);

        var report = (await Read(grouping, id)).Report!;
        Figure(report, "quorum", "quorum", "met").ShouldBe(false);
        Figure(report, "motions", "question-1", "passed").ShouldBe(false);
    }

    [Fact]
    public async Task The_table_of_votes_is_fixed_by_the_notice()
    {
        await using var grouping = await ImportedGrouping.OfAsync("centre-de-picardie", Provider.Sqlite);
        var id = await new ConveneAssembly(grouping.Work, ImportedGrouping.Format).RunAsync(grouping.Id, Budget, Stop);
        await DoubleEveryNeed(grouping);

        await Vote(grouping, id, present: 10, votingFor: 10);

        Figure((await Read(grouping, id)).Report!, "motions", "question-1", "for").ShouldBe(13000L);
    }

    [Fact]
    public async Task A_notice_that_leaves_too_late_is_refused_with_the_rule()
    {
        await using var grouping = await ImportedGrouping.OfAsync("centre-de-picardie", Provider.Sqlite);

        var refused = await Should.ThrowAsync<RefusedException>(() => new ConveneAssembly(grouping.Work, ImportedGrouping.Format)
            .RunAsync(grouping.Id, Budget with { ConvenedOn = new(2026, 11, 20) }, Stop));

        refused.Reasons.ShouldContain(r => r.Reference != null && r.Reference.Citation.Contains("R.312-194", StringComparison.Ordinal));
        (await new ListAssemblies(grouping.Work).RunAsync(grouping.Id, Nothing.More, Stop)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Every_problem_of_a_notice_is_told_at_once()
    {
        await using var grouping = await ImportedGrouping.OfAsync("trois-residences", Provider.Sqlite);

        var refused = await Should.ThrowAsync<RefusedException>(() => new ConveneAssembly(grouping.Work, ImportedGrouping.Format)
            .RunAsync(grouping.Id, Budget with { Place = " ", Day = new(2026, 1, 1), Agenda = [new(AssemblyMatter.Budget, "", "")] }, Stop));

        refused.Reasons.Select(r => r.Code).ShouldBe(["sitting.item", "sitting.place", "sitting.dates"]);
    }

    [Fact]
    public async Task A_closed_assembly_no_longer_changes()
    {
        await using var grouping = await ImportedGrouping.OfAsync("centre-de-picardie", Provider.Sqlite);
        var id = await new ConveneAssembly(grouping.Work, ImportedGrouping.Format).RunAsync(grouping.Id, Budget, Stop);
        await new CloseAssembly(grouping.Work).RunAsync(grouping.Id, new(id, 1), Stop);

        (await Should.ThrowAsync<RefusedException>(() => Vote(grouping, id, 1, 1))).Refusal.ShouldBe(Refusal.Invalid);
    }

    [Fact]
    public async Task Votes_recorded_one_by_one_take_the_place_of_all_that_a_scenario_says_of_all()
    {
        await using var grouping = await ImportedGrouping.OfAsync("centre-de-picardie", Provider.Sqlite);
        await OpenAgain(grouping);
        var id = (await new ListAssemblies(grouping.Work).RunAsync(grouping.Id, Nothing.More, Stop)).ShouldHaveSingleItem().Id;

        await Vote(grouping, id, present: 10, votingFor: 0);

        Figure((await Read(grouping, id)).Report!, "motions", "revision", "for").ShouldBe(0L);
    }

    private static Task<AssemblyView> Read(ImportedGrouping grouping, Guid id) =>
        new ReadAssembly(grouping.Work, ImportedGrouping.Format).RunAsync(grouping.Id, id, Stop);

    private static async Task Vote(ImportedGrouping grouping, Guid id, int present, int votingFor)
    {
        var view = await Read(grouping, id);
        await new RecordSitting(grouping.Work, ImportedGrouping.Format).RunAsync(
            grouping.Id,
            new SittingRecord(
                id,
                view.Row.Version,
                [.. view.Members.Take(present).Select(m => new RecordedAttendance(m.Id, null))],
                [.. from motion in view.Row.Motions from m in view.Members.Take(votingFor) select new RecordedBallot(motion.Id, m.Id, VoteChoice.For)]),
            Stop);
    }

    private static object Figure(ReportSection report, string table, string row, string column)
    {
        var found = report.Tables.Single(t => t.Id == table);
        var place = found.Columns.Index().Single(c => c.Item.Id == column).Index;
        return found.Rows.Single(r => r.Id == row).Figures[place]!.Value;
    }

    private static Task<int> DoubleEveryNeed(ImportedGrouping grouping) => grouping.Work.WriteAsync(
        new BehindTheBack(),
        grouping.Id,
        scope => scope.Db.Needs.Where(n => n.Site!.Code == "ham").ExecuteUpdateAsync(s => s.SetProperty(n => n.Amount, n => n.Amount * 2), Stop),
        Stop);

    private static Task<int> OpenAgain(ImportedGrouping grouping) => grouping.Work.WriteAsync(
        new BehindTheBack(),
        grouping.Id,
        scope => scope.Db.Assemblies.ExecuteUpdateAsync(s => s.SetProperty(a => a.Status, AssemblyStatus.Convened), Stop),
        Stop);

    [Permits]
    private sealed class BehindTheBack;
}
