namespace StaffPool.EndToEnd.Tests.BadInput;

/// <summary>Rights, votes, assemblies, life and money that cannot be: every problem at once, in French, with what to look at.</summary>
public sealed class BadGovernanceAndCostsTests : IDisposable
{
    private const string Head = """
        format: 1
        title: Essai
        synthetic: true
        grouping: {name: Groupement}
        members:
          - {id: a, name: Membre A, kind: private-non-profit}
          - {id: b, name: Membre B, kind: private-non-profit}
          - {id: c, name: Membre C, kind: private-non-profit}
          - {id: d, name: Membre D, kind: private-non-profit}

        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_the_file_cannot_mean_is_refused_where_it_stands_and_nothing_is_computed()
    {
        var run = await RunAsync("""
            rights: [{from: 2026-01-01, shares: {policy: fixed, numbers: {a: -5, b: 1}}, reference: Convention}]
            mandates: [{person: Directrice, member: a, from: 2026-06-01, to: 2026-01-01}]
            assemblies:
              - id: ag
                day: 2026-06-20
                convened-on: 2026-06-01
                place: Siège
                agenda: [{id: budget, matter: budget, title: Budget}]
                motions: [{id: m, item: ailleurs, wording: Autre chose, for: all}]
            life:
              founded: 2026-01-01
              on: 2025-12-01
              memberships: [{member: b, from: 2026-07-01, to: 2026-03-01}]
              mandates: [{kind: elected-administrator, holder: Administratrice, member: a, from: 2026-05-01, set-end: 2026-04-01}]
            costs:
              exercise: 2026
              centres:
                - {id: psy, name: Psychologues, keys: [{from: 2026-01-01, key: half-days-worked, reference: "Convention, article 9"}], items: [{label: Salaires, nature: wages, amount: -5.00}]}
                - {id: paie, name: Paie, keys: [{from: 2026-01-01, key: {kind: decided, percents: {a: 60, b: 30}}, reference: Convention}], items: [{label: Salaires, nature: wages, amount: 5.00}]}
            """);

        run.ExitCode.ShouldBe(3, run.Messages);
        run.Output.ShouldBeEmpty();
        ShouldSay(
            run.Messages,
            "« a » ne peut pas être négatif (-5)",
            "Le mandat de Directrice finirait (01/01/2026) avant de commencer (01/06/2026)",
            "« ailleurs » n’est pas déclaré dans agenda",
            "La période finit le 01/12/2025, avant de commencer le 01/01/2026",
            "La période finit le 01/03/2026, avant de commencer le 01/07/2026",
            "La période finit le 01/04/2026, avant de commencer le 01/05/2026",
            "« amount » ne peut pas être négatif (-5.00)",
            "Membre A n’a pas de chiffre en demi-journées réalisées ; indiquer 0 si c’est zéro",
            "la règle vient de : Convention, article 9",
            "Les pourcentages de « percents » font 90, et non 100");
    }

    [Fact]
    public async Task What_the_rules_refuse_is_told_with_its_article_beside_all_that_can_be_computed()
    {
        var run = await RunAsync("""
            figures: [{kind: places, from: 2026-01-01, values: {a: 0, b: 0, c: 0, d: 0}}]
            rights:
              - {from: 2026-01-01, shares: {policy: by-figure, figure: places}, reference: "Convention, article 6"}
              - {from: 2026-02-01, shares: {policy: equal, each: 1}, voting: {scheme: by-mandate, per-member: 1, per-person: 1}, reference: "Convention, article 7"}
              - {from: 2026-03-01, shares: {policy: equal, each: 1}, reference: "Convention, article 8"}
            mandates:
              - {person: Directrice, member: a, from: 2026-01-01}
              - {person: Directrice, member: b, from: 2026-01-01}
            assemblies:
              - id: ag
                day: 2026-06-20
                convened-on: 2026-06-25
                place: Siège
                agenda: [{id: budget, matter: budget, title: Budget}]
                present: [a]
                proxies: [{from: b, to: c}, {from: c, to: a}, {from: d, to: a}]
                motions: [{id: m, item: budget, wording: Budget, for: all}]
            life:
              founded: 2026-01-01
              on: 2026-12-01
              mandates:
                - {kind: elected-administrator, holder: Administratrice, member: a, from: 2026-01-01}
                - {kind: elected-administrator, holder: Administrateur, member: b, from: 2026-06-01}
            """);

        run.ExitCode.ShouldBe(1, run.Messages);
        ShouldSay(
            run.Output,
            "Aucune part au 01/01/2026",
            "[Convention, article 6]",
            "Directrice détient 2 sièges à la fois, 1 au plus",
            "[Convention, article 7]",
            "La convocation est datée du 25/06/2026 09:00, après l’ouverture de la séance",
            "[CASF R.312-194-20]",
            "Membre B donne procuration à Membre C, qui a donné la sienne : une procuration ne se transmet pas",
            "Membre A détient 2 procurations, 1 au plus",
            "Plusieurs mandats courent le 01/12/2026 : Administratrice, Administrateur",
            "Feuille de présence");
    }

    private static void ShouldSay(string text, params string[] sentences)
    {
        // Lines of the terminal break anywhere, and some spaces do not break.
        var read = string.Join(' ', text.Replace('\u00A0', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        sentences.Where(s => !read.Contains(s, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private Task<ToolRun> RunAsync(string sections) => ToolProcess.RunAsync("scenario", folder.Write("scenario.yaml", Head + sections));
}
