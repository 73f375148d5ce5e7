using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using StaffPool.Application.Planning;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Audit;
using StaffPool.Data.Planning;
using StaffPool.Testing.Databases;

namespace StaffPool.Data.Tests;

public sealed class AuditLogTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Theory]
    [BothProviders]
    public async Task Two_hundred_writes_make_one_chain(Provider provider)
    {
        await using var test = await TestDatabase.NewAsync(provider);
        var sample = await SampleGrouping.AddAsync(test.Database);
        await BookAsync(sample, 200);

        var report = await AuditCheck.RunAsync(test.Database, [], Stop);

        var chain = report.Chains.ShouldHaveSingleItem();
        chain.Breach.ShouldBeNull();
        chain.Entries.ShouldBe(200);
        chain.Head.ShouldMatch("^[0-9a-f]{64}$");
        (await AuditCheck.RunAsync(test.Database, [chain.Head], Stop)).IsIntact.ShouldBeTrue();
    }

    [Theory]
    [BothProviders]
    public async Task Any_change_of_the_log_is_found_where_it_is(Provider provider)
    {
        await using var test = await TestDatabase.NewAsync(provider);
        var sample = await SampleGrouping.AddAsync(test.Database);
        await BookAsync(sample, 9);
        BackDoor.Execute(test, "CREATE TABLE kept_entries AS SELECT * FROM audit_entries", "CREATE TABLE kept_heads AS SELECT * FROM audit_heads");
        var entries = await EntriesAsync(test.Database, sample.Id);
        var later = "2001-02-03 04:05:06+00";

        // Every field of an entry.
        await FindsAsync("UPDATE audit_entries SET user_name = 'Un autre' WHERE sequence = 4", 4, AuditFault.Altered);
        await FindsAsync("UPDATE audit_entries SET user_id = NULL WHERE sequence = 4", 4, AuditFault.Altered);
        await FindsAsync("UPDATE audit_entries SET use_case = 'FreeHalfDay' WHERE sequence = 4", 4, AuditFault.Altered);
        await FindsAsync("UPDATE audit_entries SET subject_id = NULL WHERE sequence = 4", 4, AuditFault.Altered);
        await FindsAsync("UPDATE audit_entries SET changes = replace(changes, 'Added', 'Deleted') WHERE sequence = 4", 4, AuditFault.Altered);
        await FindsAsync($"UPDATE audit_entries SET at = '{later}' WHERE sequence = 4", 4, AuditFault.Altered);
        await FindsAsync($"UPDATE audit_entries SET hash = '{AuditTrail.Nothing}' WHERE sequence = 4", 4, AuditFault.Altered);
        await FindsAsync($"UPDATE audit_entries SET previous_hash = '{AuditTrail.Nothing}' WHERE sequence = 4", 4, AuditFault.Unchained);

        // An entry written anew, with a hash that fits what it says.
        var forged = Forged(entries[2], entries[3]);
        await FindsAsync($"UPDATE audit_entries SET changes = '{forged.Changes}', hash = '{forged.Hash}' WHERE sequence = 4", 5, AuditFault.Unchained);

        // Missing, inserted, reordered, moved to another grouping.
        await FindsAsync("DELETE FROM audit_entries WHERE sequence = 1", 1, AuditFault.Missing);
        await FindsAsync("DELETE FROM audit_entries WHERE sequence = 5", 5, AuditFault.Missing);
        await FindsAsync(Inserted(10, entries[0].Hash), 10, AuditFault.Unchained);
        await FindsAsync(Inserted(10, entries[^1].Hash), 10, AuditFault.Altered);
        await FindsAsync(
            "UPDATE audit_entries SET sequence = 0 WHERE sequence = 3; UPDATE audit_entries SET sequence = 3 WHERE sequence = 4; UPDATE audit_entries SET sequence = 4 WHERE sequence = 0",
            3, AuditFault.Unchained);
        await FindsAsync("UPDATE audit_entries SET grouping_id = '00000000-0000-0000-0000-000000000001' WHERE sequence = 9", 9, AuditFault.Cut);

        // Cut, or another head.
        await FindsAsync("DELETE FROM audit_entries WHERE sequence > 6", 7, AuditFault.Cut);
        await FindsAsync($"UPDATE audit_heads SET hash = '{AuditTrail.Nothing}'", 10, AuditFault.Cut);
        await FindsAsync("UPDATE audit_heads SET sequence = 8", 10, AuditFault.Cut);
        await FindsAsync("DELETE FROM audit_heads", 10, AuditFault.Cut);
        await FindsAsync("DELETE FROM audit_entries; DELETE FROM audit_heads", 1, AuditFault.Missing);

        // As it was: the checks above found the changes and nothing else.
        Restore();
        (await AuditCheck.RunAsync(test.Database, [entries[^1].Hash], Stop)).IsIntact.ShouldBeTrue();

        async Task FindsAsync(string tampering, long place, AuditFault fault)
        {
            Restore();
            BackDoor.Execute(test, tampering);
            var chains = (await AuditCheck.RunAsync(test.Database, [], Stop)).Chains;
            chains.Single(c => c.GroupingId == sample.Id).Breach.ShouldBe(new AuditBreach(place, fault), tampering);
        }

        void Restore() => BackDoor.Execute(
            test, "DELETE FROM audit_entries", "INSERT INTO audit_entries SELECT * FROM kept_entries",
            "DELETE FROM audit_heads", "INSERT INTO audit_heads SELECT * FROM kept_heads");
    }

    [Theory]
    [BothProviders]
    public async Task A_log_cut_with_its_head_is_found_by_a_head_noted_elsewhere(Provider provider)
    {
        await using var test = await TestDatabase.NewAsync(provider);
        var sample = await SampleGrouping.AddAsync(test.Database);
        await BookAsync(sample, 5);
        var entries = await EntriesAsync(test.Database, sample.Id);

        BackDoor.Execute(test, "DELETE FROM audit_entries WHERE sequence > 3", $"UPDATE audit_heads SET sequence = 3, hash = '{entries[2].Hash}'");

        // The limit of a chain: what is left fits together.
        (await AuditCheck.RunAsync(test.Database, [], Stop)).IsIntact.ShouldBeTrue();
        var report = await AuditCheck.RunAsync(test.Database, [entries[1].Hash, entries[4].Hash], Stop);
        report.IsIntact.ShouldBeFalse();
        report.NotFound.ShouldBe([entries[4].Hash]);
    }

    [Theory]
    [BothProviders]
    public async Task The_database_refuses_to_change_the_log(Provider provider)
    {
        await using var test = await TestDatabase.NewAsync(provider);
        var sample = await SampleGrouping.AddAsync(test.Database);
        await BookAsync(sample, 2);
        string[] tampering =
        [
            "UPDATE audit_entries SET user_name = 'Un autre'",
            "DELETE FROM audit_entries",
            provider == Provider.Sqlite
                ? "INSERT OR REPLACE INTO audit_entries SELECT * FROM audit_entries WHERE sequence = 1"
                : "INSERT INTO audit_entries SELECT * FROM audit_entries ON CONFLICT (grouping_id, sequence) DO UPDATE SET user_name = 'Un autre'",
            .. provider == Provider.Postgres ? (string[])["TRUNCATE audit_entries"] : [],
        ];

        foreach (var sql in tampering)
        {
            await using var db = test.Database.NewContext();
            db.GroupingId = sample.Id;
            await using var transaction = await db.BeginAsync(new Sight(AllGroupings: true), writes: true, Stop);
            (await Should.ThrowAsync<DbException>(() => db.Database.ExecuteSqlRawAsync(sql, Stop), sql)).Message.ShouldContain("only added to");
        }

        (await AuditCheck.RunAsync(test.Database, [], Stop)).Chains.Single().Entries.ShouldBe(2);
    }

    [Theory]
    [BothProviders]
    public async Task The_cause_of_an_absence_is_in_no_entry(Provider provider)
    {
        await using var test = await TestDatabase.NewAsync(provider);
        var sample = await EveryTable.AddAsync(test.Database);
        await EveryTable.WriteAsync(sample, Role.Administrator, scope =>
        {
            var cause = scope.Db.AbsenceCauses.Single();
            (cause.Cause, cause.Note) = (Replacements.AbsenceCause.WorkAccident, "chute dans l’escalier");
        });
        await EveryTable.WriteAsync(sample, Role.Administrator, scope => scope.Db.AbsenceCauses.Remove(scope.Db.AbsenceCauses.Single()));

        var told = string.Concat((await EntriesAsync(test.Database, sample.Id)).Select(e => e.Changes));

        told.ShouldContain("absence_causes");
        told.ShouldContain("\"cause\":[\"•••\",\"•••\"]");
        foreach (var secret in Enum.GetNames<Replacements.AbsenceCause>().Except(["Other", "Training"]).Concat([EveryTable.SecretNote, "escalier"]))
        {
            told.ShouldNotContain(secret);
        }
    }

    [Theory]
    [BothProviders]
    public async Task A_refused_write_leaves_no_entry(Provider provider)
    {
        await using var test = await TestDatabase.NewAsync(provider);
        var sample = await SampleGrouping.AddAsync(test.Database);
        await BookAsync(sample, 1);

        await Should.ThrowAsync<RefusedException>(() => BookAsync(sample, 1));

        (await EntriesAsync(test.Database, sample.Id)).Count.ShouldBe(1);
    }

    private static async Task BookAsync(SampleGrouping sample, int halfDays)
    {
        var book = new BookHalfDay(sample.As(Role.Coordinator));
        for (var i = 0; i < halfDays; i++)
        {
            await book.RunAsync(
                sample.Id, new(sample.Professional.Id, new DateOnly(2027, 1, 1).AddDays(i / 2), (DayPart)(i % 2), sample.SiteA.Id), Stop);
        }
    }

    private static async Task<List<AuditEntryRow>> EntriesAsync(ServiceDatabase database, Guid grouping)
    {
        await using var db = database.NewContext();
        db.GroupingId = grouping;
        await using var transaction = await db.BeginAsync(new Sight(), writes: false, Stop);
        return await db.AuditEntries.AsNoTracking().OrderBy(e => e.Sequence).ToListAsync(Stop);
    }

    private static AuditEntryRow Forged(AuditEntryRow before, AuditEntryRow entry) => AuditTrail.Seal(
        new AuditHeadRow { Sequence = before.Sequence, Hash = before.Hash }, entry.GroupingId, entry.At, (entry.UserId, entry.UserName), entry.UseCase, entry.SubjectId, "[]");

    private static string Inserted(long sequence, string previous) =>
        "INSERT INTO audit_entries (grouping_id, sequence, at, user_id, user_name, use_case, subject_id, changes, previous_hash, hash) "
        + $"SELECT grouping_id, {sequence}, at, user_id, user_name, use_case, subject_id, changes, '{previous}', hash FROM audit_entries WHERE sequence = 2";
}
