namespace StaffPool.Cli.Hosting.Bench;

/// <summary>
/// Measures the real service from outside: fills a database, starts the service as a process of its own, and lets signed-in
/// clients read and write the declaration of needs. See docs/benchmarks.md.
/// </summary>
/// <param name="postgres">Connection string of an empty database, or null for a new SQLite file.</param>
/// <param name="clock">For the links.</param>
internal sealed class ServiceBench(string? postgres, TimeProvider clock)
{
    // What a start leaves to do settles meanwhile.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);

    // Of the time of a phase, before it counts: the first requests compile the code that they run through.
    private const double WarmUp = 0.3;

    /// <param name="size">What to measure.</param>
    /// <param name="stop">Gives up; the service is ended and nothing is left.</param>
    /// <exception cref="ServiceBenchException">It cannot be measured.</exception>
    public async Task<ServiceFigures> RunAsync(ServiceSize size, CancellationToken stop)
    {
        await using var place = await BenchPlace.OpenAsync(postgres, stop);
        return await RunAsync(size, place, stop);
    }

    private async Task<ServiceFigures> RunAsync(ServiceSize size, BenchPlace place, CancellationToken stop)
    {
        TimeSpan firstStart;
        using (var first = await ServiceProcess.ServeAsync(place.Folder, postgres, stop))
        {
            firstStart = first.FirstPage;
        }

        var users = await new BenchGroupings(place.Database, clock).AddAsync(size, stop);
        using var service = await ServiceProcess.ServeAsync(place.Folder, postgres, stop);
        await Task.Delay(Rest, stop);
        var atRest = service.WorkingSet;
        var clients = users.Select(u => size.ThroughApi ? new ApiBenchClient(service.Address, u.Token) : (IBenchClient)new BenchClient(service.Address, u.Grouping)).ToList();
        try
        {
            foreach (var (client, user) in clients.Zip(users))
            {
                await client.SignInAsync(user.Link, stop);
            }

            var read = await PhaseAsync(service, clients, (c, s) => c.ReadAsync(s), size.Time, stop);
            var write = await PhaseAsync(service, clients, (c, s) => c.WriteAsync(s), size.Time, stop);
            var lost = await Task.WhenAll(clients.Select(c => c.CheckAsync(stop)));
            write = write with { Failed = write.Failed + lost.Count(l => l == AnswerKind.Failed) };
            return new ServiceFigures(
                size, place.Name, firstStart, service.FirstPage, read, write, atRest, service.PeakWorkingSet,
                await place.SizeAsync(stop), clients.Select(c => c.Failure).FirstOrDefault(f => f is not null));
        }
        finally
        {
            clients.ForEach(c => c.Dispose());
        }
    }

    private static async Task<PhaseFigures> PhaseAsync(
        ServiceProcess service, IReadOnlyList<IBenchClient> clients, Func<IBenchClient, CancellationToken, Task<AnswerKind>> ask, TimeSpan time, CancellationToken stop)
    {
        var warm = await PhaseFigures.OfAsync(clients, ask, time * WarmUp, stop);
        var before = service.Processor;
        var counted = await PhaseFigures.OfAsync(clients, ask, time, stop);
        return counted with { Failed = counted.Failed + warm.Failed, Processor = (service.Processor - before) / Math.Max(1, counted.Done) };
    }
}
