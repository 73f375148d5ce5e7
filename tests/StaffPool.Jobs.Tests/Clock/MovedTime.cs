namespace StaffPool.Jobs.Tests.Clock;

/// <summary>The clock of the machine, moved to another day; it goes on at its pace.</summary>
internal sealed class MovedTime(DateTimeOffset start) : TimeProvider
{
    private TimeSpan offset = start - System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + offset;

    public void Move(TimeSpan by) => offset += by;
}
