namespace StaffPool.Cli.Hosting.Bench;

/// <summary>The measurement cannot be made: a sentence of the command line says why.</summary>
internal sealed class ServiceBenchException(string key, params object?[] arguments) : Exception(key)
{
    public string Key { get; } = key;

    public IReadOnlyList<object?> Arguments { get; } = arguments;
}
