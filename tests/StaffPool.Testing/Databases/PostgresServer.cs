using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using StaffPool.Data.Providers.Postgres;

namespace StaffPool.Testing.Databases;

/// <summary>
/// A PostgreSQL of the tests' own: one throw-away cluster per test process, started when the first test asks for it. Its
/// databases belong to a role without privileges, as in production: a superuser would see through row-level security.
/// </summary>
public sealed class PostgresServer : IDisposable
{
    /// <summary>Seconds to start or to stop: a machine that builds at the same time is slow.</summary>
    private const string Patience = "300";

    private static readonly Lazy<PostgresServer> Lazy = new(Start);

    private readonly string folder;
    private readonly string binaries;
    private readonly int port;
    private int databases;
    private int stopped;

    private PostgresServer(string binaries, string folder, int port) => (this.binaries, this.folder, this.port) = (binaries, folder, port);

    /// <exception cref="Exception">PostgreSQL is not installed, or does not start: the test fails.</exception>
    public static PostgresServer Shared => Lazy.Value;

    /// <summary>A new database of the role without privileges.</summary>
    /// <param name="template">Database to copy, or null for an empty one.</param>
    /// <returns>Its connection string.</returns>
    public string NewDatabase(string? template = null)
    {
        var name = $"staffpool_{Interlocked.Increment(ref databases)}";
        Execute($"CREATE DATABASE {name} OWNER staffpool{(template is null ? "" : $" TEMPLATE {template}")}");
        return ConnectionTo(name);
    }

    public string ConnectionTo(string database) =>
        $"Host=127.0.0.1;Port={port};Username=staffpool;Database={database};Maximum Pool Size=60";

    /// <summary>Stops the server at once, as a lost machine would, and starts it again.</summary>
    public void Restart(TimeSpan pause)
    {
        Run("pg_ctl", "-D", Path.Combine(folder, "data"), "-m", "immediate", "-w", "-t", Patience, "stop");
        Thread.Sleep(pause);
        StartServer();
    }

    /// <summary>Stops the server of this process, where a test asked for one.</summary>
    public static void StopShared()
    {
        if (Lazy.IsValueCreated)
        {
            Shared.Dispose();
        }
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref stopped, 1) == 1)
        {
            return;
        }

        Run("pg_ctl", "-D", Path.Combine(folder, "data"), "-m", "immediate", "-w", "-t", Patience, "stop");
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Another one, for a test that stops it.</summary>
    public static PostgresServer Start()
    {
        var server = new PostgresServer(Path.GetDirectoryName(PostgresPrograms.Find("initdb"))!, Directory.CreateTempSubdirectory("staffpool-pg-").FullName, FreePort());
        if (Environment.UserName == "root")
        {
            // PostgreSQL refuses to run as root.
            RunProgram("chown", "postgres", server.folder);
        }

        server.Run("initdb", "-D", Path.Combine(server.folder, "data"), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync");
        server.StartServer();
        server.Execute("CREATE ROLE staffpool LOGIN");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.Dispose();
        return server;
    }

    private void StartServer() => Run(
        "pg_ctl", "-D", Path.Combine(folder, "data"), "-w", "-t", Patience, "-l", Path.Combine(folder, "log"),
        "-o", $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off -c max_connections=300", "start");

    /// <summary>Runs a statement behind the back of every lock, as who holds the server could.</summary>
    /// <param name="sql">One or more statements.</param>
    /// <param name="database">Where.</param>
    /// <returns>The one value that it gives, or null.</returns>
    public object? Execute(string sql, string database = "postgres")
    {
        using var connection = new NpgsqlConnection($"Host=127.0.0.1;Port={port};Username=postgres;Database={database};Pooling=false");
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        return command.ExecuteScalar();
    }

    private void Run(string program, params string[] arguments)
    {
        var path = Path.Combine(binaries, program);
        if (Environment.UserName == "root")
        {
            RunProgram("runuser", ["-u", "postgres", "--", path, .. arguments]);
        }
        else
        {
            RunProgram(path, arguments);
        }
    }

    private static void RunProgram(string program, params string[] arguments)
    {
        // Not redirected: the server inherits the pipes of pg_ctl and would hold them open for ever.
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >/dev/null 2>&1", "sh", program, .. arguments]))!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed with {process.ExitCode}.");
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
