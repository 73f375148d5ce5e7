using System.Text;
using Microsoft.EntityFrameworkCore;
using StaffPool.Application.Interchange;
using StaffPool.Application.Members;
using StaffPool.Application.Tests.Access;
using StaffPool.Application.UseCases;
using StaffPool.Application.Workforce;
using StaffPool.Data;
using StaffPool.Data.Access;
using StaffPool.Data.Needs;
using StaffPool.Domain.Members;
using StaffPool.Testing.Databases;

namespace StaffPool.Application.Tests.Interchange;

public sealed class TableImportTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Theory]
    [BothProviders]
    public async Task A_table_of_sites_is_shown_first_then_imported_and_imported_again_without_a_change(Provider provider)
    {
        await using var test = await TestDatabase.NewAsync(provider);
        var sample = await SampleGrouping.AddAsync(test.Database);
        var work = sample.As(Role.Administrator);
        var file = Csv("Type;NOM;Membre;Places;ville;Remarque\nEhpad;Les Tilleuls;residence a;1 234;Nesle;à voir\nehpad;Site A;Résidence B;;Nesle;\n");
        var upload = await Make<ReceiveTables>(work).RunAsync(sample.Id, file, Stop);

        var shown = await Make<ReadTableImport>(work).RunAsync(sample.Id, upload.Id, Stop);

        shown.Problems.ShouldBeEmpty();
        shown.Sheets.Select(s => (s.Title, s.Added, s.Changed, s.Unchanged, s.LeftAlone)).ShouldBe([("Sites", 1, 1, 0, 1)]);
        shown.Sheets[0].Rows.Single(r => !r.IsNew).Fields.Select(f => (f.Header, f.Before, f.After)).ShouldBe([("Membre", "Résidence A", "Résidence B")]);
        shown.Notes.Single().ToString().ShouldContain("Remarque");
        (await SitesAsync(sample)).Count.ShouldBe(2);

        await Make<ConfirmTableImport>(work).RunAsync(sample.Id, upload.Id, Stop);

        var site = (await SitesAsync(sample)).Single(s => s.Name == "Les Tilleuls");
        (site.Code, site.Kind, site.Places, site.CommuneName, site.OpeningDaysPerYear).ShouldBe(("les-tilleuls", SiteKind.Ehpad, 1234, "Nesle", 365));
        var again = await Make<ImportTables>(work).RunAsync(sample.Id, file, Stop);
        again.Sheets.Select(s => (s.Added, s.Changed, s.Unchanged)).ShouldBe([(0, 0, 2)]);
        again.ChangesSomething.ShouldBeFalse();
        (await Make<ConfirmTableImport>(work).RunAsync(sample.Id, upload.Id, Stop).ShouldBeRefusedAsync(Refusal.NotFound)).ShouldBe(["not-found.upload"]);
    }

    [Theory]
    [BothProviders]
    public async Task Every_cell_that_is_wrong_is_told_and_nothing_is_imported(Provider provider)
    {
        await using var test = await TestDatabase.NewAsync(provider);
        var sample = await SampleGrouping.AddAsync(test.Database);
        var file = Csv(
            "Nom;Membre;Type;Commune;Code postal;Places;Jours par an;Statuts\n"
            + "Bon site;Résidence A;EHPAD;Nesle;;12;365;titulaire\n"
            + ";Résidence A;EHPAD;Nesle;;;;\n"
            + "Mauvais;Résidance A;Epahd;Saint-Aubin;;douze;400;retraité\n"
            + "Bon site;Résidence A;EHPAD;Nesle;;12;365;titulaire\n");

        var report = await Make<CompareTables>(sample.As(Role.Administrator)).RunAsync(sample.Id, file, Stop);

        report.Problems.Select(p => (p.Line, p.Column, p.Message.Key)).ShouldBe(
        [
            (3, "A", "cell.missing"), (4, "B", "cell.unknown-near"), (4, "C", "cell.not-choice"), (4, "D", "place.ambiguous"),
            (4, "F", "cell.not-whole"), (4, "G", "site.opening"), (4, "H", "cell.not-choice"), (5, null, "cell.twice"),
        ]);
        report.Problems[1].Message.ToString().ShouldContain("Résidence A");
        (await Make<ImportTables>(sample.As(Role.Administrator)).RunAsync(sample.Id, file, Stop).ShouldBeRefusedAsync(Refusal.Invalid)).Count.ShouldBe(8);
        (await SitesAsync(sample)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_rules_of_a_site_are_those_of_its_form()
    {
        await using var test = await TestDatabase.NewAsync(Provider.Sqlite);
        var sample = await SampleGrouping.AddAsync(test.Database);
        var file = Csv("Nom;Membre;Type;Commune;Latitude;Longitude;Places;Jours par an;Jours par semaine\nX;a;EHPAD;Saint-Aubin;2;;-1;365;5\n");

        var report = await Make<CompareTables>(sample.As(Role.Administrator)).RunAsync(sample.Id, file, Stop);

        report.Problems.Select(p => (p.Column, p.Message.Key)).ShouldBe(
            [("D", "place.ambiguous"), ("E", "place.coordinates"), ("G", "site.places"), ("H", "site.opening")]);
    }

    [Theory]
    [BothProviders]
    public async Task What_is_exported_is_imported_without_a_change_whatever_the_form(Provider provider)
    {
        await using var test = await TestDatabase.NewAsync(provider);
        var busy = await BusyGrouping.AddAsync(test.Database);
        var work = busy.Sample.As(Role.Administrator);
        await Make<ImportTables>(work).RunAsync(busy.Id, Csv("Professionnel;Site;Mois;Demi-journées;Heures\nErgothérapeute 1;Site A;mars 2026;8,5;29,75\n"), Stop);

        var workbook = await Make<ExportTables>(work).RunAsync(busy.Id, new TablesAsked(), Stop);
        var report = await Make<CompareTables>(work).RunAsync(busy.Id, new SentFile("groupement.xlsx", workbook), Stop);

        report.Problems.ShouldBeEmpty();
        report.Sheets.Count.ShouldBe(6);
        report.Sheets.Sum(s => s.Added + s.Changed + s.LeftAlone).ShouldBe(0, string.Join('\n', report.Sheets.SelectMany(s => s.Rows).SelectMany(r => r.Fields)));
        report.Sheets.ShouldAllBe(s => s.Unchanged > 0);
        foreach (var (key, title) in TablesAsked.Sheets)
        {
            var csv = await Make<ExportTables>(work).RunAsync(busy.Id, new TablesAsked(key), Stop);
            var one = await Make<CompareTables>(work).RunAsync(busy.Id, new SentFile("table.csv", csv), Stop);
            one.Problems.ShouldBeEmpty(title);
            one.Sheets.Single().ShouldSatisfyAllConditions(s => s.Title.ShouldBe(title), s => s.Unchanged.ShouldBeGreaterThan(0), s => (s.Added + s.Changed).ShouldBe(0));
        }
    }

    [Theory]
    [BothProviders]
    public async Task A_whole_grouping_comes_from_one_workbook_whose_sheets_refer_to_each_other(Provider provider)
    {
        await using var test = await TestDatabase.NewAsync(provider);
        var busy = await BusyGrouping.AddAsync(test.Database);
        var workbook = await Make<ExportTables>(busy.Sample.As(Role.Administrator)).RunAsync(busy.Id, new TablesAsked(), Stop);
        var other = await SampleGrouping.AddAsync(test.Database);
        await ClearAsync(test.Database, other);

        var report = await Make<ImportTables>(other.As(Role.Administrator)).RunAsync(other.Id, new SentFile("groupement.xlsx", workbook), Stop);

        report.Sheets.Where(s => s.Added > 0).Select(s => s.Title).ShouldBe(["Membres", "Sites", "Professions", "Professionnels", "Besoins"], ignoreOrder: true);
        (await new ListProfessionals(other.As(Role.Administrator)).RunAsync(other.Id, Nothing.More, Stop)).Professionals.Select(p => p.Name)
            .ShouldBe(["Ergothérapeute 1", "Ergothérapeute 2", "Personne libre"]);
    }

    [Theory]
    [BothProviders]
    public async Task A_representative_imports_what_is_its_members_and_nothing_else(Provider provider)
    {
        await using var test = await TestDatabase.NewAsync(provider);
        var busy = await BusyGrouping.AddAsync(test.Database);
        var work = busy.Sample.As(Role.MemberRepresentative);

        var refused = await Make<CompareTables>(work).RunAsync(
            busy.Id, Csv("Site;Profession;Quantité;Unité\nSite A;Ergothérapeute;12;demi-journées par an\nSite B;Ergothérapeute;1;demi-journées par an\n"), Stop);
        var members = await Make<CompareTables>(work).RunAsync(busy.Id, Csv("Nom;Nature\nMoi;association\n"), Stop);
        var hired = await Make<CompareTables>(work).RunAsync(
            busy.Id, Csv("Nom;Profession;Employeur;Site de base;ETP\nRecrue;Ergothérapeute;Résidence B;Site A;80 %\n"), Stop);

        refused.Problems.Select(p => (p.Line, p.Message.Key)).ShouldBe([(3, "cell.not-yours")]);
        members.Problems.Select(p => p.Message.Key).ShouldBe(["sheet.administrator"]);
        hired.Problems.Select(p => p.Message.Key).ShouldBe(["professional.not-employer", "professional.not-your-member"], ignoreOrder: true);
        var csv = Encoding.UTF8.GetString(await Make<ExportTables>(work).RunAsync(busy.Id, new TablesAsked("need"), Stop));
        csv.ShouldContain("Site A");
        csv.ShouldNotContain("Site B");
    }

    [Theory]
    [BothProviders]
    public async Task Needs_that_change_are_no_longer_confirmed_and_those_of_a_closed_campaign_stay(Provider provider)
    {
        await using var test = await TestDatabase.NewAsync(provider);
        var busy = await BusyGrouping.AddAsync(test.Database);
        var work = busy.Sample.As(Role.Administrator);
        await using (var db = test.Database.NewContext())
        {
            db.GroupingId = busy.Id;
            await using var transaction = await db.BeginAsync(new Sight(AllGroupings: true), writes: true, Stop);
            (await db.Declarations.SingleAsync(d => d.Id == busy.Declaration.Id, Stop)).Status = DeclarationStatus.Confirmed;
            await db.SaveChangesAsync(Stop);
            await transaction.CommitAsync(Stop);
        }

        await Make<ImportTables>(work).RunAsync(busy.Id, BusyGrouping.SentNeeds, Stop);
        var closed = await Make<CompareTables>(work).RunAsync(
            busy.Id, Csv("Période;Site;Profession;Quantité;Unité\n1er juillet 2026;Site A;Ergothérapeute;31;demi-journées par an\n2026-07-01;Site B;Ergothérapeute;50;demi-journées par an\n"), Stop);

        closed.Problems.Select(p => (p.Line, p.Message.Key)).ShouldBe([(2, "declaration.not-open")]);
        await using var read = test.Database.NewContext();
        read.GroupingId = busy.Id;
        await using var seen = await read.BeginAsync(new Sight(AllGroupings: true), writes: false, Stop);
        (await read.Declarations.SingleAsync(d => d.Id == busy.Declaration.Id, Stop)).Status.ShouldBe(DeclarationStatus.InProgress);
        (await read.Needs.SingleAsync(n => n.Id == busy.Need.Id, Stop)).Amount.ShouldBe(33.5m);
    }

    [Fact]
    public async Task Two_rows_may_swap_their_names()
    {
        await using var test = await TestDatabase.NewAsync(Provider.Sqlite);
        var sample = await SampleGrouping.AddAsync(test.Database);

        await Make<ImportTables>(sample.As(Role.Administrator)).RunAsync(
            sample.Id, Csv("Identifiant;Nom;Nature\na;Résidence B;association\nb;Résidence A;association\n"), Stop);

        (await new ListMembers(sample.As(Role.Administrator)).RunAsync(sample.Id, Nothing.More, Stop)).Select(m => (m.Code, m.Name))
            .ShouldBe([("b", "Résidence A"), ("a", "Résidence B")]);
    }

    [Fact]
    public async Task A_column_that_the_file_does_not_have_keeps_what_is_there_and_an_empty_cell_empties_it()
    {
        await using var test = await TestDatabase.NewAsync(Provider.Sqlite);
        var sample = await SampleGrouping.AddAsync(test.Database);
        var import = Make<ImportTables>(sample.As(Role.Administrator));
        await import.RunAsync(sample.Id, Csv("Nom;Nature;Quota\nRésidence A;établissement public;120\n"), Stop);

        var kept = await import.RunAsync(sample.Id, Csv("Nom;Nature\nRésidence A;établissement public\n"), Stop);
        var emptied = await import.RunAsync(sample.Id, Csv("Nom;Nature;Quota\nRésidence A;;\n"), Stop);

        kept.ChangesSomething.ShouldBeFalse();
        emptied.Sheets.Single().Rows.Single().Fields.Select(f => (f.Header, f.Before, f.After)).ShouldBe([("Quota annuel", "120", null)]);
    }

    [Fact]
    public async Task A_file_that_is_no_table_says_which_tables_there_are()
    {
        await using var test = await TestDatabase.NewAsync(Provider.Sqlite);
        var sample = await SampleGrouping.AddAsync(test.Database);

        var report = await Make<CompareTables>(sample.As(Role.Administrator)).RunAsync(sample.Id, Csv("bonjour;monde\n1;2\n"), Stop);

        report.IsSound.ShouldBeFalse();
        report.Problems.Single().Message.ToString().ShouldContain("Professionnels");
    }

    private static SentFile Csv(string text) => new("table.csv", Encoding.UTF8.GetBytes(text));

    private static T Make<T>(Work work) => UseCaseCatalogue.Make<T>(work);

    private static Task<IReadOnlyList<SiteView>> SitesAsync(SampleGrouping sample) =>
        new ListSites(sample.As(Role.Administrator)).RunAsync(sample.Id, Nothing.More, Stop);

    private static async Task ClearAsync(ServiceDatabase database, SampleGrouping sample)
    {
        await using var db = database.NewContext();
        db.GroupingId = sample.Id;
        await using var transaction = await db.BeginAsync(new Sight(AllGroupings: true), writes: true, Stop);
        db.RemoveRange(await db.Grants.Where(g => g.MemberId != null || g.ProfessionalId != null).ToListAsync(Stop));
        db.RemoveRange(await db.Professionals.ToListAsync(Stop));
        await db.SaveChangesAsync(Stop);
        db.RemoveRange(await db.Sites.ToListAsync(Stop));
        db.RemoveRange(await db.Professions.ToListAsync(Stop));
        await db.SaveChangesAsync(Stop);
        db.RemoveRange(await db.Members.ToListAsync(Stop));
        db.Add(new CampaignRow
        {
            PeriodStart = new DateOnly(2026, 7, 1), PeriodEnd = new DateOnly(2026, 12, 31), OpensOn = new DateOnly(2026, 5, 1),
            ClosesOn = new DateOnly(2026, 6, 1), Status = CampaignStatus.Open,
        });
        await db.SaveChangesAsync(Stop);
        await transaction.CommitAsync(Stop);
    }
}
