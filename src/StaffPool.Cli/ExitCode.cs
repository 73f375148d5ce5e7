namespace StaffPool.Cli;

/// <summary>What the process answers to its caller; listed by <c>--help</c> and in the README.</summary>
internal static class ExitCode
{
    public const int Success = 0;
    public const int Blocked = 1;
    public const int Usage = 2;
    public const int InvalidInput = 3;
    public const int EngineUnavailable = 4;
    public const int CannotWrite = 5;

    /// <summary>EX_SOFTWARE of sysexits.h.</summary>
    public const int Crash = 70;

    /// <summary>128 + SIGINT, as shells expect.</summary>
    public const int Stopped = 130;

    public static IReadOnlyList<int> All { get; } =
        [Success, Blocked, Usage, InvalidInput, EngineUnavailable, CannotWrite, Crash, Stopped];
}
