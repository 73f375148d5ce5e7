using StaffPool.Testing.Databases;

[assembly: AssemblyFixture(typeof(PostgresAtEnd))]
