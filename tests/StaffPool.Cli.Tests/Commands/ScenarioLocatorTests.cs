using StaffPool.Cli.Commands;

namespace StaffPool.Cli.Tests.Commands;

public sealed class ScenarioLocatorTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("staffpool-test-").FullName;

    public ScenarioLocatorTests()
    {
        Directory.CreateDirectory(Path.Combine(root, "scenarios", "tiny"));
        Directory.CreateDirectory(Path.Combine(root, "scenarios", "empty"));
        Directory.CreateDirectory(Path.Combine(root, "src", "deep"));
        File.WriteAllText(Path.Combine(root, "scenarios", "tiny", "scenario.yaml"), "");
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Theory]
    [InlineData("tiny")]
    [InlineData("scenarios/tiny")]
    [InlineData("scenarios/tiny/scenario.yaml")]
    public void A_name_a_folder_and_a_file_are_one_scenario(string asked) =>
        new ScenarioLocator(root, "/nowhere").Find(asked).ShouldBe(Path.Combine(root, "scenarios", "tiny", "scenario.yaml"));

    [Fact]
    public void A_name_is_found_from_any_folder_below_and_beside_the_program()
    {
        new ScenarioLocator(Path.Combine(root, "src", "deep"), "/nowhere").Find("tiny").ShouldNotBeNull();
        new ScenarioLocator("/nowhere", Path.Combine(root, "src", "deep")).Find("tiny").ShouldNotBeNull();
    }

    [Fact]
    public void Only_folders_that_hold_a_scenario_are_listed()
    {
        var locator = new ScenarioLocator(root, root);

        locator.KnownNames().ShouldBe(["tiny"]);
        locator.Find("empty").ShouldBeNull();
    }
}
