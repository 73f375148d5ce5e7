using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using StaffPool.Data.Audit;
using StaffPool.Data.Members;

namespace StaffPool.Data.Tests;

/// <summary>The tables whose rows belong to a grouping, found in the model: a new one is tested without a word here.</summary>
internal sealed record GroupingTables(StaffPoolContext Db)
{
    public IReadOnlyList<IEntityType> All { get; } =
    [
        .. Db.Model.GetEntityTypes().Where(t =>
            typeof(GroupingOwned).IsAssignableFrom(t.ClrType) || t.ClrType == typeof(GroupingRow)
            || t.ClrType == typeof(AuditEntryRow) || t.ClrType == typeof(AuditHeadRow)),
    ];

    public static string ColumnOf(IEntityType table) => table.ClrType == typeof(GroupingRow) ? "id" : "grouping_id";

    /// <summary>Rows of a grouping that a query of Entity Framework gives.</summary>
    /// <param name="table">The table.</param>
    /// <param name="grouping">Whose rows.</param>
    /// <param name="from">Where to look.</param>
    public Task<int> CountAsync(IEntityType table, Guid grouping, QueryPath from) =>
        (Task<int>)typeof(GroupingTables).GetMethod(nameof(CountOfAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!
            .MakeGenericMethod(table.ClrType).Invoke(this, [table, grouping, from])!;

    private Task<int> CountOfAsync<T>(IEntityType table, Guid grouping, QueryPath from)
        where T : class
    {
        var key = table.ClrType == typeof(GroupingRow) ? nameof(GroupingRow.Id) : nameof(GroupingOwned.GroupingId);
#pragma warning disable EF1002 // Names of the model.
        IQueryable<T> rows = from switch
        {
            QueryPath.Filtered => Db.Set<T>(),
            QueryPath.FilteredSql => Db.Set<T>().FromSqlRaw($"SELECT * FROM {table.GetTableName()}"),
            QueryPath.Unfiltered => Db.Set<T>().IgnoreQueryFilters(),
            QueryPath.UnfilteredSql => Db.Set<T>().FromSqlRaw($"SELECT * FROM {table.GetTableName()}").IgnoreQueryFilters(),
            _ => Db.Set<T>().FromSqlRaw($"SELECT t.* FROM groupings g JOIN {table.GetTableName()} t ON t.{ColumnOf(table)} = g.id").IgnoreQueryFilters(),
        };
#pragma warning restore EF1002
        return rows.CountAsync(r => EF.Property<Guid>(r, key) == grouping, TestContext.Current.CancellationToken);
    }
}

internal enum QueryPath
{
    Filtered,
    FilteredSql,
    Unfiltered,
    UnfilteredSql,
    Joined,
}
