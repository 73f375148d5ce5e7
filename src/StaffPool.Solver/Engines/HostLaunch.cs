namespace StaffPool.Solver.Engines;

/// <summary>A command line that starts an engine host.</summary>
internal sealed record HostLaunch(string Host, string Program, IReadOnlyList<string> Arguments);
