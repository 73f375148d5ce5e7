using Microsoft.EntityFrameworkCore;
using StaffPool.Data;
using StaffPool.Data.Providers.Sqlite;

namespace StaffPool.Cli.Hosting.Bench;

/// <summary>An empty database that a benchmark fills, and empties again at its end.</summary>
internal sealed class BenchPlace : IAsyncDisposable
{
    private readonly string? postgres;

    private BenchPlace(string? postgres)
    {
        this.postgres = postgres;
        Folder = Directory.CreateTempSubdirectory("staffpool-bench-").FullName;
        Database = ServiceDatabase.Open(Folder, postgres);
    }

    public string Folder { get; }

    public ServiceDatabase Database { get; }

    /// <summary>Of its kind.</summary>
    public string Name => postgres is null ? "SQLite" : "PostgreSQL";

    /// <param name="postgres">Connection string of an empty database, or null for a new SQLite file.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="ServiceBenchException">It is not empty.</exception>
    public static async Task<BenchPlace> OpenAsync(string? postgres, CancellationToken stop)
    {
        var place = new BenchPlace(postgres);
        try
        {
            return await place.Database.IsEmptyAsync(stop) ? place : throw new ServiceBenchException("bench.service.not-empty", place.Database.Description);
        }
        catch
        {
            await place.CloseAsync();
            throw;
        }
    }

    /// <returns>Bytes.</returns>
    public async Task<long> SizeAsync(CancellationToken stop)
    {
        if (postgres is null)
        {
            return Directory.GetFiles(Folder, SqliteDatabase.FileName + "*").Sum(f => new FileInfo(f).Length);
        }

        await using var db = Database.NewContext();
        return await db.Database.SqlQuery<long>($"SELECT pg_database_size(current_database()) AS \"Value\"").SingleAsync(stop);
    }

    public async ValueTask DisposeAsync()
    {
        // It was empty before.
        if (postgres is not null)
        {
            await using var db = Database.NewContext();
            await db.Database.ExecuteSqlAsync($"DROP SCHEMA public CASCADE; CREATE SCHEMA public", CancellationToken.None);
        }

        await CloseAsync();
    }

    private async Task CloseAsync()
    {
        await Database.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
