using System.Diagnostics;
using System.Globalization;
using Npgsql;
using StaffPool.Data.Operations;

namespace StaffPool.Data.Providers.Postgres;

/// <summary>The programs that come with PostgreSQL, and how they are told which database without a word on the command line.</summary>
public static class PostgresPrograms
{
    /// <summary>Full path of a program: the newest under /usr/lib/postgresql, then the PATH.</summary>
    /// <exception cref="DatabaseException">It is not installed.</exception>
    public static string Find(string program) =>
        (Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql") : [])
            .OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var version) ? version : 0)
            .Select(folder => Path.Combine(folder, "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists)
        ?? throw new DatabaseException(DatabaseFault.ProgramMissing, program);

    /// <summary>Starts a program on a database. All rows are shown to it: row-level security would silently hide them.</summary>
    internal static Process Start(string program, NpgsqlConnectionStringBuilder database, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Find(program), arguments)
        {
            UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        (string Name, string? Value)[] variables =
        [
            ("PGHOST", database.Host), ("PGPORT", FormattableString.Invariant($"{database.Port}")), ("PGDATABASE", database.Database ?? database.Username),
            ("PGUSER", database.Username), ("PGPASSWORD", database.Password), ("PGPASSFILE", database.Passfile), ("PGSSLMODE", SslModeOf(database.SslMode)),
            ("PGSSLROOTCERT", database.RootCertificate), ("PGOPTIONS", "-c staffpool.grouping=* -c client_min_messages=warning"), ("PGCLIENTENCODING", "UTF8"),
        ];
        foreach (var (name, value) in variables.Where(v => v.Value is not null))
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    // libpq writes them with a dash.
    private static string SslModeOf(SslMode mode) => mode switch
    {
        SslMode.VerifyCA => "verify-ca",
        SslMode.VerifyFull => "verify-full",
        _ => mode.ToString().ToLowerInvariant(),
    };
}
