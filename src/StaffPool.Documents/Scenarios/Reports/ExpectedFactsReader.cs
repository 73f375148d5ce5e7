using StaffPool.Application.Scenarios.Reports;
using StaffPool.Documents.Scenarios.Yaml;
using StaffPool.Domain.Geography;

namespace StaffPool.Documents.Scenarios.Reports;

/// <summary>What came of reading the facts expected of a scenario.</summary>
/// <param name="Facts">In the order of the file; empty as soon as there is one problem.</param>
/// <param name="Problems">In the order of the file.</param>
public sealed record ExpectedFactsReading(IReadOnlyList<ExpectedFact> Facts, IReadOnlyList<ScenarioProblem> Problems);

/// <summary>Reads <c>expected.yaml</c>, as strictly as a scenario: all the facts, or every problem at once.</summary>
public static class ExpectedFactsReader
{
    public const string FileName = "expected.yaml";

    public static readonly string[] Keys = ["fact", "is", "at-least", "at-most", "contains", "source", "arithmetic"];

    /// <param name="path">The file; one that does not exist expects nothing.</param>
    public static ExpectedFactsReading Read(string path) =>
        File.Exists(path) ? ReadFile(path) : new ExpectedFactsReading([], []);

    private static ExpectedFactsReading ReadFile(string path)
    {
        var problems = new ProblemList();
        var facts = ScenarioFile.Read(path, problems) is { } bytes
            && ScenarioFile.Decode(bytes, problems) is { } text
            && TreeBuilder.Build(text, problems) is { } root
                ? new ScenarioContext(CommuneDirectory.France, problems).List(root, "expected", Keys, ReadOne)
                : [];
        return new ExpectedFactsReading(problems.IsEmpty ? facts : [], problems.InOrder);
    }

    private static ExpectedFact? ReadOne(Fields fields)
    {
        var path = fields.RequiredText("fact");
        var origin = fields.Text("source") ?? fields.Text("arithmetic");
        if (origin is null)
        {
            fields.Problems.Add(fields.Position, "fact.no-origin");
        }

        if (!fields.Has("is") && !fields.Has("at-least") && !fields.Has("at-most") && !fields.Has("contains"))
        {
            fields.Problems.Add(fields.Position, "fact.nothing");
        }

        return path is null || origin is null
            ? null
            : new ExpectedFact(path, origin)
            {
                Is = fields.Text("is"),
                AtLeast = fields.Text("at-least"),
                AtMost = fields.Text("at-most"),
                Contains = fields.Text("contains"),
            };
    }
}
