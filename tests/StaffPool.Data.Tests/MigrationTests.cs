using Microsoft.EntityFrameworkCore;
using StaffPool.Testing.Databases;

namespace StaffPool.Data.Tests;

public sealed class MigrationTests
{
    [Theory]
    [BothProviders]
    public async Task The_migrations_make_the_model(Provider provider)
    {
        await using var test = await TestDatabase.NewAsync(provider);
        await using var db = test.Database.NewContext();

        db.Database.HasPendingModelChanges().ShouldBeFalse();
    }

    [Theory]
    [BothProviders]
    public async Task A_migrated_database_is_left_as_it_is(Provider provider)
    {
        await using var test = await TestDatabase.NewAsync(provider);

        (await test.Database.MigrateAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }
}
