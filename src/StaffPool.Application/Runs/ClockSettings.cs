namespace StaffPool.Application.Runs;

/// <summary>Numbers that the clock of the service goes by; docs/guide/installation.md says how to change them.</summary>
public sealed record ClockSettings
{
    /// <summary>Days before the end of a campaign on which members who have not confirmed are reminded (StaffPool, a choice).</summary>
    public IReadOnlyList<int> ReminderDays { get; init; } = [14, 7, 1];

    /// <summary>Days before the end of a mandate or of the agreement on which it is told (StaffPool, a choice).</summary>
    public IReadOnlyList<int> ExpiryDays { get; init; } = [90, 30];

    /// <summary>
    /// Days before a period on which professionals know where they work: the fifteen days of the table of service in public
    /// establishments (décret n° 2002-9 du 4 janvier 2002, art. 13), taken for all.
    /// </summary>
    public int RosterDays { get; init; } = 15;

    /// <summary>Days before that last day from which a missing plan is told of (StaffPool, a choice).</summary>
    public int RosterWarningDays { get; init; } = 7;

    /// <summary>Days that sessions which ended, links and invitations which expired are kept (CNIL: no longer than they serve; a choice).</summary>
    public int KeepAccessDays { get; init; } = 180;

    /// <summary>Days that ended runs of the clock, their results and their letters are kept: an exercise and its audit (a choice).</summary>
    public int KeepRunDays { get; init; } = 730;
}
