using System.Globalization;
using StaffPool.Domain.Governance.Assemblies;
using StaffPool.Domain.Governance.Voting;

namespace StaffPool.Domain.Tests.Governance.Assemblies;

/// <summary>The worked example of docs/regles/assemblees.md, computed again from its own figures.</summary>
public sealed class AssemblyPageTests
{
    private const string RepresentedBy = "représenté par ";

    private static readonly RulePage Page = new("assemblees.md");

    [Fact]
    public void The_example_of_the_page_is_what_the_rules_give()
    {
        var sitting = Sitting();

        var results = Minutes.Of(sitting).Results
            .SelectMany(r => r.Conditions.Select(c => (r.Motion.Id, c.Code, c.Reached, c.Needed, c.Shortfall)));

        results.ShouldBe(Page.Table("Résultats").Select(r => (
            r["Délibération"], r["Condition"], Number(r["Atteint"]), Number(r["Nécessaire"]), Number(r["Manque"]))));
        AssemblyChecker.Check(sitting).ShouldBeEmpty();
    }

    [Fact]
    public void The_delays_of_the_page_are_what_the_rules_give()
    {
        foreach (var row in Page.Table("Délais"))
        {
            var at = DateTimeOffset.ParseExact(row["Date"], "dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
            var day = DateOnly.FromDateTime(at.DateTime);
            var last = row["Cas"] switch
            {
                "convocation ordinaire" => Shown(NoticeDelays.LastDay(at, Agreements.Silent).Value),
                "convocation d'urgence" => NoticeDelays.LastMoment(at, Agreements.Silent).Value.ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture),
                "seconde convocation" => Shown(NoticeDelays.LastDayOfSecondCall(day, false, Agreements.Silent).Value),
                "seconde convocation d'urgence" => Shown(NoticeDelays.LastDayOfSecondCall(day, true, Agreements.Silent).Value),
                _ => "",
            };

            last.ShouldBe(row["Au plus tard"], row["Cas"]);
        }
    }

    private static GeneralAssembly Sitting()
    {
        var sheet = Page.Table("Feuille de présence");
        return Sittings.Regular with
        {
            Votes = new VoteTable([.. sheet.Select(r => new VoteRow(r["Membre"], Number(r["Droits"]), Number(r["Voix"])))]),
            Present = [.. sheet.Where(r => r["Présence"] == "présent").Select(r => r["Membre"])],
            Proxies =
            [
                .. sheet.Where(r => r["Présence"].StartsWith(RepresentedBy, StringComparison.Ordinal))
                    .Select(r => new Proxy(r["Membre"], r["Présence"][RepresentedBy.Length..])),
            ],
            Motions =
            [
                .. Page.Table("Votes").Select(r => new Motion
                {
                    Id = r["Délibération"],
                    AgendaItem = r["Matière"],
                    Wording = r["Délibération"],
                    MemberToExclude = r["Exclu"].Length > 0 ? r["Exclu"] : null,
                    Ballots = [.. sheet.Select(m => m["Membre"]).Where(m => r.GetValueOrDefault(m, "").Length > 0).Select(m => new Ballot(m, Choice(r[m])))],
                }),
            ],
        };
    }

    private static VoteChoice Choice(string word) => word switch
    {
        "pour" => VoteChoice.For,
        "contre" => VoteChoice.Against,
        "abstention" => VoteChoice.Abstention,
        _ => throw new FormatException(word),
    };

    private static long Number(string cell) => long.Parse(cell, CultureInfo.InvariantCulture);

    private static string Shown(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
