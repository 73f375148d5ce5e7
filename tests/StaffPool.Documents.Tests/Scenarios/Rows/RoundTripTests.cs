using StaffPool.Documents.Scenarios.Rows;
using StaffPool.Domain.Geography;
using StaffPool.Testing;

namespace StaffPool.Documents.Tests.Scenarios.Rows;

public sealed class RoundTripTests
{
    private static readonly ScenarioFormat Format = new(CommuneDirectory.France);

    public static TheoryData<string> Scenarios { get; } =
        [.. Directory.GetDirectories(Repository.Scenarios).Where(f => File.Exists(Path.Combine(f, "scenario.yaml"))).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task Rows_of_a_file_say_what_the_file_says(string name)
    {
        var rows = Format.ToRows(File.ReadAllBytes(ScenarioFiles.PathOf(name)), name);

        await Format.Read(rows).ShouldSayAsync(ScenarioFiles.Load(name));
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void A_file_made_from_rows_gives_the_same_file_again(string name)
    {
        var file = Format.ToFile(Format.ToRows(File.ReadAllBytes(ScenarioFiles.PathOf(name)), name));

        Format.ToFile(Format.ToRows(file, name)).ShouldBe(file);
    }

    [Fact]
    public void Every_scenario_is_tried() => Scenarios.Count.ShouldBe(20);
}
