using System.Globalization;
using System.Text;
using StaffPool.Application.Scenarios;
using StaffPool.Documents.Scenarios;
using StaffPool.Domain.Geography;
using StaffPool.Testing;

namespace StaffPool.Documents.Tests.Scenarios;

/// <summary>The scenarios of the repository, as they are and with something changed.</summary>
internal static class ScenarioFiles
{
    public static string PathOf(string name) => Path.Combine(Repository.Scenarios, name, "scenario.yaml");

    public static string TextOf(string name) => File.ReadAllText(PathOf(name));

    public static Scenario Load(string name)
    {
        var reading = ScenarioReader.Read(PathOf(name), CommuneDirectory.France);
        reading.Problems.Select(Shown).ShouldBeEmpty();
        return reading.Scenario.ShouldNotBeNull();
    }

    public static ScenarioReading Read(string text) =>
        ScenarioReader.Read(Encoding.UTF8.GetBytes(text), "test", CommuneDirectory.France);

    /// <summary>The small scenario with one piece of text replaced; it must be there.</summary>
    public static ScenarioReading ReadChanged(string what, string by)
    {
        var text = TextOf("trois-residences");
        text.ShouldContain(what);
        return Read(text.Replace(what, by, StringComparison.Ordinal));
    }

    /// <summary>No scenario, and exactly these problems, as "line:column code".</summary>
    public static void ShouldFailWith(ScenarioReading reading, params string[] expected)
    {
        reading.Scenario.ShouldBeNull();
        reading.Problems.Select(Shown).ShouldBe(expected, ignoreOrder: true);
        foreach (var culture in new[] { "fr-FR", "en-GB" }.Select(CultureInfo.GetCultureInfo))
        {
            reading.Problems.ShouldAllBe(p => p.Message.In(culture).Length > 0 && p.Advice.In(culture).Length > 0);
        }
    }

    public static string Shown(ScenarioProblem problem) => string.Create(
        CultureInfo.InvariantCulture, $"{problem.Line}:{problem.Column} {problem.Message.Key}");
}
