namespace StaffPool.Application.Replacements;

/// <summary>Sends text messages, by whatever the grouping has: docs/guide/sms.md.</summary>
public interface ISms
{
    /// <summary>Whether there is a way; without one, nobody is reached by telephone.</summary>
    bool IsConfigured { get; }

    /// <returns>Whether it was taken.</returns>
    Task<bool> SendAsync(ShortMessage message, CancellationToken stop);
}

/// <param name="To">Telephone number, as the person wrote it.</param>
/// <param name="Text">A few lines, a link among them.</param>
public sealed record ShortMessage(string To, string Text);
