using System.Diagnostics;

namespace StaffPool.Cli.Hosting.Bench;

/// <summary>
/// Measures background work from outside: real processes on one database, pages and workers apart where the database lets
/// them be. See docs/benchmarks.md.
/// </summary>
/// <param name="postgres">Connection string of an empty database, or null for a new SQLite file.</param>
/// <param name="ready">The line that a worker says when it is ready.</param>
/// <param name="clock">For the token and the rows.</param>
internal sealed class JobsBench(string? postgres, string ready, TimeProvider clock)
{
    // What a start leaves to do settles meanwhile.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);

    // Of the runs of a burst, before it: the first runs of a process compile the code that they run through.
    private const double WarmUp = 0.2;

    /// <param name="runs">Short runs of each burst.</param>
    /// <param name="starts">Searches whose start is timed.</param>
    /// <param name="stop">Gives up; the processes are ended and nothing is left.</param>
    /// <exception cref="ServiceBenchException">It cannot be measured.</exception>
    public async Task<JobsFigures> RunAsync(int runs, int starts, CancellationToken stop)
    {
        await using var place = await BenchPlace.OpenAsync(postgres, stop);
        await place.Database.MigrateAsync(stop);
        var asked = await BenchRuns.PrepareAsync(place.Database, clock, stop);
        var processes = new List<ServiceProcess>();
        try
        {
            return await MeasureAsync(place, asked, processes, runs, starts, stop);
        }
        finally
        {
            processes.ForEach(p => p.Dispose());
        }
    }

    private async Task<JobsFigures> MeasureAsync(
        BenchPlace place, BenchRuns asked, List<ServiceProcess> processes, int runs, int starts, CancellationToken stop)
    {
        var web = await AddAsync(processes, ServiceProcess.ServeAsync(place.Folder, postgres, stop, postgres is null ? [] : ["--no-worker"]));
        var worker = postgres is null ? web : await AddAsync(processes, ServiceProcess.WorkAsync(place.Folder, postgres, ready, stop));
        await Task.Delay(Rest, stop);
        var (webRest, workerRest) = (web.WorkingSet, worker.WorkingSet);
        var times = await asked.TimeStartsAsync(web.Address, starts, stop);
        var one = await BurstAsync(asked, runs, stop);
        var peaks = (Web: web.PeakWorkingSet, Worker: worker.PeakWorkingSet);

        var takeOver = await asked.TimeTakeOverAsync(web.Address, () => ReplaceAsync(place, worker, processes, stop), stop);
        double? two = null;
        if (postgres is not null)
        {
            await AddAsync(processes, ServiceProcess.WorkAsync(place.Folder, postgres, ready, stop));
            await Task.Delay(Rest, stop);
            two = await BurstAsync(asked, runs, stop);
            peaks.Web = web.PeakWorkingSet;
        }

        return new JobsFigures(
            place.Name, runs, one, two, PhaseFigures.Rank(times, 0.50), PhaseFigures.Rank(times, 0.99), takeOver,
            new MemoryFigures(webRest, peaks.Web), postgres is null ? null : new MemoryFigures(workerRest, peaks.Worker), asked.Failed);
    }

    /// <summary>Another stands by when a worker is killed; where there can be one process only, it is started again.</summary>
    /// <returns>Since the kill.</returns>
    private async Task<Stopwatch> ReplaceAsync(BenchPlace place, ServiceProcess worker, List<ServiceProcess> processes, CancellationToken stop)
    {
        if (place.Database.IsShared)
        {
            await AddAsync(processes, ServiceProcess.WorkAsync(place.Folder, postgres, ready, stop));
        }

        var since = Stopwatch.StartNew();
        worker.Kill();
        if (!place.Database.IsShared)
        {
            await AddAsync(processes, ServiceProcess.ServeAsync(place.Folder, postgres, stop));
        }

        return since;
    }

    private static async Task<double> BurstAsync(BenchRuns asked, int runs, CancellationToken stop)
    {
        await asked.TimeBurstAsync(Math.Max(1, (int)(runs * WarmUp)), stop);
        return await asked.TimeBurstAsync(runs, stop);
    }

    private static async Task<ServiceProcess> AddAsync(List<ServiceProcess> processes, Task<ServiceProcess> started)
    {
        var process = await started;
        processes.Add(process);
        return process;
    }
}
