namespace StaffPool.Solver.Planning;

/// <summary>
/// Shares out the time of a run: each piece may use its part of what is left, and what the easy pieces leave goes to
/// the hard ones.
/// </summary>
internal sealed class SearchClock(TimeProvider time, TimeSpan limit, int pieces, int hosts)
{
    private readonly long start = time.GetTimestamp();
    private int piecesLeft = pieces;

    public TimeSpan Elapsed => time.GetElapsedTime(start);

    public TimeSpan Left => limit > Elapsed ? limit - Elapsed : TimeSpan.Zero;

    /// <summary>Time for a piece that starts now, given that as many run side by side as there are hosts.</summary>
    public TimeSpan ForPiece()
    {
        var rounds = (double)Math.Max(1, Volatile.Read(ref piecesLeft)) / hosts;
        return rounds <= 1 ? Left : Left / rounds;
    }

    public void PieceDone() => Interlocked.Decrement(ref piecesLeft);
}
