using Spectre.Console;
using StaffPool.Cli.Terminals;
using StaffPool.Documents.Rosters;
using StaffPool.Domain.Rosters;

namespace StaffPool.Cli.Rosters;

/// <summary>Brings what a roster file holds, or says everything that is wrong with it.</summary>
internal sealed class RosterFiles(Terminal terminal, CliTexts texts)
{
    /// <returns>Null once the reasons are on the terminal.</returns>
    public RosterProblem? Problem(string path) => Read(path, RosterJson.ReadProblem);

    /// <param name="path">Of a result.</param>
    /// <param name="problem">What it is held against.</param>
    /// <param name="asInForce">Whether what is gone from the problem is left aside.</param>
    /// <returns>Null once the reasons are on the terminal.</returns>
    public Roster? Result(string path, RosterProblem problem, bool asInForce) =>
        Read(path, stream => RosterJson.ReadResult(stream, problem, asInForce));

    /// <returns>A scheme of night nurses; null once the reasons are on the terminal.</returns>
    public RotaFile? Rota(string path) => Read(path, RosterJson.ReadRota);

    private T? Read<T>(string path, Func<Stream, RosterReading<T>> read)
        where T : class
    {
        RosterReading<T> reading;
        try
        {
            using var stream = File.OpenRead(path);
            reading = read(stream);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Messages.WriteLine(texts["roster.unreadable", path, e.Message]);
            return null;
        }

        // Not wrapped: a path cut in two can no longer be searched.
        var writer = terminal.Messages.Profile.Out.Writer;
        foreach (var problem in reading.Problems)
        {
            writer.WriteLine($"{Path.GetFileName(path)}: {problem.Path}: {problem.Message.In(texts.Culture)}");
        }

        if (reading.Problems.Count > 0)
        {
            terminal.Messages.WriteLine(texts.Count("roster.invalid", reading.Problems.Count, path));
        }

        return reading.Value;
    }
}
