using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using StaffPool.Application.Planning;
using StaffPool.Documents.Planning.Page;
using StaffPool.Domain.Planning;
using StaffPool.Solver.Engines;
using StaffPool.Solver.Planning;
using StaffPool.Testing;

namespace StaffPool.Documents.Tests.Planning.Page;

public sealed partial class PlanPageTests
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    [Fact]
    public void Every_section_is_there_and_linked_from_the_contents()
    {
        var page = Parse(TinyPlan.Planned, French);

        string[] expected = ["aims", "map", "needs", "matrix", "unmet", "checker", "conversions", "settings", "computation"];
        page.Descendants("section").Select(Id).ShouldBe(expected);
        page.Descendants("nav").Descendants("a").Select(a => (string?)a.Attribute("href")).ShouldBe(expected.Select(id => "#" + id));
    }

    [Fact]
    public void Nothing_is_asked_of_the_network()
    {
        var html = Html(TinyPlan.Planned, French);
        var page = Parse(TinyPlan.Planned, French);

        html.ShouldNotContain("http:");
        html.ShouldNotContain("https:");
        html.ShouldNotContain("@import");
        page.Descendants().Select(e => e.Name.LocalName).ShouldNotContain(name => name == "script" || name == "link" || name == "img" || name == "iframe");
        page.Descendants().Attributes("src").ShouldBeEmpty();
        page.Descendants().Attributes("href").ShouldAllBe(a => a.Value.StartsWith('#'));
        Url().Matches(html).ShouldAllBe(m => m.Value.StartsWith("url(#"));
    }

    [Fact]
    public void Every_link_and_label_finds_its_target_and_no_identifier_is_given_twice()
    {
        var page = Parse(TinyPlan.Planned, French);
        var ids = page.Descendants().Select(Id).OfType<string>().ToList();

        ids.ShouldBeUnique();
        page.Descendants("a").Select(a => a.Attribute("href")!.Value[1..]).Except(ids, StringComparer.Ordinal).ShouldBeEmpty();
        page.Descendants("label").Select(l => l.Attribute("for")!.Value).Except(ids, StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("</title></style><svg onload=alert(1)>")]
    [InlineData("]]>&lt;!--\u0001")]
    public void A_hostile_name_stays_text_wherever_it_stands(string name)
    {
        var page = Parse(Hostile(name), French);
        var quiet = Parse(Hostile("x"), French);

        page.Descendants().Select(e => e.Name.LocalName).ShouldBe(quiet.Descendants().Select(e => e.Name.LocalName));
        page.Descendants().Attributes().ShouldNotContain(a => a.Name.LocalName.StartsWith("on"));
        page.Descendants("title").First().Value.ShouldBe(name.Replace('\u0001', '\uFFFD'));
    }

    [Fact]
    public void Totals_are_those_of_the_views()
    {
        var whole = NeedsServedByGroup.Whole(TinyPlan.Planned.Problem, TinyPlan.Plan);
        var needs = Parse(TinyPlan.Planned, French).Descendants("section").First(s => Id(s) == "needs");

        foreach (var foot in needs.Descendants("tfoot"))
        {
            foot.Descendants("td").Take(3).Select(Number).ShouldBe([whole.Asked, whole.Served, whole.Unmet]);
        }

        foreach (var table in needs.Descendants("table").Where(t => t.Element("tfoot") is not null))
        {
            for (var column = 0; column < 3; column++)
            {
                table.Element("tbody")!.Elements("tr").Sum(r => Number(r.Elements("td").ElementAt(column)))
                    .ShouldBe(Number(table.Element("tfoot")!.Descendants("td").ElementAt(column)));
            }
        }
    }

    [Fact]
    public void The_cells_of_the_matrix_add_up_to_its_totals()
    {
        var matrix = Parse(TinyPlan.Planned, French).Descendants("table").First(t => ((string?)t.Attribute("class"))?.Contains("matrix") == true);
        var rows = matrix.Elements("tbody").Elements("tr").Where(r => r.Elements("td").Any()).ToList();
        var totals = matrix.Element("tfoot")!.Elements("tr").First();

        rows.Count.ShouldBe(TinyPlan.Scenario.Grouping.Professionals.Count);
        for (var column = 3; column < 6; column++)
        {
            rows.Sum(r => Number(r.Elements("td").ElementAt(column))).ShouldBe(Number(totals.Elements("td").ElementAt(column)));
        }
    }

    [Fact]
    public void Figures_are_written_as_the_language_wants()
    {
        Html(TinyPlan.Planned, French).ShouldContain("6\u202F370\u00A0km");
        Text(TinyPlan.Planned, French).ShouldContain("93,9\u00A0%");
        Text(TinyPlan.Planned, English).ShouldContain("93.9%");
        Text(TinyPlan.Planned, French).ShouldContain("1er janvier 2027");
        Text(TinyPlan.Planned, English).ShouldContain("1 January 2027");
    }

    [Fact]
    public void A_gap_is_said_in_words_and_a_proof_too()
    {
        var aims = Parse(TinyPlan.Planned, French).Descendants("section").First(s => Id(s) == "aims").Value.Replace('\u00A0', ' ');

        aims.ShouldContain("prouvé optimal");
        aims.ShouldContain("un autre plan ferait mieux de 5,8 % au plus, soit 370 km");
    }

    [Fact]
    public void What_blocks_publication_is_said_at_the_top()
    {
        var planned = WithPlan(new Assignment(TinyPlan.Anne, TinyPlan.DieticianAtNesle, 400));

        Text(planned, French).ShouldContain("Le plan ne peut pas être publié");
        Parse(planned, French).Descendants("section").First(s => Id(s) == "checker").Descendants("details").First().Attribute("open").ShouldNotBeNull();
    }

    [Fact]
    public void An_explanation_stands_under_its_need()
    {
        var extras = new PlanPageExtras
        {
            Explanations = new Dictionary<string, NeedExplanation>(StringComparer.Ordinal)
            {
                ["n2"] = new([new ExplanationPart("Qui pourrait venir", ["Trois personnes, <aucune> libre."], ["Anne : complète"])]),
            },
        };

        var need = Parse(TinyPlan.Planned, French, extras).Descendants("section").First(s => Id(s) == "unmet")
            .Descendants("details").Single(d => d.Descendants("h3").Any());

        need.Element("summary")!.Value.ShouldContain("Foyer d’Épehy");
        need.Descendants("h3").Single().Value.ShouldBe("Qui pourrait venir");
        need.Descendants("p").ShouldContain(p => p.Value == "Trois personnes, <aucune> libre.");
    }

    [Fact]
    public void A_plan_without_anything_is_still_a_page() =>
        Text(WithPlan(), French).ShouldContain("Personne ne le sert.");

    [Fact]
    public void Every_rule_has_a_name_in_both_languages()
    {
        foreach (var culture in new[] { French, English })
        {
            var model = new PageModel(TinyPlan.Planned, culture, new PlanPageExtras());
            AllocationRules.All.Select(r => r.Code).ShouldAllBe(code => model.RuleName(code) != code);
        }

    }

    private static PlannedAllocation WithPlan(params Assignment[] assignments) =>
        TinyPlan.Of(TinyPlan.Result with { Plan = new AllocationPlan(TinyPlan.Plan.Period, assignments) });

    /// <summary>The name everywhere a file can put one.</summary>
    private static PlannedAllocation Hostile(string name)
    {
        var scenario = TinyPlan.Scenario;
        var grouping = scenario.Grouping;
        var bad = scenario with
        {
            Name = name,
            Title = name,
            InputHash = name,
            Grouping = grouping with
            {
                Name = name,
                Agreement = grouping.Agreement with { Name = name },
                Members = [.. grouping.Members.Select(m => m with { Name = name })],
                Sites = [.. grouping.Sites.Select(s => s with { Name = name, Commune = s.Commune with { Name = name } })],
                Professions = [.. grouping.Professions.Select(p => p with { Name = name })],
                Professionals = [.. grouping.Professionals.Select(p => p with { Name = name })],
            },
        };
        return TinyPlan.Planned with
        {
            Scenario = bad,
            Problem = bad.ToProblem(),
            Result = TinyPlan.Result with { Engines = [name], Incidents = [new Incident(name, EngineFailureKind.WrongAnswer, name)], End = AllocationEnd.Stopped },
        };
    }

    private static string Html(PlannedAllocation planned, CultureInfo culture, PlanPageExtras? extras = null)
    {
        using var stream = new MemoryStream();
        PlanPage.Write(stream, planned, culture, extras ?? new PlanPageExtras { Day = new DateOnly(2026, 11, 22) });
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>The page is written as well-formed XML too, so that a parser finds what a browser would forgive.</summary>
    private static XElement Parse(PlannedAllocation planned, CultureInfo culture, PlanPageExtras? extras = null)
    {
        using var text = new StringReader(Html(planned, culture, extras));
        using var reader = XmlReader.Create(text, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XElement.Load(reader);
    }

    private static string Text(PlannedAllocation planned, CultureInfo culture) => Parse(planned, culture).Element("body")!.Value;

    private static string? Id(XElement element) => (string?)element.Attribute("id");

    private static int Number(XElement cell)
    {
        var digits = string.Concat(cell.Nodes().OfType<XText>().SelectMany(t => t.Value).Where(char.IsAsciiDigit));
        return digits.Length == 0 ? 0 : int.Parse(digits, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"url\([^)]*\)", RegexOptions.CultureInvariant)]
    private static partial Regex Url();
}
