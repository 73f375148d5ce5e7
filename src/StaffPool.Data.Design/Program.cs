using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using StaffPool.Data.Providers.Postgres;
using StaffPool.Data.Providers.Sqlite;

namespace StaffPool.Data.Design;

/// <summary>Where the tool that writes migrations finds the two contexts; it connects to nothing.</summary>
internal static class Program
{
    private static void Main()
    {
    }
}

internal sealed class SqliteContextFactory : IDesignTimeDbContextFactory<SqliteContext>
{
    public SqliteContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteContext>().UseSqlite("Data Source=:memory:").Options);
}

internal sealed class PostgresContextFactory : IDesignTimeDbContextFactory<PostgresContext>
{
    public PostgresContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresContext>().UseNpgsql("Host=nowhere").Options);
}
