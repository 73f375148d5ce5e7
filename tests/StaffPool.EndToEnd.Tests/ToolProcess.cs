using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace StaffPool.EndToEnd.Tests;

/// <summary>The real executable as a child process, as a user or a script starts it.</summary>
internal sealed class ToolProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(180);

    private readonly Process process;
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly Task read;
    private readonly StringBuilder output = new();
    private readonly StringBuilder messages = new();

    private ToolProcess(Process process)
    {
        this.process = process;
        read = Task.WhenAll(ReadAsync(process.StandardOutput, output), ReadAsync(process.StandardError, messages));
    }

    public int Id => process.Id;

    public bool HasEnded => process.HasExited;

    public string Output => TextOf(output);

    public string Messages => TextOf(messages);

    public static Task<ToolRun> RunAsync(params string[] arguments) => RunAsync([], arguments);

    /// <param name="environment">Variables added to those of the tests.</param>
    /// <param name="arguments">As on the command line.</param>
    public static async Task<ToolRun> RunAsync(Dictionary<string, string> environment, params string[] arguments)
    {
        using var tool = Start(environment, arguments);
        return await tool.EndAsync();
    }

    public static ToolProcess Start(Dictionary<string, string> environment, params string[] arguments) =>
        Start("dotnet", [Path.Combine(AppContext.BaseDirectory, "staffpool.dll"), .. arguments], environment);

    /// <summary>The same with the standard output sent to a file of the system.</summary>
    public static ToolProcess StartInto(string file, Dictionary<string, string> environment, params string[] arguments) =>
        Start("sh", ["-c", $"exec dotnet \"$0\" \"$@\" > {file}", Path.Combine(AppContext.BaseDirectory, "staffpool.dll"), .. arguments], environment);

    /// <summary>Waits until the messages hold a sentence.</summary>
    public Task UntilAsync(string sentence) => UntilAsync(() => Messages.Contains(sentence, StringComparison.Ordinal), sentence);

    /// <summary>Waits until the standard output holds a sentence.</summary>
    public Task UntilSaidAsync(string sentence) => UntilAsync(() => Output.Contains(sentence, StringComparison.Ordinal), sentence);

    /// <summary>Waits until an engine host runs, that is until the search has begun; Linux only.</summary>
    /// <returns>Process numbers of the hosts.</returns>
    public async Task<IReadOnlyList<int>> UntilSearchingAsync()
    {
        await UntilAsync(() => Children().Count > 0, "an engine host");
        return Children();
    }

    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", ["-" + signal, Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    public async Task<ToolRun> EndAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        var ended = process.WaitForExitAsync(limit.Token);
        var processor = TimeSpan.Zero;
        while (await Task.WhenAny(ended, Task.Delay(20, CancellationToken.None)) != ended)
        {
            processor = ProcessorTime() ?? processor;
        }

        await ended;
        await read;
        return new ToolRun(process.ExitCode, Output, Messages, processor);
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        process.Dispose();
    }

    private static ToolProcess Start(string program, IReadOnlyList<string> arguments, Dictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new ToolProcess(Process.Start(start)!);
    }

    private async Task UntilAsync(Func<bool> reached, string what)
    {
        while (!reached())
        {
            (clock.Elapsed < Patience && !process.HasExited).ShouldBeTrue($"{what} was awaited; said so far: {Messages}");
            await Task.Delay(10);
        }
    }

    private TimeSpan? ProcessorTime()
    {
        try
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            return null; // It has just ended.
        }
    }

    /// <summary>Kills every engine host that runs at the moment; Linux only.</summary>
    public async Task KillHostsAsync()
    {
        // From outside, as the system does where memory runs out; one that has just ended is no error.
        foreach (var host in Children())
        {
            using var kill = Process.Start(new ProcessStartInfo("kill", ["-KILL", host.ToString(CultureInfo.InvariantCulture)]) { UseShellExecute = false, RedirectStandardError = true });
            await kill!.WaitForExitAsync();
        }
    }

    private List<int> Children() =>
        [.. Threads()
            .Select(task => Path.Combine(task, "children"))
            .SelectMany(file => TextOf(file).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(id => int.Parse(id, CultureInfo.InvariantCulture))];

    /// <summary>Nothing where the process has just ended.</summary>
    private string[] Threads()
    {
        try
        {
            return Directory.GetDirectories($"/proc/{Id.ToString(CultureInfo.InvariantCulture)}/task");
        }
        catch (IOException)
        {
            return [];
        }
    }

    /// <summary>Nothing where the thread has just ended.</summary>
    private static string TextOf(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (IOException)
        {
            return "";
        }
    }

    private static string TextOf(StringBuilder heard)
    {
        lock (heard)
        {
            return heard.ToString();
        }
    }

    private static async Task ReadAsync(StreamReader stream, StringBuilder heard)
    {
        var buffer = new char[4096];
        while (await stream.ReadAsync(buffer) is > 0 and var count)
        {
            lock (heard)
            {
                heard.Append(buffer, 0, count);
            }
        }
    }
}

/// <param name="ExitCode">What the shell sees.</param>
/// <param name="Output">The standard output.</param>
/// <param name="Messages">The standard error.</param>
/// <param name="Processor">Processor time used, all cores, to the nearest fiftieth of a second: unlike the clock it does not depend on what else the machine does.</param>
internal sealed record ToolRun(int ExitCode, string Output, string Messages, TimeSpan Processor)
{
    /// <summary>The expected code, a sentence on the standard error, and nothing that only a programmer reads.</summary>
    public void ShouldEnd(int exitCode, params string[] sentences)
    {
        ExitCode.ShouldBe(exitCode, Messages);
        foreach (var sentence in sentences)
        {
            (Messages + Output).ShouldContain(sentence);
        }

        (Messages + Output).ShouldNotContain("   at ");
        (Messages + Output).ShouldNotContain("Exception:", Case.Sensitive);
    }
}
