using Spectre.Console;
using StaffPool.Application.Scenarios;
using StaffPool.Cli.Terminals;
using StaffPool.Documents.Planning;
using StaffPool.Domain.Planning;

namespace StaffPool.Cli.Planning;

/// <summary>Brings the plan that a file holds, or says everything that is wrong with it.</summary>
internal sealed class PlanFiles(InputFiles inputs, Terminal terminal, CliTexts texts)
{
    /// <param name="path">As given.</param>
    /// <param name="scenario">The scenario that the plan is held against.</param>
    /// <param name="problem">The same, as the checker reads it.</param>
    /// <returns>Null once the reasons are on the terminal.</returns>
    public AllocationPlan? Read(string path, Scenario scenario, AllocationProblem problem) =>
        Read(path, scenario, problem, asPlanInForce: false)?.Plan;

    /// <summary>What people live by today, of this period or of one before.</summary>
    /// <returns>The scenario with it, or null once the reasons are on the terminal.</returns>
    public Scenario? WithPlanInForce(string path, Scenario scenario) =>
        Read(path, scenario, scenario.ToProblem(), asPlanInForce: true) is { Plan: { } plan } reading
            ? scenario with
            {
                PlanInForce = new AllocationPlan(scenario.PlannedPeriod(), [.. plan.Assignments.Where(a => a.HalfDays > 0)]),
                PlanInForceFile = new PlanFile(Path.GetFileName(path), reading.Hash),
            }
            : null;

    private PlanReading? Read(string path, Scenario scenario, AllocationProblem problem, bool asPlanInForce)
    {
        if (Open(path, stream => PlanJson.Read(stream, scenario, problem, asPlanInForce)) is not { } reading)
        {
            return null;
        }

        foreach (var found in reading.Problems)
        {
            var place = found.Place.Length == 0 ? Path.GetFileName(path) : $"{Path.GetFileName(path)}:{found.Place}";
            inputs.WriteProblem(
                found.IsError ? place : $"{place}: {texts["input.warning"]}",
                found.Message.In(texts.Culture),
                found.Advice.In(texts.Culture));
        }

        if (reading.Plan is null)
        {
            terminal.Messages.WriteLine(texts.Count("input.plan-invalid", reading.Problems.Count(p => p.IsError), path));
        }

        return reading;
    }

    /// <summary>What the file says of its inputs; null once the reason is on the terminal.</summary>
    public PlanHeader? ReadHeader(string path) => Open(path, PlanHeader.Read);

    private T? Open<T>(string path, Func<Stream, T> read)
        where T : class
    {
        if (!File.Exists(path))
        {
            terminal.Messages.WriteLine(texts["input.plan-not-found", path]);
            return null;
        }

        try
        {
            using var stream = File.OpenRead(path);
            return read(stream);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Messages.WriteLine(texts["input.plan-unreadable", path, e.Message]);
            return null;
        }
    }
}
