using System.Reflection;
using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Audit;
using StaffPool.Testing.Databases;

namespace StaffPool.Data.Tests;

/// <summary>On every aggregate: of two changes made from one version, the second is refused and told who made the first.</summary>
public sealed class VersionTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Theory]
    [BothProviders]
    public async Task A_change_from_an_older_version_is_refused_in_every_table(Provider provider)
    {
        await using var test = await TestDatabase.NewAsync(provider);
        var sample = await EveryTable.AddAsync(test.Database);
        // What the log does not tell of is no aggregate that two people change.
        var tables = (await VersionedAsync(test.Database)).Where(t => !t.IsDefined(typeof(NotInAuditAttribute))).ToList();

        tables.Count.ShouldBeGreaterThan(25);
        foreach (var table in tables)
        {
            await ChangeAsync(sample, Role.Administrator, table, version: 1);
            var refused = await Should.ThrowAsync<RefusedException>(() => ChangeAsync(sample, Role.MemberRepresentative, table, version: 1), table.Name);

            refused.Refusal.ShouldBe(Refusal.OutOfDate, table.Name);
            refused.Reasons.ShouldHaveSingleItem().Message.ToString().ShouldContain("Essai Administrator", customMessage: table.Name);
        }
    }

    [Theory]
    [BothProviders]
    public async Task The_database_refuses_it_where_nobody_looked_at_the_version(Provider provider)
    {
        await using var test = await TestDatabase.NewAsync(provider);
        var sample = await EveryTable.AddAsync(test.Database);

        foreach (var table in await VersionedAsync(test.Database))
        {
            await using var first = await LoadedAsync(test.Database, sample.Id, table);
            await using var second = await LoadedAsync(test.Database, sample.Id, table);
            await SaveAsync(first);

            await Should.ThrowAsync<DbUpdateConcurrencyException>(() => SaveAsync(second), table.Name);
        }
    }

    private static Task ChangeAsync(SampleGrouping sample, Role role, Type table, int version) => EveryTable.WriteAsync(sample, role, scope =>
    {
        var row = RowOf(scope.Db, table);
        scope.Expect(row, version);
        scope.Db.Entry(row).State = EntityState.Modified;
    });

    private static async Task<StaffPoolContext> LoadedAsync(ServiceDatabase database, Guid grouping, Type table)
    {
        var db = database.NewContext();
        db.GroupingId = grouping;
        await using var transaction = await db.BeginAsync(new Sight(), writes: false, Stop);
        RowOf(db, table);
        return db;
    }

    private static async Task SaveAsync(StaffPoolContext db)
    {
        var entry = db.ChangeTracker.Entries().Single();
        entry.State = EntityState.Modified;
        ((IVersioned)entry.Entity).Version++;
        await using var transaction = await db.BeginAsync(new Sight(), writes: true, Stop);
        await db.SaveChangesAsync(Stop);
        await transaction.CommitAsync(Stop);
    }

    private static async Task<IReadOnlyList<Type>> VersionedAsync(ServiceDatabase database)
    {
        await using var db = database.NewContext();
        return [.. db.Model.GetEntityTypes().Select(t => t.ClrType).Where(t => typeof(IVersioned).IsAssignableFrom(t))];
    }

    private static IVersioned RowOf(StaffPoolContext db, Type table) =>
        (IVersioned)typeof(VersionTests).GetMethod(nameof(FirstOf), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(table).Invoke(null, [db])!;

    private static T FirstOf<T>(StaffPoolContext db)
        where T : class, IVersioned => db.Set<T>().OrderBy(r => r.Id).First();
}
