using StaffPool.Application.Scenarios;
using StaffPool.Application.UseCases;
using StaffPool.Documents.Scenarios.Rows;
using StaffPool.Domain.Geography;
using StaffPool.Testing;
using StaffPool.Testing.Databases;

namespace StaffPool.Application.Tests.Scenarios;

/// <summary>A scenario of the repository, imported into a database of its own, worked on by the operator.</summary>
internal sealed class ImportedGrouping : IAsyncDisposable
{
    private readonly TestDatabase test;

    private ImportedGrouping(TestDatabase test, Guid id) => (this.test, Id, Work) = (test, id, new(test.Database, new Operator("essai"), TimeProvider.System));

    public static ScenarioFormat Format { get; } = new(CommuneDirectory.France);

    public static GroupingLoader Loader { get; } = new(Format);

    public Guid Id { get; }

    public Work Work { get; }

    /// <summary>The same, on a day that the test chooses.</summary>
    public Work WorkAt(TimeProvider clock) => new(test.Database, new Operator("essai"), clock);

    public static async Task<ImportedGrouping> OfAsync(string scenario, Provider provider)
    {
        var made = await TestDatabase.NewAsync(provider);
        var file = await File.ReadAllBytesAsync(Path.Combine(Repository.Scenarios, scenario, "scenario.yaml"), TestContext.Current.CancellationToken);
        var id = await new GroupingImport(made.Database, Format, TimeProvider.System)
            .AddAsync(file, scenario, "essai", TestContext.Current.CancellationToken);
        return new ImportedGrouping(made, id);
    }

    public ValueTask DisposeAsync() => test.DisposeAsync();
}
