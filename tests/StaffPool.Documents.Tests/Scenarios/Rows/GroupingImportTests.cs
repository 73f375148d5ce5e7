using System.Text;
using Microsoft.EntityFrameworkCore;
using StaffPool.Application.Scenarios;
using StaffPool.Application.UseCases;
using StaffPool.Data;
using StaffPool.Data.Access;
using StaffPool.Data.Audit;
using StaffPool.Documents.Scenarios.Rows;
using StaffPool.Domain.Geography;
using StaffPool.Testing.Databases;

namespace StaffPool.Documents.Tests.Scenarios.Rows;

public sealed class GroupingImportTests
{
    private static readonly ScenarioFormat Format = new(CommuneDirectory.France);
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Theory]
    [BothProviders]
    public async Task A_grouping_in_the_database_says_what_its_file_says(Provider provider)
    {
        await using var test = await TestDatabase.NewAsync(provider);
        foreach (var name in new[] { "centre-de-picardie", "sagess", "gecac-tremplin", "yonne-2018", "trois-residences" })
        {
            var file = await File.ReadAllBytesAsync(ScenarioFiles.PathOf(name), Stop);
            var id = await ImportOf(test.Database).AddAsync(file, name, "essai", Stop);

            var loaded = await new LoadWhole(WorkOn(test.Database)).RunAsync(id, Nothing.More, Stop);
            var exported = await new ExportGrouping(WorkOn(test.Database), Format).RunAsync(id, new CampaignToExport(null), Stop);

            await loaded.Scenario.ShouldSayAsync(ScenarioFiles.Load(name));
            exported.ShouldBe(Format.ToFile(Format.ToRows(file, name)));
        }
    }

    [Theory]
    [BothProviders]
    public async Task An_import_is_sealed_in_the_log(Provider provider)
    {
        await using var test = await TestDatabase.NewAsync(provider);
        var id = await ImportOf(test.Database).AddAsync(Bytes(ScenarioFiles.TextOf("trois-residences")), "trois-residences", "Une opératrice", Stop);

        await using var db = test.Database.NewContext();
        db.GroupingId = id;
        await using var transaction = await db.BeginAsync(new Sight(), writes: false, Stop);
        var entry = await db.AuditEntries.SingleAsync(Stop);
        entry.UserName.ShouldBe("Une opératrice");
        entry.UseCase.ShouldBe(nameof(GroupingImport));
        UseCaseTexts.TitleOf(entry.UseCase).ToString().ShouldStartWith("Importer");
        AuditTrail.Read(entry.Changes).Count(c => c.Table == "members").ShouldBe(3);
        (await AuditTrail.VerifyAsync(db.AuditEntries.AsNoTracking().OrderBy(e => e.Sequence).AsAsyncEnumerable(), await db.AuditHeads.SingleAsync(Stop))).ShouldBeNull();
    }

    [Theory]
    [BothProviders]
    public async Task A_grouping_is_imported_once(Provider provider)
    {
        await using var test = await TestDatabase.NewAsync(provider);
        var file = Bytes(ScenarioFiles.TextOf("trois-residences"));
        await ImportOf(test.Database).AddAsync(file, "trois-residences", "essai", Stop);
        var before = await CountsOf(test.Database);

        var refused = await Should.ThrowAsync<RefusedException>(() => ImportOf(test.Database).AddAsync(file, "trois-residences", "essai", Stop));

        refused.Refusal.ShouldBe(Refusal.Taken);
        refused.Reasons.ShouldHaveSingleItem().Message.ToString().ShouldContain("trois-residences");
        (await CountsOf(test.Database)).ShouldBe(before);
        (await ImportOf(test.Database).AddAsync(file, "trois-residences-2", "essai", Stop)).ShouldNotBe(Guid.Empty);
    }

    [Theory]
    [BothProviders]
    public async Task A_bad_file_tells_every_problem_and_leaves_nothing(Provider provider)
    {
        await using var test = await TestDatabase.NewAsync(provider);
        var file = Bytes(ScenarioFiles.TextOf("trois-residences")
            .Replace("title:", "titel:", StringComparison.Ordinal)
            .Replace("kind: ehpad,", "kind: epad,", StringComparison.Ordinal));

        var refused = await Should.ThrowAsync<RefusedException>(() => ImportOf(test.Database).AddAsync(file, "essai", "essai", Stop));

        refused.Refusal.ShouldBe(Refusal.Invalid);
        var expected = ScenarioFiles.Read(Encoding.UTF8.GetString(file)).Problems;
        refused.Reasons.Select(r => r.Code).ShouldBe(expected.Select(p => p.Message.Key));
        expected.Count.ShouldBeGreaterThan(2);
        foreach (var (reason, problem) in refused.Reasons.Zip(expected))
        {
            reason.Message.ToString().ShouldStartWith(FormattableString.Invariant($"Ligne {problem.Line}, colonne {problem.Column}"));
            reason.Message.ToString().ShouldEndWith($"{problem.Message} {problem.Advice}");
        }

        (await CountsOf(test.Database)).ShouldBe((0, 0, 0));
    }

    [Theory]
    [BothProviders]
    public async Task What_a_column_cannot_hold_is_told_and_nothing_is_imported(Provider provider)
    {
        await using var test = await TestDatabase.NewAsync(provider);
        var file = Bytes(ScenarioFiles.TextOf("trois-residences")
            .Replace("name: EHPAD public Les Tilleuls", "name: " + new string('é', 401), StringComparison.Ordinal)
            .Replace("name: Les Acacias", "name: " + new string('z', 500), StringComparison.Ordinal));

        var refused = await Should.ThrowAsync<RefusedException>(() => ImportOf(test.Database).AddAsync(file, "essai", "essai", Stop));

        refused.Reasons.Select(r => r.Code).ShouldBe(["too-long", "too-long"]);
        (await CountsOf(test.Database)).ShouldBe((0, 0, 0));
    }

    [Fact]
    public async Task A_code_that_cannot_stand_in_an_address_is_refused()
    {
        await using var test = await TestDatabase.NewAsync(Provider.Sqlite);
        var file = Bytes(ScenarioFiles.TextOf("trois-residences"));
        foreach (var code in new[] { "", "Trois résidences", "../trois", "trois\n" })
        {
            var refused = await Should.ThrowAsync<RefusedException>(() => ImportOf(test.Database).AddAsync(file, code, "essai", Stop));

            refused.Reasons.ShouldHaveSingleItem().Code.ShouldBe("import.code");
        }
    }

    private static GroupingImport ImportOf(ServiceDatabase database) => new(database, Format, TimeProvider.System);

    private static Work WorkOn(ServiceDatabase database) => new(database, new Operator("essai"), TimeProvider.System);

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static async Task<(int Groupings, int Members, int Entries)> CountsOf(ServiceDatabase database)
    {
        await using var db = database.NewContext();
        await using var transaction = await db.BeginAsync(new Sight(AllGroupings: true), writes: false, Stop);
        return (
            await db.Groupings.IgnoreQueryFilters().CountAsync(Stop),
            await db.Members.IgnoreQueryFilters().CountAsync(Stop),
            await db.AuditEntries.IgnoreQueryFilters().CountAsync(Stop));
    }

    [Permits(Role.Administrator)]
    private sealed class LoadWhole(Work work) : IUseCase<Nothing, LoadedGrouping>
    {
        public Task<LoadedGrouping> RunAsync(Guid groupingId, Nothing request, CancellationToken stop) =>
            work.ReadAsync(this, groupingId, scope => new GroupingLoader(Format).LoadAsync(scope, null, null, stop), stop);
    }
}
