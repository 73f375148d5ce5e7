using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using StaffPool.Application.Planning;
using StaffPool.Documents.Planning;
using StaffPool.Domain.Planning;
using StaffPool.Testing;
using StaffPool.Web.Hosting;

namespace StaffPool.Cli.Tests;

/// <summary>Every sentence of every layer stands in both languages and takes the same values.</summary>
public sealed class TextsTests
{
    private static readonly Assembly[] Assemblies =
        [typeof(Tool).Assembly, typeof(PlanJson).Assembly, typeof(PlanAllocation).Assembly, typeof(AllocationPlan).Assembly,
         typeof(WebService).Assembly];

    public static TheoryData<string> Resources { get; } =
        [.. Assemblies.SelectMany(a => a.GetManifestResourceNames()).Where(n => n.EndsWith("Texts.resources", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Resources))]
    public void French_and_english_have_the_same_sentences(string resource)
    {
        var (french, english) = Both(resource);

        french.Keys.Order(StringComparer.Ordinal).ShouldBe(english.Keys.Order(StringComparer.Ordinal));
        french.ShouldNotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Resources))]
    public void French_and_english_take_the_same_values(string resource)
    {
        var (french, english) = Both(resource);

        foreach (var (key, sentence) in french)
        {
            Placeholders(sentence).ShouldBe(Placeholders(english[key]), $"{resource}, {key}");
        }
    }

    /// <summary>The compiler keeps the first of two and only warns.</summary>
    [Fact]
    public void No_sentence_stands_twice_in_a_file()
    {
        var files = Directory.GetFiles(Path.Combine(Repository.Root, "src"), "*.resx", SearchOption.AllDirectories);

        files.ShouldNotBeEmpty();
        foreach (var file in files)
        {
            XDocument.Load(file).Root!.Elements("data").Select(d => d.Attribute("name")!.Value)
                .CountBy(key => key).Where(key => key.Value > 1).ShouldBeEmpty(file);
        }
    }

    private static IEnumerable<string> Placeholders(string sentence) =>
        Regex.Matches(sentence, @"\{\d+", RegexOptions.NonBacktracking).Select(m => m.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private static (Dictionary<string, string> French, Dictionary<string, string> English) Both(string resource)
    {
        var assembly = Assemblies.Single(a => a.GetManifestResourceNames().Contains(resource, StringComparer.Ordinal));
        var manager = new ResourceManager(resource[..^".resources".Length], assembly);
        return (Sentences(manager, CultureInfo.InvariantCulture), Sentences(manager, CultureInfo.GetCultureInfo("en")));
    }

    private static Dictionary<string, string> Sentences(ResourceManager manager, CultureInfo culture) =>
        manager.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>()
            .ToDictionary(e => (string)e.Key, e => (string)e.Value!, StringComparer.Ordinal);
}
