namespace StaffPool.Cli.Hosting.Bench;

/// <summary>One who reads and saves the declaration of a member, again and again.</summary>
internal interface IBenchClient : IDisposable
{
    /// <summary>The first answer that was neither what it should be nor a refusal.</summary>
    string? Failure { get; }

    /// <summary>Makes itself known, by a link that signs in once.</summary>
    Task SignInAsync(string link, CancellationToken stop);

    Task<AnswerKind> ReadAsync(CancellationToken stop);

    Task<AnswerKind> WriteAsync(CancellationToken stop);

    /// <summary>Whether what was last acknowledged is there.</summary>
    Task<AnswerKind> CheckAsync(CancellationToken stop);
}
