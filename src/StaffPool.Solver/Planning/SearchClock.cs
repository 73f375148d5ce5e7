using StaffPool.Domain.Planning;

namespace StaffPool.Solver.Planning;

/// <summary>
/// Shares out the time of a run: each piece may use its part of what is left, by its size, and what the easy pieces
/// leave goes to the hard ones.
/// </summary>
internal sealed class SearchClock
{
    private const double Overbooking = 1.25;

    private readonly TimeProvider time;
    private readonly TimeSpan limit;
    private readonly int hosts;
    private readonly long start;
    private long sizeLeft;

    public SearchClock(TimeProvider time, TimeSpan limit, int hosts)
    {
        this.time = time;
        this.limit = limit;
        this.hosts = hosts;
        start = time.GetTimestamp();
    }

    public TimeSpan Elapsed => time.GetElapsedTime(start);

    public TimeSpan Left => limit > Elapsed ? limit - Elapsed : TimeSpan.Zero;

    /// <summary>Tells the size of all there is to do, once it is known, in any unit.</summary>
    public void Plan(long size) => sizeLeft = size;

    /// <summary>
    /// Time for a piece that starts now, given that as many run side by side as there are hosts. Generous: most pieces
    /// end long before, and what they leave must not be lost on the one that does not.
    /// </summary>
    public TimeSpan ForPiece(long size)
    {
        var part = Overbooking * size * hosts / Math.Max(1, Interlocked.Read(ref sizeLeft));
        return part >= 1 ? Left : Left * part;
    }

    public void PieceDone(long size) => Interlocked.Add(ref sizeLeft, -size);

    /// <summary>
    /// What the time that a piece of the allocation takes follows best: a small one needs more for each cell, for there the
    /// engine has its word.
    /// </summary>
    public static long SizeOf(AllocationProblem piece)
    {
        long cells = 1 + piece.Reach.Cells.Count + piece.Grouping.Needs.Count;
        return Math.Min(4 * cells, cells + 12_000);
    }
}
