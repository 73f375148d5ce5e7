using StaffPool.Application.Scenarios;
using StaffPool.Domain.Texts;

namespace StaffPool.Documents.Scenarios;

/// <summary>What reading a scenario file gave: the scenario, or every reason why there is none.</summary>
/// <param name="Scenario">Whole and valid, or null as soon as there is one problem: nothing is half-loaded.</param>
/// <param name="Problems">In the order of the file; empty when the scenario is there.</param>
public sealed record ScenarioReading(Scenario? Scenario, IReadOnlyList<ScenarioProblem> Problems);

/// <param name="Line">From 1; 0 when the problem is the file itself (missing, unreadable, too large).</param>
/// <param name="Column">From 1, in characters; 0 with line 0.</param>
/// <param name="Message">What is wrong; its key is the stable code of the problem.</param>
/// <param name="Advice">What to do.</param>
public sealed record ScenarioProblem(int Line, int Column, Text Message, Text Advice);
