using Microsoft.EntityFrameworkCore;
using StaffPool.Testing.Databases;

namespace StaffPool.Data.Tests;

/// <summary>On both databases, the filters of the model keep the groupings apart.</summary>
public sealed class GroupingWallTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Theory]
    [BothProviders]
    public async Task A_grouping_sees_its_rows_and_none_of_another_in_every_table(Provider provider)
    {
        await using var test = await TestDatabase.NewAsync(provider);
        var (own, other) = (await EveryTable.AddAsync(test.Database), await EveryTable.AddAsync(test.Database));
        await using var db = test.Database.NewContext();
        db.GroupingId = own.Id;
        await using var transaction = await db.BeginAsync(new Sight(), writes: false, Stop);
        var tables = new GroupingTables(db);

        tables.All.Count.ShouldBeGreaterThan(25);
        foreach (var table in tables.All)
        {
            foreach (var path in (QueryPath[])[QueryPath.Filtered, QueryPath.FilteredSql])
            {
                (await tables.CountAsync(table, own.Id, path)).ShouldBeGreaterThan(0, $"{table.GetTableName()}, {path}");
                (await tables.CountAsync(table, other.Id, path)).ShouldBe(0, $"{table.GetTableName()}, {path}");
            }
        }
    }

    [Theory]
    [BothProviders]
    public async Task Without_a_grouping_nothing_is_seen(Provider provider)
    {
        await using var test = await TestDatabase.NewAsync(provider);
        var sample = await EveryTable.AddAsync(test.Database);
        await using var db = test.Database.NewContext();
        var tables = new GroupingTables(db);

        foreach (var table in tables.All)
        {
            (await tables.CountAsync(table, sample.Id, QueryPath.Filtered)).ShouldBe(0, table.GetTableName());
        }
    }
}
