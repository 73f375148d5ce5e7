using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using StaffPool.Application.Members;
using StaffPool.Application.UseCases;
using StaffPool.Application.Planning;
using StaffPool.Data.Access;
using StaffPool.Data.Planning;
using StaffPool.Testing.Databases;

namespace StaffPool.Data.Tests;

public sealed class ConcurrentUseTests
{
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(3);

    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Theory]
    [BothProviders]
    public async Task Fifty_at_once_and_one_who_reads_for_long_meet_no_lock(Provider provider)
    {
        await using var test = await TestDatabase.NewAsync(provider);
        var sample = await EveryTable.AddAsync(test.Database);
        using var end = new CancellationTokenSource(Time);
        var (written, read) = (new ConcurrentBag<Guid>(), new ConcurrentBag<int>());
        var over = end.Token;

        await Task.WhenAll(
            Enumerable.Range(0, 25).Select(n => Task.Run(() => WriteAsync(sample, n, written, over), Stop))
                .Concat(Enumerable.Range(0, 25).Select(_ => Task.Run(() => ReadAsync(sample, read, over), Stop)))
                .Append(Task.Run(() => ReadForLongAsync(test.Database, sample, over), Stop)));

        written.Count.ShouldBeGreaterThanOrEqualTo(25);
        read.Count.ShouldBeGreaterThanOrEqualTo(25);
        TestContext.Current.SendDiagnosticMessage("{0}: {1} writes and {2} reads in {3}", provider, written.Count, read.Count, Time);
    }

    private static async Task WriteAsync(SampleGrouping sample, int lane, ConcurrentBag<Guid> written, CancellationToken end)
    {
        var book = new BookHalfDay(sample.As(Role.Coordinator));
        var day = new DateOnly(1000, 1, 1).AddYears(lane * 20);
        do
        {
            written.Add((await book.RunAsync(sample.Id, new(sample.Professional.Id, day, DayPart.Night, sample.SiteA.Id), Stop)).BookingId);
            day = day.AddDays(1);
        }
        while (!end.IsCancellationRequested);
    }

    private static async Task ReadAsync(SampleGrouping sample, ConcurrentBag<int> read, CancellationToken end)
    {
        var members = new ListMembers(sample.As(Role.MemberRepresentative));
        do
        {
            read.Add((await members.RunAsync(sample.Id, Nothing.More, Stop)).Count);
        }
        while (!end.IsCancellationRequested);
    }

    /// <summary>Sees one moment from its first query to its last.</summary>
    private static async Task ReadForLongAsync(ServiceDatabase database, SampleGrouping sample, CancellationToken end)
    {
        await using var db = database.NewContext();
        db.GroupingId = sample.Id;
        await using var transaction = await db.BeginAsync(new Sight(), writes: false, Stop);
        var first = await db.Bookings.CountAsync(Stop);
        while (!end.IsCancellationRequested)
        {
            (await db.Bookings.CountAsync(Stop)).ShouldBe(first);
            await Task.Delay(50, Stop);
        }
    }
}
