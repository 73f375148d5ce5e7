using Microsoft.EntityFrameworkCore;
using StaffPool.Data;
using StaffPool.Data.Access;
using StaffPool.Application.Planning;
using StaffPool.Data.Planning;
using StaffPool.Testing.Databases;

namespace StaffPool.Cli.Tests.Operations;

/// <summary>The whole life of a database from the terminal: made, saved, put back, checked.</summary>
public sealed class DatabaseCommandsTests : IDisposable
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    private readonly string folder = Directory.CreateTempSubdirectory("staffpool-test-").FullName;
    private readonly FakeTerminal terminal = new(width: 200);

    private string Backup => Path.Combine(folder, "sauvegarde");

    public void Dispose()
    {
        terminal.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [BothProviders]
    public async Task A_database_is_made_saved_put_back_and_checked(Provider provider)
    {
        await using var test = TestDatabase.Empty(provider);
        string[] place = test.Postgres is { } connection ? ["--database", connection] : ["--data", test.Folder];

        (await Run(["migrate", .. place])).ShouldBe(ExitCode.Success);
        await using var db = test.Database.NewContext();
        terminal.Output.ShouldContain($"{db.Database.GetMigrations().Count()} migrations appliquées");
        var head = await BookAsync(test.Database);
        (await Run(["migrate", .. place])).ShouldBe(ExitCode.Success);
        terminal.Output.ShouldContain("Rien à faire");
        (await Run(["backup", Backup, .. place])).ShouldBe(ExitCode.Success);
        terminal.Output.ShouldContain("Base sauvegardée");
        (await Run(["backup", Backup, .. place])).ShouldBe(ExitCode.CannotWrite);
        terminal.Messages.ShouldContain("existe déjà");
        (await Run(["restore", Backup, .. place])).ShouldBe(ExitCode.CannotWrite);
        terminal.Messages.ShouldContain("--force");
        (await Run(["restore", Backup, "--force", .. place])).ShouldBe(ExitCode.Success);
        (await Run(["verify", .. place])).ShouldBe(ExitCode.Success);
        terminal.Output.ShouldContain("La base est saine.");
        terminal.Output.ShouldMatch(@"bookings\s+│\s+1 ");
        (await Run(["audit", "verify", "--expect", head, .. place])).ShouldBe(ExitCode.Success);
        terminal.Output.ShouldContain("  1 entrée");
        terminal.Output.ShouldContain(head);
        (await Run(["audit", "verify", "--expect", new string('a', 64), "--lang", "en", .. place])).ShouldBe(ExitCode.Blocked);
        terminal.Output.ShouldContain("BREACH: no log holds the noted head");
    }

    [Theory]
    [InlineData("backup")]
    [InlineData("verify")]
    [InlineData("audit")]
    public async Task A_folder_without_a_database_is_left_without_one(string command)
    {
        string[] line = command switch { "backup" => ["backup", Backup], "audit" => ["audit", "verify"], _ => [command] };

        (await Run([.. line, "--data", folder])).ShouldBe(ExitCode.InvalidInput);

        terminal.Messages.ShouldContain("Il n’y a pas encore de base ici");
        Directory.GetFileSystemEntries(folder).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_told_without_the_password()
    {
        (await Run(["verify", "--database", "Host=127.0.0.1;Port=1;Username=x;Password=s3cret;Database=y"])).ShouldBe(ExitCode.EngineUnavailable);
        (await Run(["migrate", "--database", "Hoste=;Password=s3cret"])).ShouldBe(ExitCode.Usage);

        terminal.Messages.ShouldContain("La base ne répond pas");
        terminal.Messages.ShouldContain("chaîne de connexion");
        terminal.Messages.ShouldNotContain("s3cret");
    }

    [Fact]
    public async Task A_database_of_an_older_version_is_not_sound_and_says_what_to_do()
    {
        await using var test = TestDatabase.Empty(Provider.Sqlite);
        await test.Database.MigrateAsync(Stop);
        await using (var db = test.Database.NewContext())
        {
            await Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlRawAsync(
                db.Database, "DELETE FROM __EFMigrationsHistory WHERE MigrationId LIKE '%AppendOnlyAudit'", Stop);
        }

        (await Run(["verify", "--data", test.Folder])).ShouldBe(ExitCode.Blocked);

        terminal.Output.ShouldContain("1 version de retard");
    }

    private async Task<int> Run(string[] arguments) => await new Tool(NoUseCases.Any, terminal.Terminal, TimeProvider.System).RunAsync(arguments);

    /// <returns>The head of the log.</returns>
    private static async Task<string> BookAsync(ServiceDatabase database)
    {
        var sample = await SampleGrouping.AddAsync(database);
        await new BookHalfDay(sample.As(Role.Coordinator)).RunAsync(
            sample.Id, new(sample.Professional.Id, new DateOnly(2027, 1, 1), DayPart.Morning, sample.SiteA.Id), Stop);
        return (await Data.Audit.AuditCheck.RunAsync(database, [], Stop)).Chains.Single().Head;
    }
}
