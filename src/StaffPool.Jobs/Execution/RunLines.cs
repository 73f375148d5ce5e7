using StaffPool.Data.Runs;

namespace StaffPool.Jobs.Execution;

public static class RunLines
{
    /// <summary>Runs executed at once by one process, in the short line: they wait for the database more than they compute.</summary>
    public const int QuickAtOnce = 4;

    public static RunLine Of(RunKind kind) => kind is RunKind.Plan or RunKind.Rota or RunKind.Timetable ? RunLine.Solver : RunLine.Quick;

    public static int AtOnce(RunLine line) => line == RunLine.Solver ? 1 : QuickAtOnce;
}
