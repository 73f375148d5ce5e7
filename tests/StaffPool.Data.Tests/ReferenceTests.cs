using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using StaffPool.Testing.Databases;

namespace StaffPool.Data.Tests;

/// <summary>A row refers to rows of its own grouping only, because the grouping is part of every reference.</summary>
public sealed class ReferenceTests
{
    // A user is in several groupings; what a run made is of several kinds; the log outlives what it tells of.
    private static readonly string[] Free = ["UserId", "ResultId", "SubjectId"];

    [Fact]
    public async Task Every_identifier_in_a_row_is_a_reference()
    {
        await using var test = await TestDatabase.NewAsync(Provider.Sqlite);
        await using var db = test.Database.NewContext();

        var loose =
            from table in new GroupingTables(db).All
            from property in table.GetProperties()
            where (property.ClrType == typeof(Guid) || property.ClrType == typeof(Guid?)) && property.Name != "Id" && !Free.Contains(property.Name)
            where !property.IsForeignKey() && !(table.ClrType.Namespace!.EndsWith("Audit", StringComparison.Ordinal))
            select $"{table.GetTableName()}.{property.Name}";

        loose.ShouldBeEmpty();
    }

    [Theory]
    [BothProviders]
    public async Task No_row_refers_to_a_row_of_another_grouping(Provider provider)
    {
        await using var test = await TestDatabase.NewAsync(provider);
        var (own, other) = (await EveryTable.AddAsync(test.Database), await EveryTable.AddAsync(test.Database));
        await using var db = test.Database.NewContext();
        var references = (
            from table in new GroupingTables(db).All
            from key in table.GetForeignKeys()
            where typeof(GroupingOwned).IsAssignableFrom(key.PrincipalEntityType.ClrType)
            select key).ToList();

        references.Count.ShouldBeGreaterThan(25);
        foreach (var key in references)
        {
            var (table, column, target) = (key.DeclaringEntityType.GetTableName(), key.Properties[^1].GetColumnName(), key.PrincipalEntityType.GetTableName());
            var sql = $"UPDATE {table} SET {column} = (SELECT id FROM {target} WHERE grouping_id = {{0}} LIMIT 1) WHERE grouping_id = {{1}}";
            // One who sees both is still refused: it is not row-level security that does it.
            await using var transaction = await db.BeginAsync(new Sight(AllGroupings: true), writes: true, TestContext.Current.CancellationToken);
            await Should.ThrowAsync<DbException>(() => db.Database.ExecuteSqlRawAsync(sql, other.Id, own.Id), $"{table}.{column}");
        }
    }
}
