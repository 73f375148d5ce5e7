using StaffPool.Documents.Scenarios;
using StaffPool.Documents.Scenarios.Sections;
using StaffPool.Documents.Scenarios.Yaml;
using StaffPool.Domain.Geography;
using StaffPool.Domain.Needs;

namespace StaffPool.Documents.Tests.Scenarios.Rows;

public sealed class WritersTests
{
    private static readonly string[] Texts =
    [
        "a", "280 half-days/year", "20 %", "null", "~", "true", "0.5", "2026-01-01", "09:00", "80700", "é è", "l’été, d'hiver", "a: b", "a #b", "#a",
        "- a", "-", "?", "? a", "a:", ":a", "{a", "a}", "[a]", "a, b", "&a", "*a", "!a", "|", ">", "%a", "@a", "`a`", "\"a\"", "'a'", "a\"b\\c", " a",
        "a ", "a  b", "a\nb", "\n", "a\n\n b\n", "\t", "a\tb", "\r\n", "\u0085", "\u00A0", "\u2028x\u2029", "\uFEFF", "😀", "\u0001", "---", "...",
        "--- a", "<<", "=", "null ", "Null", "x" + new string('y', 400), "a/b", "a.b", "1e3", "0x1F", "é%", "%", "a,b", "b]c",
    ];

    [Fact]
    public void A_tree_that_is_written_is_read_as_the_same_tree()
    {
        var random = new Random(5);
        for (var i = 0; i < 3000; i++)
        {
            var tree = Map(random, 5);
            var written = TreeWriter.Write(tree);
            var problems = new ProblemList();

            var read = TreeBuilder.Build(written, problems);

            problems.InOrder.Select(ScenarioFiles.Shown).ShouldBeEmpty(written);
            Shape(read.ShouldNotBeNull()).ShouldBe(Shape(tree), written);
            TreeWriter.Write((MapNode)read).ShouldBe(written);
        }
    }

    [Fact]
    public void A_quantity_that_is_written_is_read_as_the_same_quantity()
    {
        var random = new Random(7);
        foreach (var unit in Enum.GetValues<NeedUnit>())
        {
            for (var i = 0; i < 500; i++)
            {
                var amount = random.Next(3) == 0 ? random.Next(100_000) : decimal.Round((decimal)random.NextDouble() * 1000, random.Next(9));
                var quantity = new NeedQuantity(amount, unit, unit == NeedUnit.HoursPerWeeks ? random.Next(1, 53) : 1);
                var written = QuantityWriter.Of(quantity);
                var problems = new ProblemList();

                QuantityReader.Of(new ScalarNode(default, written, true), "quantity", problems).ShouldBe(quantity, written);
                problems.IsEmpty.ShouldBeTrue(written);
            }
        }
    }

    [Theory]
    [InlineData("0.5000", NeedUnit.FullTimeEquivalent, 1, "0.5 fte")]
    [InlineData("20.0", NeedUnit.PercentOfFullTime, 1, "20 %")]
    [InlineData("35", NeedUnit.HoursPerWeeks, 2, "35 hours/2 weeks")]
    [InlineData("240", NeedUnit.HalfDaysPerYear, 1, "240 half-days/year")]
    [InlineData("6", NeedUnit.DaysPerMonth, 1, "6 days/month")]
    public void A_quantity_is_written_as_people_say_it(string amount, NeedUnit unit, int weeks, string expected) =>
        QuantityWriter.Of(new NeedQuantity(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), unit, weeks)).ShouldBe(expected);

    [Fact]
    public void Every_commune_is_known_by_the_name_that_is_written_beside_its_code()
    {
        CommuneDirectory.France.All
            .Where(c => CommuneDirectory.France.Resolve(c.Name, null, false) is var found
                && !(found is CommuneResolution.Found one && one.Commune == c)
                && !(found is CommuneResolution.Ambiguous several && several.Candidates.Contains(c)))
            .Select(c => $"{c.InseeCode} {c.Name}")
            .ShouldBeEmpty();
    }

    private static Node Any(Random random, int depth) => depth == 0 || random.Next(2) == 0
        ? new ScalarNode(default, Texts[random.Next(Texts.Length)], false)
        : random.Next(2) == 0 ? Map(random, depth - 1) : new ListNode(default, [.. Enumerable.Range(0, random.Next(4)).Select(_ => Any(random, depth - 1))]);

    private static MapNode Map(Random random, int depth) => new(
        default,
        [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => Texts[random.Next(Texts.Length)]).Where(t => t.Length < 100).DefaultIfEmpty("a").Distinct()
            .Select(k => (new ScalarNode(default, k, false), Any(random, depth)))]);

    private static string Shape(Node node) => node switch
    {
        ScalarNode scalar => $"{scalar.IsEmpty}«{scalar.Value}»",
        ListNode list => $"[{string.Join("|", list.Items.Select(Shape))}]",
        MapNode map => $"{{{string.Join("|", map.Entries.Select(e => $"{Shape(e.Key)}={Shape(e.Value)}"))}}}",
        _ => "?",
    };
}
