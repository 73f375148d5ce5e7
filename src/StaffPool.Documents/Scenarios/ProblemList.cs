using StaffPool.Documents.Scenarios.Yaml;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Texts;

namespace StaffPool.Documents.Scenarios;

/// <summary>Collects the problems of one file; the reading goes on, so that all are reported at once.</summary>
internal sealed class ProblemList
{
    // Beyond, the list of possible values is longer than the help it gives.
    private const int MostShown = 12;

    private readonly List<ScenarioProblem> problems = [];

    // Words compared to find what was meant: a file with thousands of wrong words gets help for the first ones only.
    private int wordsLeft = 200_000;

    public bool IsEmpty => problems.Count == 0;

    /// <summary>How many so far: a reader that adds none has read well.</summary>
    public int Count => problems.Count;

    public IReadOnlyList<ScenarioProblem> InOrder => [.. problems.OrderBy(p => p.Line).ThenBy(p => p.Column)];

    /// <summary>A problem whose advice is kept under the same key followed by ".advice", with the same arguments.</summary>
    public void Add(Position position, string key, params object?[] arguments) => problems.Add(new ScenarioProblem(
        position.Line,
        position.Column,
        ScenarioTexts.Of(key, arguments),
        ScenarioTexts.Of(key + ".advice", arguments)));

    /// <summary>What a rule of the domain refuses: its own sentence, and where the rule comes from.</summary>
    public void AddRefused(Position position, Violation violation) => problems.Add(new ScenarioProblem(
        position.Line,
        position.Column,
        violation.Message,
        violation.Reference is { } reference
            ? ScenarioTexts.Of("refused.advice", reference.Citation)
            : ScenarioTexts.Of("refused-without-reference.advice")));

    /// <summary>A word that is not among those possible: the advice gives the nearest ones, or all of them.</summary>
    public void AddUnknown(
        Position position, string written, IReadOnlyCollection<string> possible, string key, params object?[] arguments)
    {
        wordsLeft -= Math.Min(wordsLeft, possible.Count);
        var nearest = wordsLeft == 0
            ? []
            : Nearest.To(written.ToUpperInvariant(), possible.Select(p => p.ToUpperInvariant()));
        var advice = (nearest.Count, possible.Count) switch
        {
            ( > 0, _) => ScenarioTexts.Of("suggest.nearest", Join(possible.Where(p => nearest.Contains(p.ToUpperInvariant())))),
            (_, > 0 and <= MostShown) => ScenarioTexts.Of("suggest.possible", Join(possible)),
            (_, > 0) => ScenarioTexts.Of("suggest.among", Join(possible.Take(MostShown)), possible.Count),
            _ => ScenarioTexts.Of("suggest.none"),
        };
        problems.Add(new ScenarioProblem(position.Line, position.Column, ScenarioTexts.Of(key, arguments), advice));
    }

    private static string Join(IEnumerable<string> words) => string.Join(", ", words);
}
