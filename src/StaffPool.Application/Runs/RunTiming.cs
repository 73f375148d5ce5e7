namespace StaffPool.Application.Runs;

/// <summary>How long workers wait for one another, and how often they try.</summary>
public sealed record RunTiming
{
    /// <summary>Between two signs of life.</summary>
    public TimeSpan Beat { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Without a sign of life for so long, a worker is taken for dead. Fifteen signs: one that was only slow loses its work,
    /// never its data.
    /// </summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Between two looks at the rows for what no queue brings any more.</summary>
    public TimeSpan Round { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Between two steps of the open offers: <c>AdvanceOffers</c>.</summary>
    public TimeSpan OfferRound { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Before the first, the second… new attempt after a fault that may pass, such as a database that is away. A run that
    /// fails, or loses its worker, once more than that has failed.
    /// </summary>
    public IReadOnlyList<TimeSpan> RetryDelays { get; init; } = [TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30)];

    /// <summary>The same for letters that a server of mail did not take: one that is down is mended within a day.</summary>
    public IReadOnlyList<TimeSpan> MailDelays { get; init; } =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1), TimeSpan.FromHours(6), TimeSpan.FromHours(17)];

    public int MostFailures => RetryDelays.Count + 1;
}
