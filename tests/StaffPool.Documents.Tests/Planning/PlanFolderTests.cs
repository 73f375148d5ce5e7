using System.Globalization;
using StaffPool.Documents.Planning;
using StaffPool.Testing;

namespace StaffPool.Documents.Tests.Planning;

public sealed class PlanFolderTests : IDisposable
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    private readonly string folder = Directory.CreateTempSubdirectory("staffpool-test-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Four_files_are_written_and_nothing_else()
    {
        var written = PlanFolder.Write(Path.Combine(folder, "new", "deep"), TinyPlan.Planned, French);

        written.Select(Path.GetFileName).ShouldBe(["plan.json", "affectations.csv", "besoins.csv", "plan.html"]);
        Directory.GetFiles(Path.Combine(folder, "new", "deep")).Length.ShouldBe(4);
    }

    [Fact]
    public void A_former_plan_is_replaced()
    {
        File.WriteAllText(Path.Combine(folder, "plan.json"), "old");

        PlanFolder.Write(folder, TinyPlan.Planned, French);

        File.ReadAllText(Path.Combine(folder, "plan.json")).ShouldStartWith("{");
    }

    [Fact]
    public void When_the_disk_is_full_the_former_files_stay_whole()
    {
        File.WriteAllText(Path.Combine(folder, "first"), "old");

        var thrown = Should.Throw<PlanNotWrittenException>(() => PlanFolder.Write(
            folder,
            [
                ("first", stream => stream.WriteByte(1)),
                ("second", _ => throw new IOException("No space left on device")),
            ]));

        thrown.Reason.ShouldBe("No space left on device");
        Directory.GetFiles(folder).ShouldHaveSingleItem();
        File.ReadAllText(Path.Combine(folder, "first")).ShouldBe("old");
    }

    [Fact]
    public void A_file_where_the_folder_should_be_is_said()
    {
        var path = Path.Combine(folder, "file");
        File.WriteAllText(path, "");

        Should.Throw<PlanNotWrittenException>(() => PlanFolder.Write(path, TinyPlan.Planned, French)).Folder.ShouldBe(path);
    }
}
