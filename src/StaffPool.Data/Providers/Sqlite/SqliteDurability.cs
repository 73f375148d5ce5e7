using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace StaffPool.Data.Providers.Sqlite;

/// <summary>What was acknowledged is on the disk, whatever happens to the machine: in write-ahead mode that asks for FULL.</summary>
internal sealed class SqliteDurability : DbConnectionInterceptor
{
    private const string Full = "PRAGMA synchronous = FULL";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Full;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Full;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
