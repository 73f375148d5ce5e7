using System.Diagnostics;
using Npgsql;
using StaffPool.Data.Operations;

namespace StaffPool.Data.Providers.Postgres;

/// <summary>pg_dump and pg_restore, whole or not at all.</summary>
internal static class PostgresBackup
{
    // The database is the service's alone, so all its tables go; the schema itself stays, with what is granted on it.
    private const string DropAll =
        """
        DO $$ DECLARE gone text; BEGIN
          FOR gone IN SELECT format('DROP TABLE IF EXISTS %s CASCADE', oid::regclass) FROM pg_class
            WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p') LOOP EXECUTE gone; END LOOP;
          FOR gone IN SELECT format('DROP FUNCTION IF EXISTS %s CASCADE', oid::regprocedure) FROM pg_proc
            WHERE pronamespace = current_schema()::regnamespace AND proname LIKE 'staffpool%' LOOP EXECUTE gone; END LOOP;
        END $$
        """;

    /// <summary>A dump in PostgreSQL's own format, as of one moment.</summary>
    public static Task WriteAsync(string connectionString, string file, CancellationToken stop) => NewFile.WriteAsync(file, async path =>
    {
        // Without --enable-row-security pg_dump refuses tables whose owner obeys their policies.
        using var dump = PostgresPrograms.Start(
            "pg_dump", new(connectionString), "--format=custom", "--no-owner", "--no-privileges", "--enable-row-security", $"--file={path}");
        await EndAsync(dump, stop);
    });

    /// <summary>Replaces all that is in a database, in one transaction: whatever happens, the old or the new is there.</summary>
    /// <exception cref="DatabaseException">The file is not a whole dump, or a program is missing or fails.</exception>
    public static async Task ReadAsync(string connectionString, string file, CancellationToken stop)
    {
        await CheckAsync(file, stop);
        var database = new NpgsqlConnectionStringBuilder(connectionString);
        using var script = PostgresPrograms.Start("pg_restore", database, "--no-owner", "--no-privileges", "--file=-", file);
        using var restore = PostgresPrograms.Start(
            "psql", database, "--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1", $"--command={DropAll}", "--file=-");
        var said = restore.StandardError.ReadToEndAsync(stop);
        var silenced = restore.StandardOutput.ReadToEndAsync(stop);
        try
        {
            var scriptSaid = script.StandardError.ReadToEndAsync(stop);
            await script.StandardOutput.BaseStream.CopyToAsync(restore.StandardInput.BaseStream, stop);
            await script.WaitForExitAsync(stop);
            await scriptSaid;
            if (script.ExitCode != 0)
            {
                throw new DatabaseException(DatabaseFault.NotABackup, file);
            }
        }
        catch (IOException)
        {
            // psql stopped reading: what it says is below.
            script.Kill();
        }
        catch
        {
            // Its end of file would be a commit of the half that it has.
            restore.Kill();
            script.Kill();
            throw;
        }

        restore.StandardInput.Close();
        await restore.WaitForExitAsync(stop);
        await silenced;
        Expect(restore, await said);
    }

    private static async Task CheckAsync(string file, CancellationToken stop)
    {
        using var list = PostgresPrograms.Start("pg_restore", new(), "--list", file);
        var contents = await list.StandardOutput.ReadToEndAsync(stop);
        await list.WaitForExitAsync(stop);
        if (list.ExitCode != 0 || !contents.Contains(" audit_entries ", StringComparison.Ordinal))
        {
            throw new DatabaseException(DatabaseFault.NotABackup, file);
        }
    }

    private static async Task EndAsync(Process process, CancellationToken stop)
    {
        try
        {
            var said = await process.StandardError.ReadToEndAsync(stop);
            await process.WaitForExitAsync(stop);
            Expect(process, said);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }
    }

    private static void Expect(Process process, string said)
    {
        if (process.ExitCode != 0)
        {
            throw new DatabaseException(DatabaseFault.ProgramFailed, said.Trim());
        }
    }
}
