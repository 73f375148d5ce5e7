using System.Reflection;
using System.Text.RegularExpressions;
using StaffPool.Documents.Scenarios;
using StaffPool.Domain.Costs;
using StaffPool.Domain.Governance;
using StaffPool.Domain.Timetables;
using StaffPool.Domain.Workforce;
using StaffPool.Testing;

namespace StaffPool.Documents.Tests.Scenarios;

/// <summary>docs/scenario-format.md says what the reader does.</summary>
public sealed partial class ScenarioFormatTests
{
    private static readonly string Format = File.ReadAllText(Path.Combine(Repository.Root, "docs", "scenario-format.md"));

    [Fact]
    public void Every_key_that_the_reader_knows_is_documented()
    {
        var keys = typeof(ScenarioReader).Assembly.GetTypes()
            .Where(t => t.Namespace?.StartsWith("StaffPool.Documents.Scenarios", StringComparison.Ordinal) == true)
            .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public))
            .Where(f => f.FieldType == typeof(string[]) && f.Name.EndsWith("Keys", StringComparison.Ordinal))
            .SelectMany(f => (string[])f.GetValue(null)!)
            .Distinct(StringComparer.Ordinal)
            .ToList();

        keys.Count.ShouldBeGreaterThan(50);
        keys.Where(key => !IsWritten(key)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_setting_and_every_known_working_time_is_documented()
    {
        AgreementSettings.All.Concat(CostSettings.All).Concat(TimetableSettings.All).Select(s => s.Key).Where(key => !Format.Contains($"| `{key}` |", StringComparison.Ordinal)).ShouldBeEmpty();
        WorkingTimeRuleSet.Known.Select(w => w.Id).Where(id => !Format.Contains($"`{id}`", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("kind", "members", "ehpad-tilleuls, name: EHPAD public Les Tilleuls, kind: public-establishment")]
    [InlineData("kind", "sites", "kind: ehpad, places: 80")]
    [InlineData("status", "professionals", "status: private-employee, working-time: prive, consent")]
    public void Every_documented_word_is_understood(string key, string section, string example)
    {
        var row = Row(section, key);
        var words = Code().Matches(row).Select(m => m.Groups["text"].Value).Where(w => w != key).Distinct(StringComparer.Ordinal).ToList();

        words.Count.ShouldBeGreaterThan(2);
        foreach (var word in words)
        {
            ScenarioFiles.ReadChanged(example, Changed(example, key, word)).Scenario.ShouldNotBeNull(word);
        }
    }

    [Fact]
    public void Every_documented_quantity_is_understood()
    {
        var quantities = QuantityRow().Matches(Format).Select(m => m.Groups["text"].Value).ToList();

        quantities.Count.ShouldBe(8);
        foreach (var quantity in quantities)
        {
            ScenarioFiles.ReadChanged("quantity: 280 half-days/year", $"quantity: {quantity}").Scenario.ShouldNotBeNull(quantity);
        }
    }

    private static bool IsWritten(string key) => Regex.IsMatch(Format, $@"[`{{ ,]{Regex.Escape(key)}[`:,}}]", RegexOptions.None, TimeSpan.FromSeconds(1));

    private static string Row(string section, string key)
    {
        var start = Format.IndexOf($"## `{section}`", StringComparison.Ordinal);
        var row = Format.IndexOf($"| `{key}` |", start, StringComparison.Ordinal);
        return Format[row..Format.IndexOf('\n', row)];
    }

    private static string Changed(string example, string key, string word) =>
        Regex.Replace(example, $"{key}: [a-z-]+", $"{key}: {word}", RegexOptions.None, TimeSpan.FromSeconds(1));

    [GeneratedRegex("`(?<text>[a-z-]+)`", RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    [GeneratedRegex(@"^\| `(?<text>[0-9.]+ [^`]+)` \|", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex QuantityRow();
}
