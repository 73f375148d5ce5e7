using StaffPool.Application.UseCases;
using StaffPool.Documents.Scenarios.Yaml;
using StaffPool.Domain.Rules;

namespace StaffPool.Documents.Scenarios.Rows;

/// <summary>YAML that a row keeps.</summary>
internal static class RowText
{
    /// <param name="text">A map, or null for nothing.</param>
    /// <exception cref="RefusedException">It is no YAML; with every problem.</exception>
    public static MapNode Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return new MapNode(default, []);
        }

        var problems = new ProblemList();
        var root = TreeBuilder.Build(text, problems);
        if (problems.IsEmpty && root is not MapNode)
        {
            problems.Add(root?.Position ?? default, "type.map", text.Trim(), "agreement, rights, costs…");
        }

        return problems.IsEmpty && root is MapNode map ? map : throw Refused(problems.InOrder);
    }

    /// <summary>What the strict reading found, as reasons of a refusal.</summary>
    public static RefusedException Refused(IEnumerable<ScenarioProblem> problems) => new(
        Refusal.Invalid,
        [.. problems.Select(p => new Violation(
            p.Message.Key, Severity.Blocking, ScenarioTexts.Of("problem.told", p.Line, p.Column, p.Message, p.Advice), []))]);
}
