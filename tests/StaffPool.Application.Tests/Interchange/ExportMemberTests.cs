using System.IO.Compression;
using System.Text.Json;
using StaffPool.Application.Interchange;
using StaffPool.Application.Tests.Access;
using StaffPool.Application.UseCases;
using StaffPool.Data;
using StaffPool.Data.Access;
using StaffPool.Data.Audit;
using StaffPool.Testing.Databases;

namespace StaffPool.Application.Tests.Interchange;

public sealed class ExportMemberTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_table_is_decided_on_before_a_member_leaves()
    {
        await using var test = await TestDatabase.NewAsync(Provider.Sqlite);
        await using var db = test.Database.NewContext();
        var owned = db.Model.GetEntityTypes().Select(t => t.ClrType).Where(t => t.IsSubclassOf(typeof(GroupingOwned))).Append(typeof(AuditEntryRow));

        // A new table: say in MemberHoldings which of its rows are a member's own, or that none are.
        owned.Except(MemberHoldings.Decided).Select(t => t.Name).ShouldBeEmpty();
    }

    [Theory]
    [BothProviders]
    public async Task A_member_takes_what_is_its_own_and_nothing_of_another(Provider provider)
    {
        await using var test = await TestDatabase.NewAsync(provider);
        var busy = await BusyGrouping.AddAsync(test.Database);
        await UseCaseCatalogue.Make<ImportTables>(busy.Sample.As(Role.MemberRepresentative)).RunAsync(busy.Id, BusyGrouping.SentNeeds, Stop);
        await UseCaseCatalogue.Make<ImportTables>(busy.Sample.As(Role.Administrator)).RunAsync(
            busy.Id, new SentFile("membres.csv", "Nom;Nature\nMembre venu après;association\n"u8.ToArray()), Stop);

        var file = await UseCaseCatalogue.Make<ExportMember>(busy.Sample.As(Role.MemberRepresentative)).RunAsync(busy.Id, new MemberToExport(busy.Sample.MemberA.Id), Stop);

        using var zip = new ZipArchive(new MemoryStream(file));
        Rows(zip, "members").Single().GetProperty("name").GetString().ShouldBe("Résidence A");
        Rows(zip, "sites").Single().GetProperty("name").GetString().ShouldBe("Site A");
        Rows(zip, "professionals").Count.ShouldBe(3);
        Rows(zip, "needs").ShouldAllBe(n => n.GetProperty("site_id").GetString() == busy.Sample.SiteA.Id.ToString());
        Rows(zip, "needs").Count.ShouldBe(2);
        Rows(zip, "plans").Single().GetProperty("name").GetString().ShouldBe("Plan en vigueur");
        Rows(zip, "calls").Count.ShouldBe(1);
        Rows(zip, "audit_entries").Single().GetProperty("use_case").GetString().ShouldBe(nameof(ImportTables));
        var all = string.Concat(zip.Entries.Select(Text));
        foreach (var foreign in (string[])["Résidence B", "Site B", "Site libre", "Brouillon", "Membre venu après", BusyGrouping.SecretNote, BusyGrouping.SecretCause.ToString()])
        {
            all.ShouldNotContain(foreign, Case.Sensitive);
        }

        // A row of its own may refer to another's by its key, and says no more of it.
        var ids = zip.Entries.Where(e => e.FullName.EndsWith(".json", StringComparison.Ordinal) && e.FullName != "audit_entries.json")
            .SelectMany(e => Rows(zip, e.FullName[..^5])).Select(r => r.GetProperty("id").GetString());
        ids.Intersect([busy.Sample.SiteB.Id.ToString(), busy.Sample.MemberB.Id.ToString(), busy.SpareSite.Id.ToString()], StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_representative_does_not_export_another_member()
    {
        await using var test = await TestDatabase.NewAsync(Provider.Sqlite);
        var busy = await BusyGrouping.AddAsync(test.Database);

        await UseCaseCatalogue.Make<ExportMember>(busy.Sample.As(Role.MemberRepresentative))
            .RunAsync(busy.Id, new MemberToExport(busy.Sample.MemberB.Id), Stop).ShouldBeRefusedAsync(Refusal.NotPermitted);
    }

    private static List<JsonElement> Rows(ZipArchive zip, string table) =>
        [.. JsonDocument.Parse(Text(zip.GetEntry($"{table}.json")!)).RootElement.EnumerateArray()];

    private static string Text(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }
}
