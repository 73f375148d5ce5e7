using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using StaffPool.Cli.Audit;
using StaffPool.Cli.Commands;
using StaffPool.Cli.Engines;
using StaffPool.Cli.Hosting;
using StaffPool.Cli.Interchange;
using StaffPool.Cli.Operations;
using StaffPool.Cli.Planning;
using StaffPool.Cli.Replacements;
using StaffPool.Cli.Rosters;
using StaffPool.Cli.Scenarios;
using StaffPool.Cli.Terminals;
using StaffPool.Cli.Timetables;

namespace StaffPool.Cli;

/// <summary>One run of the command line: reads it, calls the command, and never lets an exception out.</summary>
internal sealed class Tool(UseCases useCases, Terminal terminal, TimeProvider clock)
{
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        var texts = CommandTree.LanguageOf(arguments);
        // Messages that come from the runtime itself follow the language too.
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = texts.Culture;
        try
        {
            return await InvokeAsync(new CommandTree(texts), arguments, texts);
        }
        catch (Exception e)
        {
            var log = CrashLog.Write(e, arguments, clock.GetUtcNow());
            Say(log is null ? texts["crash.no-log", e.Message] : texts["crash", e.Message, log]);
            return ExitCode.Crash;
        }
    }

    private async Task<int> InvokeAsync(CommandTree tree, IReadOnlyList<string> arguments, CliTexts texts)
    {
        var inputs = new InputFiles(useCases, terminal, texts);
        tree.Root.SetAction(_ => new HelpText(texts).Write(tree.Root, terminal.Output.Profile.Out.Writer));
        tree.Plan.SetAction((result, stop) => new PlanCommand(useCases, inputs, terminal, texts).RunAsync(tree.PlanRequestOf(result), stop));
        tree.Explain.Command.SetAction((result, stop) => new ExplainCommand(useCases, inputs, terminal, texts).RunAsync(tree.Explain.RequestOf(result), stop));
        tree.Check.SetAction((result, stop) => new CheckCommand(inputs, terminal, texts).RunAsync(tree.CheckRequestOf(result), stop));
        tree.Compare.Command.SetAction((result, stop) => new CompareCommand(inputs, terminal, texts).RunAsync(tree.Compare.RequestOf(result), stop));
        tree.WhatIf.Command.SetAction((result, stop) => new WhatIfCommand(useCases, inputs, terminal, texts).RunAsync(tree.WhatIf.RequestOf(result), stop));
        tree.Posts.Command.SetAction((result, stop) => new PostsCommand(useCases, inputs, terminal, texts).RunAsync(tree.Posts.RequestOf(result), stop));
        tree.Timetable.Command.SetAction((result, stop) => new TimetableCommand(useCases, inputs, terminal, texts).RunAsync(tree.Timetable.RequestOf(result), stop));
        tree.Roster.Solve.SetAction((result, _) => new RosterCommand(useCases, terminal, texts).SolveAsync(tree.Roster.SolveRequestOf(result)));
        tree.Roster.Check.SetAction(result => new RosterCommand(useCases, terminal, texts).Check(tree.Roster.CheckRequestOf(result).Problem, tree.Roster.CheckRequestOf(result).Result));
        tree.Rota.Plan.SetAction((result, _) => new RotaCommand(useCases, terminal, texts).PlanAsync(tree.Rota.RequestOf(result)));
        tree.Rota.Zones.SetAction((result, _) => new RotaCommand(useCases, terminal, texts).AdviseAsync(tree.Rota.ZonesOf(result).File, tree.Rota.ZonesOf(result).Time));
        tree.Rota.Log.SetAction(result => new RotaCommand(useCases, terminal, texts).ShowLog(tree.Rota.LogOf(result).File, tree.Rota.LogOf(result).Roster));
        tree.Rota.Command.SetAction(_ => new HelpText(texts).Write(tree.Rota.Command, terminal.Output.Profile.Out.Writer));
        tree.Bench.Roster.SetAction((result, _) => new RosterBenchCommand(useCases, terminal, texts).RunAsync(tree.Bench.RosterRequestOf(result)));
        tree.Roster.Command.SetAction(_ => new HelpText(texts).Write(tree.Roster.Command, terminal.Output.Profile.Out.Writer));
        tree.Bench.Allocation.SetAction((result, _) => new BenchCommand(useCases, terminal, texts).RunAsync(tree.Bench.RequestOf(result)));
        tree.Bench.Timetable.SetAction((result, _) => new BenchTimetableCommand(useCases, terminal, texts).RunAsync(tree.Bench.RequestOf(result)));
        tree.Bench.Replacement.SetAction((result, stop) => new ReplacementBenchCommand(useCases, terminal, texts).RunAsync(tree.Bench.ReplacementRequestOf(result), stop));
        tree.Bench.Service.SetAction((result, _) => new ServiceBenchCommand(terminal, texts, clock).RunAsync(tree.Bench.ServiceRequestOf(result)));
        tree.Bench.Jobs.SetAction((result, _) => new JobsBenchCommand(terminal, texts, clock).RunAsync(tree.Bench.JobsRequestOf(result)));
        tree.Bench.Command.SetAction(_ => new HelpText(texts).Write(tree.Bench.Command, terminal.Output.Profile.Out.Writer));
        tree.Scenario.One.SetAction((result, _) => new ScenarioCommand(useCases, inputs, terminal, texts, clock).RunAsync(tree.Scenario.RequestOf(result)));
        tree.Scenario.All.SetAction((result, _) => new ScenariosCommand(useCases, inputs, terminal, texts).RunAsync(tree.Scenario.AllRequestOf(result)));
        tree.Serve.Command.SetAction((result, stop) => new ServeCommand(terminal, texts, clock).RunAsync(tree.Serve.RequestOf(result), stop));
        tree.Worker.Command.SetAction((result, stop) => new WorkerCommand(terminal, texts, clock).RunAsync(tree.Worker.RequestOf(result), stop));
        SetJobsActions(tree.Jobs, texts);
        tree.Import.Command.SetAction((result, stop) => new ImportCommand(inputs, terminal, texts, clock).RunAsync(tree.Import.RequestOf(result), stop));
        tree.Doctor.SetAction((_, _) => new DoctorCommand(useCases, terminal, texts).RunAsync());
        tree.Interchange.ImportTable.SetAction((result, stop) => new TableCommands(terminal, texts, clock).ImportAsync(tree.Interchange.ImportRequestOf(result), stop));
        tree.Interchange.Export.SetAction((result, stop) => new TableCommands(terminal, texts, clock).ExportAsync(tree.Interchange.ExportRequestOf(result), stop));
        tree.Bench.Import.SetAction((result, stop) => new ImportBenchCommand(terminal, texts, clock).RunAsync(tree.Bench.ImportRequestOf(result), stop));
        SetDatabaseActions(tree.Database, texts);

        var parsed = tree.Root.Parse(arguments);
        if (parsed.Action is not HelpText && UsageErrors.Of(parsed, texts) is { Count: > 0 } errors)
        {
            foreach (var error in errors)
            {
                Say(error);
            }

            Say(texts["usage.see-help", UsageOf(parsed)]);
            return ExitCode.Usage;
        }

        // Signals are ours (the best plan is kept), and so are exceptions.
        return await parsed.InvokeAsync(new InvocationConfiguration
        {
            ProcessTerminationTimeout = null,
            EnableDefaultExceptionHandler = false,
            Output = terminal.Output.Profile.Out.Writer,
            Error = terminal.Messages.Profile.Out.Writer,
        });
    }

    private void SetJobsActions(JobsLine line, CliTexts texts)
    {
        var jobs = new JobsCommand(terminal, texts, clock);
        line.Command.SetAction((result, stop) => jobs.ListAsync(line.PlaceOf(result), line.IsJson(result), stop));
        line.Retry.SetAction((result, stop) => jobs.RetryAsync(line.PlaceOf(result), line.RunOf(result), stop));
        line.Cancel.SetAction((result, stop) => jobs.CancelAsync(line.PlaceOf(result), line.RunOf(result), stop));
    }

    private void SetDatabaseActions(DatabaseLine line, CliTexts texts)
    {
        var commands = new DatabaseCommands(terminal, texts);
        line.Migrate.SetAction((result, stop) => commands.MigrateAsync(line.PlaceOf(result), stop));
        line.Backup.SetAction((result, stop) => commands.BackUpAsync(line.PlaceOf(result), line.FileOf(result), stop));
        line.Restore.SetAction((result, stop) => commands.RestoreAsync(line.PlaceOf(result), line.FileOf(result), line.IsForced(result), stop));
        line.Verify.SetAction((result, stop) => new VerifyCommand(terminal, texts).RunAsync(line.PlaceOf(result), stop));
        line.AuditVerify.SetAction((result, stop) => new AuditVerifyCommand(terminal, texts).RunAsync(line.PlaceOf(result), line.ExpectedOf(result), stop));
        line.Audit.SetAction(_ => new HelpText(texts).Write(line.Audit, terminal.Output.Profile.Out.Writer));
    }

    private static string UsageOf(ParseResult parsed) =>
        parsed.CommandResult.Command is RootCommand ? "staffpool" : $"staffpool {string.Join(' ', HelpText.PathOf(parsed.CommandResult.Command))}";

    private void Say(string message) => terminal.Messages.WriteLine(message);
}
