using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using StaffPool.Application.Needs;
using StaffPool.Application.Planning;
using StaffPool.Data.Access;
using StaffPool.Data.Operations;
using StaffPool.Data.Planning;
using StaffPool.Domain.Needs;
using StaffPool.Testing.Databases;

namespace StaffPool.Data.Tests;

public sealed class BackupTests
{
    private const int Bookers = 4;

    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Theory]
    [BothProviders]
    public async Task A_backup_taken_under_load_holds_all_that_was_acknowledged(Provider provider)
    {
        await using var test = await TestDatabase.NewAsync(provider);
        var sample = await SampleGrouping.AddAsync(test.Database);
        var booked = new ConcurrentQueue<Guid>();
        var declared = 0;
        using var enough = new CancellationTokenSource();
        var over = enough.Token;
        // On threads of their own: SQLite never waits without holding its thread.
        var load = Enumerable.Range(0, Bookers).Select(n => Task.Run(() => BookAsync(sample, n, booked, over), Stop))
            .Append(Task.Run(() => DeclareAsync(sample, version => Volatile.Write(ref declared, version), over), Stop))
            .ToList();
        await UntilAsync(() => booked.Count >= 40 && Volatile.Read(ref declared) >= 3);

        var (acknowledged, version) = (booked.ToArray(), Volatile.Read(ref declared));
        var file = Path.Combine(test.Folder, "sauvegarde");
        await test.Database.BackUpAsync(file, Stop);
        var during = booked.Count - acknowledged.Length;
        await UntilAsync(() => booked.Count >= acknowledged.Length + during + 20);
        await enough.CancelAsync();
        await Task.WhenAll(load);

        await using var restored = await RestoredAsync(provider, file);
        var report = await DatabaseCheck.RunAsync(restored.Database, Stop);
        report.IsSound.ShouldBeTrue(string.Join(", ", report.Flaws));
        await using var db = restored.Database.NewContext();
        db.GroupingId = sample.Id;
        await using var transaction = await db.BeginAsync(new Sight(), writes: false, Stop);
        var kept = await db.Bookings.Select(b => b.Id).ToListAsync(Stop);
        acknowledged.Except(kept).ShouldBeEmpty();
        (await db.Declarations.SingleAsync(Stop)).Version.ShouldBeGreaterThanOrEqualTo(version);
        // As of one moment: each write is there with its entry, or not at all.
        report.Audit.Single().Entries.ShouldBe(kept.Count + (await db.Declarations.SingleAsync(Stop)).Version);
        kept.Count.ShouldBeLessThan(booked.Count);
        TestContext.Current.SendDiagnosticMessage("{0}: {1} writes before the backup, {2} while it was taken", provider, acknowledged.Length + version, during);
    }

    [Fact]
    public async Task No_row_of_any_grouping_is_missing_in_a_dump()
    {
        await using var test = await TestDatabase.NewAsync(Provider.Postgres);
        await EveryTable.AddAsync(test.Database);
        await EveryTable.AddAsync(test.Database);
        var file = Path.Combine(test.Folder, "sauvegarde");
        await test.Database.BackUpAsync(file, Stop);

        await using var restored = await RestoredAsync(Provider.Postgres, file);

        await using var db = test.Database.NewContext();
        foreach (var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()!).Distinct())
        {
            // Counted as who sees all: row-level security cannot hide the same rows twice.
            BackDoor.Count(restored.Postgres!, table).ShouldBe(BackDoor.Count(test.Postgres!, table), table);
        }

        BackDoor.Count(restored.Postgres!, "members").ShouldBe(4);
        (await DatabaseCheck.RunAsync(restored.Database, Stop)).IsSound.ShouldBeTrue();
    }

    [Theory]
    [BothProviders]
    public async Task A_database_that_holds_something_is_replaced_only_where_it_is_asked_for(Provider provider)
    {
        await using var old = await TestDatabase.NewAsync(provider);
        var before = await EveryTable.AddAsync(old.Database);
        var file = Path.Combine(old.Folder, "sauvegarde");
        await old.Database.BackUpAsync(file, Stop);
        await using var test = await TestDatabase.NewAsync(provider);
        var now = await EveryTable.AddAsync(test.Database);

        (await Should.ThrowAsync<DatabaseException>(() => test.Database.RestoreAsync(file, overwrite: false, Stop))).Fault.ShouldBe(DatabaseFault.NotEmpty);
        (await GroupingsAsync(test.Database)).ShouldBe([now.Id]);

        await test.Database.RestoreAsync(file, overwrite: true, Stop);
        (await GroupingsAsync(test.Database)).ShouldBe([before.Id]);
        (await DatabaseCheck.RunAsync(test.Database, Stop)).IsSound.ShouldBeTrue();
    }

    [Theory]
    [BothProviders]
    public async Task A_file_that_is_not_a_whole_backup_changes_nothing(Provider provider)
    {
        await using var test = await TestDatabase.NewAsync(provider);
        var sample = await EveryTable.AddAsync(test.Database);
        var file = Path.Combine(test.Folder, "sauvegarde");
        await test.Database.BackUpAsync(file, Stop);
        var whole = await File.ReadAllBytesAsync(file, Stop);

        foreach (var part in (double[])[0, 0.1, 0.5, 0.9, 0.99])
        {
            await File.WriteAllBytesAsync(file, whole[..(int)(whole.Length * part)], Stop);
            (await Should.ThrowAsync<DatabaseException>(() => test.Database.RestoreAsync(file, overwrite: true, Stop))).Fault.ShouldBe(DatabaseFault.NotABackup);
            (await GroupingsAsync(test.Database)).ShouldBe([sample.Id]);
        }

        (await Should.ThrowAsync<DatabaseException>(() => test.Database.RestoreAsync(file + ".absent", overwrite: true, Stop))).Fault.ShouldBe(DatabaseFault.NotABackup);
        (await DatabaseCheck.RunAsync(test.Database, Stop)).IsSound.ShouldBeTrue();
    }

    [Theory]
    [BothProviders]
    public async Task A_backup_overwrites_no_file_and_leaves_no_half(Provider provider)
    {
        await using var test = await TestDatabase.NewAsync(provider);
        var folder = Directory.CreateDirectory(Path.Combine(test.Folder, "sauvegardes")).FullName;
        var file = Path.Combine(folder, "a");
        await File.WriteAllTextAsync(file, "précieux", Stop);

        (await Should.ThrowAsync<DatabaseException>(() => test.Database.BackUpAsync(file, Stop))).Fault.ShouldBe(DatabaseFault.FileExists);
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => test.Database.BackUpAsync(Path.Combine(folder, "b"), stopped.Token));

        Directory.GetFiles(folder).ShouldBe([file]);
        (await File.ReadAllTextAsync(file, Stop)).ShouldBe("précieux");
    }

    [Fact]
    public async Task A_table_without_its_lock_is_not_sound()
    {
        await using var test = await TestDatabase.NewAsync(Provider.Postgres);
        BackDoor.Execute(test, "ALTER TABLE sites NO FORCE ROW LEVEL SECURITY", "ALTER TABLE audit_entries DISABLE TRIGGER append_only");

        var report = await DatabaseCheck.RunAsync(test.Database, Stop);

        report.Flaws.ShouldBe([new DatabaseFlaw(FlawKind.NotLocked, "sites"), new DatabaseFlaw(FlawKind.NotAppendOnly, "audit_entries")]);
    }

    [Fact]
    public async Task A_row_that_refers_to_nothing_is_not_sound()
    {
        await using var test = await TestDatabase.NewAsync(Provider.Sqlite);
        await EveryTable.AddAsync(test.Database);
        BackDoor.Execute(test, "UPDATE sites SET member_id = '00000000-0000-0000-0000-000000000001' WHERE code = 'b'");

        var report = await DatabaseCheck.RunAsync(test.Database, Stop);

        // The back door took the triggers away too.
        report.Flaws.Select(f => f.Kind).ShouldBe([FlawKind.Damage, FlawKind.NotAppendOnly]);
        report.Flaws[0].Detail.ShouldContain("sites");
    }

    private static async Task<TestDatabase> RestoredAsync(Provider provider, string file)
    {
        var restored = TestDatabase.Empty(provider);
        await restored.Database.RestoreAsync(file, overwrite: false, Stop);
        return restored;
    }

    private static async Task<List<Guid>> GroupingsAsync(ServiceDatabase database)
    {
        await using var db = database.NewContext();
        await using var transaction = await db.BeginAsync(new Sight(AllGroupings: true), writes: false, Stop);
        return await db.Groupings.IgnoreQueryFilters().Select(g => g.Id).ToListAsync(Stop);
    }

    private static async Task BookAsync(SampleGrouping sample, int lane, ConcurrentQueue<Guid> booked, CancellationToken enough)
    {
        var book = new BookHalfDay(sample.As(Role.Coordinator));
        for (var day = new DateOnly(2000, 1, 1).AddYears(lane * 20); !enough.IsCancellationRequested; day = day.AddDays(1))
        {
            booked.Enqueue((await book.RunAsync(sample.Id, new(sample.Professional.Id, day, DayPart.Morning, sample.SiteA.Id), Stop)).BookingId);
        }
    }

    private static async Task DeclareAsync(SampleGrouping sample, Action<int> acknowledge, CancellationToken enough)
    {
        var declare = new DeclareNeeds(sample.As(Role.MemberRepresentative));
        for (var version = 0; !enough.IsCancellationRequested; acknowledge(version))
        {
            version = (await declare.RunAsync(
                sample.Id,
                new(sample.Campaign.Id, sample.MemberA.Id, version, false, [new(sample.SiteA.Id, sample.Profession.Id, version + 1, NeedUnit.HalfDaysPerYear, 1, false, false)]),
                Stop)).Version;
        }
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        while (!isSo())
        {
            await Task.Delay(5, Stop);
        }
    }
}
