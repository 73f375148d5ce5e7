using StaffPool.Documents.Scenarios;
using StaffPool.Domain.Geography;
using StaffPool.Testing;

namespace StaffPool.Cli.Tests.Operations;

public sealed class ImportCommandTests : IDisposable
{
    private static readonly UseCases Reading = NoUseCases.Any with { ReadScenario = path => ScenarioReader.Read(path, CommuneDirectory.France) };

    private readonly string folder = Directory.CreateTempSubdirectory("staffpool-test-").FullName;
    private readonly FakeTerminal terminal = new(width: 200);

    public void Dispose()
    {
        terminal.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_grouping_is_added_once_with_a_link_for_its_administrator()
    {
        (await ImportAsync()).ShouldBe(ExitCode.Success);
        terminal.Output.ShouldMatch(@"Groupement «\strois-residences\s» ajouté");
        terminal.Output.ShouldMatch(@"Lien de connexion de a@exemple\.fr .*\s: /lien/\S+");

        (await ImportAsync()).ShouldBe(ExitCode.InvalidInput);
        terminal.Messages.ShouldContain("existe déjà");
    }

    private Task<int> ImportAsync() => new Tool(Reading, terminal.Terminal, TimeProvider.System).RunAsync(
        ["import", Path.Combine(Repository.Scenarios, "trois-residences"), "--admin", "a@exemple.fr", "--data", folder]);
}
