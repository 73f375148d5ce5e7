using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace StaffPool.Testing.Databases;

/// <summary>The theory runs on SQLite and on PostgreSQL, as every test of data does.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BothProvidersAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([new TheoryDataRow<Provider>(Provider.Sqlite), new TheoryDataRow<Provider>(Provider.Postgres)]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
