namespace StaffPool.Testing.Databases;

/// <summary>
/// Stops PostgreSQL when the tests of an assembly are over. At the exit of the process it would be late: the runner takes
/// one that lingers for one that crashed.
/// </summary>
public sealed class PostgresAtEnd : IDisposable
{
    public void Dispose() => PostgresServer.StopShared();
}
