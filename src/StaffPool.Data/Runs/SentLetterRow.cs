namespace StaffPool.Data.Runs;

/// <summary>A letter that the clock sent: a run that is taken over does not send it twice.</summary>
public sealed class SentLetterRow : GroupingOwned
{
    /// <summary>Run, and to whom.</summary>
    public required string Key { get; set; }

    /// <summary>UTC.</summary>
    public DateTime SentAt { get; set; }
}
