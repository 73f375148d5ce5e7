namespace StaffPool.Solver.Engines;

/// <summary>No engine host can be started: a missing installation, not a failed solve.</summary>
public sealed class EngineUnavailableException(string reason, string whatToDo, Exception? inner = null)
    : Exception($"{reason} {whatToDo}", inner)
{
    public string Reason { get; } = reason;

    public string WhatToDo { get; } = whatToDo;
}
