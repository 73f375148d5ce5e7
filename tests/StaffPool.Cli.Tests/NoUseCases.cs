namespace StaffPool.Cli.Tests;

/// <summary>Use cases that must not be called; a test puts in those that its command may call.</summary>
internal static class NoUseCases
{
    public static UseCases Any { get; } = new(
        _ => throw Called("ReadScenario"),
        (_, _, _, _) => throw Called("Plan"),
        (_, _, _, _, _, _) => throw Called("Explain"),
        (_, _, _) => throw Called("AskRoads"),
        () => throw Called("InspectEngines"),
        () => throw Called("ProbeEngines"),
        (_, _, _, _) => throw Called("ProposePosts"),
        (_, _, _, _, _) => throw Called("PlanAndExplain"),
        (_, _, _, _) => throw Called("RunScenario"),
        (_, _, _, _) => throw Called("BenchAllocation"),
        (_, _, _, _, _, _) => throw Called("PlanTimetable"),
        (_, _, _, _) => throw Called("BenchTimetable"),
        (_, _, _) => throw Called("BenchReplacement"),
        (_, _, _) => throw Called("BenchReplan"));

    private static InvalidOperationException Called(string useCase) => new($"This command must not call {useCase}.");
}
