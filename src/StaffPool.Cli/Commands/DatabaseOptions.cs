using System.CommandLine;
using StaffPool.Data;
using StaffPool.Data.Providers.Sqlite;

namespace StaffPool.Cli.Commands;

/// <summary>Which database a command works on: <c>--data</c> and <c>--database</c>, or the environment where they are left out.</summary>
internal sealed class DatabaseOptions
{
    private const string DefaultFolder = "data";

    private readonly Option<string?> folder;
    private readonly Option<string?> connection;

    public DatabaseOptions(CliTexts texts)
    {
        folder = ValuedOption.Path(texts, "data");
        connection = ValuedOption.Path(texts, "database");
    }

    public IEnumerable<Option> Options => [folder, connection];

    public DatabasePlace PlaceOf(ParseResult result) => new(
        result.GetValue(folder) ?? Said("STAFFPOOL_DATA") ?? DefaultFolder,
        result.GetValue(connection) ?? Said("STAFFPOOL_DATABASE"));

    private static string? Said(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { } text && text.Trim().Length > 0 ? text : null;
}

/// <param name="Folder">Folder of the service's data.</param>
/// <param name="Postgres">Connection string of PostgreSQL, or null for the SQLite file in the folder.</param>
internal sealed record DatabasePlace(string Folder, string? Postgres)
{
    /// <summary>Whether there is anything to open.</summary>
    public bool Exists => Postgres is not null || File.Exists(Path.Combine(Folder, SqliteDatabase.FileName));

    /// <summary>To be disposed of. A SQLite file that is missing is made, empty.</summary>
    public ServiceDatabase Open() => ServiceDatabase.Open(Folder, Postgres);
}
