using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using StaffPool.Data.Access;
using StaffPool.Testing.Databases;

namespace StaffPool.Data.Tests;

/// <summary>On PostgreSQL the database itself keeps the groupings apart, whatever the program asks for.</summary>
public sealed class RowLevelSecurityTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    private static readonly QueryPath[] PathsWithoutFilters = [QueryPath.Unfiltered, QueryPath.UnfilteredSql, QueryPath.Joined];

    [Fact]
    public async Task Every_table_with_a_grouping_is_locked_for_its_owner_too()
    {
        await using var test = await TestDatabase.NewAsync(Provider.Postgres);
        await using var db = test.Database.NewContext();

        var locked = await db.Database.SqlQueryRaw<string>(
            "SELECT relname AS \"Value\" FROM pg_class WHERE relrowsecurity AND relforcerowsecurity").ToListAsync(Stop);
        var withGrouping = await db.Database.SqlQueryRaw<string>(
            "SELECT table_name AS \"Value\" FROM information_schema.columns WHERE column_name = 'grouping_id' AND table_schema = 'public'").ToListAsync(Stop);

        withGrouping.Count.ShouldBeGreaterThan(25);
        withGrouping.Append("groupings").Except(locked).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_policy_also_shows_all_rows_to_the_operator_alone()
    {
        await using var test = await TestDatabase.NewAsync(Provider.Postgres);
        await using var db = test.Database.NewContext();

        // A backup is taken as the operator: a table whose policy forgot it would be dumped without its rows.
        var complete = await db.Database.SqlQueryRaw<string>(
            "SELECT tablename::text AS \"Value\" FROM pg_policies WHERE cmd = 'ALL' AND qual LIKE 'staffpool_sees(%)'").ToListAsync(Stop);

        new GroupingTables(db).All.Select(t => t.GetTableName()!).Except(complete).ShouldBeEmpty();
    }

    [Fact]
    public async Task No_query_reads_another_grouping()
    {
        await using var test = await TestDatabase.NewAsync(Provider.Postgres);
        var (own, other) = (await EveryTable.AddAsync(test.Database), await EveryTable.AddAsync(test.Database));
        await using var db = test.Database.NewContext();
        db.GroupingId = own.Id;
        var tables = new GroupingTables(db);

        await using (await db.BeginAsync(new Sight(AllGroupings: true), writes: false, Stop))
        {
            foreach (var table in tables.All)
            {
                // Else nothing would be proven below.
                (await tables.CountAsync(table, other.Id, QueryPath.Unfiltered)).ShouldBeGreaterThan(0, table.GetTableName());
            }
        }

        await using var transaction = await db.BeginAsync(new Sight(own.Users[Role.Administrator].Id), writes: false, Stop);
        foreach (var table in tables.All)
        {
            foreach (var path in PathsWithoutFilters)
            {
                (await tables.CountAsync(table, own.Id, path)).ShouldBeGreaterThan(0, $"{table.GetTableName()}, {path}");
                (await tables.CountAsync(table, other.Id, path)).ShouldBe(0, $"{table.GetTableName()}, {path}");
            }

            var name = table.GetTableName();
            (await CopiedAsync(db, $"COPY {name} TO STDOUT")).ShouldNotContain(other.Id.ToString(), Case.Insensitive, name);
            (await CopiedAsync(db, $"COPY (WITH a AS (SELECT * FROM {name}) SELECT * FROM a) TO STDOUT")).ShouldNotContain(other.Id.ToString(), Case.Insensitive, name);
        }
    }

    [Fact]
    public async Task Without_a_transaction_of_a_grouping_nothing_is_read()
    {
        await using var test = await TestDatabase.NewAsync(Provider.Postgres);
        var sample = await EveryTable.AddAsync(test.Database);
        await using var db = test.Database.NewContext();
        db.GroupingId = sample.Id;
        var tables = new GroupingTables(db);

        foreach (var table in tables.All)
        {
            foreach (var path in PathsWithoutFilters)
            {
                (await tables.CountAsync(table, sample.Id, path)).ShouldBe(0, $"{table.GetTableName()}, {path}");
            }
        }
    }

    [Fact]
    public async Task No_statement_writes_to_another_grouping()
    {
        await using var test = await TestDatabase.NewAsync(Provider.Postgres);
        var (own, other) = (await EveryTable.AddAsync(test.Database), await EveryTable.AddAsync(test.Database));
        await using var db = test.Database.NewContext();
        db.GroupingId = own.Id;
        await using var transaction = await db.BeginAsync(new Sight(own.Users[Role.Administrator].Id), writes: true, Stop);

        foreach (var table in new GroupingTables(db).All)
        {
            var (name, owner) = (table.GetTableName()!, GroupingTables.ColumnOf(table));
            var columns = string.Join(", ", ColumnsOf(table));
            var moved = string.Join(", ", ColumnsOf(table).Select(c => c == owner ? "{0}" : c == "id" ? "gen_random_uuid()" : c));
            (await TryAsync(db, $"UPDATE {name} SET {owner} = {owner} WHERE {owner} = {{0}}", other.Id)).ShouldBe(name == "audit_entries" ? "P0001" : "0 rows", name);
            (await TryAsync(db, $"DELETE FROM {name} WHERE {owner} = {{0}}", other.Id)).ShouldBe(name == "audit_entries" ? "P0001" : "0 rows", name);
            (await TryAsync(db, $"INSERT INTO {name} ({columns}) SELECT {moved} FROM {name} LIMIT 1", other.Id)).ShouldBe("42501", name);
            (await TryAsync(db, $"UPDATE {name} SET {owner} = {{0}}", other.Id)).ShouldBe(name == "audit_entries" ? "P0001" : "42501", name);
            (await TryAsync(db, $"INSERT INTO {name} ({columns}) SELECT {moved} FROM {name} LIMIT 1 ON CONFLICT DO NOTHING", other.Id)).ShouldBe("42501", name);
        }
    }

    [Fact]
    public async Task A_user_finds_their_own_grants_and_those_groupings_alone()
    {
        await using var test = await TestDatabase.NewAsync(Provider.Postgres);
        var (own, other) = (await SampleGrouping.AddAsync(test.Database), await SampleGrouping.AddAsync(test.Database));
        var user = own.Users[Role.Coordinator].Id;
        await using var db = test.Database.NewContext();
        await using var transaction = await db.BeginAsync(new Sight(user), writes: false, Stop);

        (await db.Grants.IgnoreQueryFilters().Select(g => g.UserId).ToListAsync(Stop)).ShouldBe([user]);
        (await db.Groupings.IgnoreQueryFilters().Select(g => g.Id).ToListAsync(Stop)).ShouldBe([own.Id]);
        (await db.Members.IgnoreQueryFilters().CountAsync(Stop)).ShouldBe(0);
        other.Id.ShouldNotBe(own.Id);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_a_transaction_saw_is_not_seen_by_the_next_one_on_its_connection(bool isCommitted)
    {
        await using var test = await TestDatabase.NewAsync(Provider.Postgres);
        var sample = await SampleGrouping.AddAsync(test.Database);
        await using var alone = ServiceDatabase.Open(test.Folder, $"{test.Postgres};Maximum Pool Size=1");
        int connection;
        await using (var db = alone.NewContext())
        {
            db.GroupingId = sample.Id;
            await using var transaction = await db.BeginAsync(new Sight(AllGroupings: true), writes: true, Stop);
            (await db.Members.IgnoreQueryFilters().CountAsync(Stop)).ShouldBe(2);
            connection = await ConnectionOfAsync(db);
            await (isCommitted ? transaction.CommitAsync(Stop) : transaction.RollbackAsync(Stop));
            (await db.Members.IgnoreQueryFilters().CountAsync(Stop)).ShouldBe(0);
        }

        await using var next = alone.NewContext();
        (await ConnectionOfAsync(next)).ShouldBe(connection);
        (await next.Members.IgnoreQueryFilters().CountAsync(Stop)).ShouldBe(0);
        (await next.Database.SqlQueryRaw<string>("SELECT coalesce(current_setting('staffpool.grouping', true), '') AS \"Value\"").SingleAsync(Stop)).ShouldBe("");
    }

    private static Task<int> ConnectionOfAsync(StaffPoolContext db) =>
        db.Database.SqlQueryRaw<int>("SELECT pg_backend_pid() AS \"Value\"").SingleAsync(Stop);

    private static IEnumerable<string> ColumnsOf(IEntityType table) => table.GetProperties().Select(p => p.GetColumnName());

    private static async Task<string> CopiedAsync(StaffPoolContext db, string copy)
    {
        using var reader = await ((NpgsqlConnection)db.Database.GetDbConnection()).BeginTextExportAsync(copy, Stop);
        return await reader.ReadToEndAsync(Stop);
    }

    /// <returns>How many rows it wrote, or the state with which it was refused; nothing of it is kept.</returns>
    private static async Task<string> TryAsync(StaffPoolContext db, string sql, Guid argument)
    {
        var transaction = db.Database.CurrentTransaction!;
        await transaction.CreateSavepointAsync("before", Stop);
        try
        {
            return $"{await db.Database.ExecuteSqlRawAsync(sql, [argument], Stop)} rows";
        }
        catch (DbException refused)
        {
            return refused.SqlState!;
        }
        finally
        {
            await transaction.RollbackToSavepointAsync("before", Stop);
        }
    }
}
