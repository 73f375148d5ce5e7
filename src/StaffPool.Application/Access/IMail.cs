namespace StaffPool.Application.Access;

/// <summary>Sends letters to users.</summary>
public interface IMail
{
    /// <returns>Whether a server of mail took it; false where it was only put down, for want of a server.</returns>
    /// <exception cref="UseCases.RefusedException">The server did not take it.</exception>
    Task<bool> SendAsync(Letter letter, CancellationToken stop);
}

/// <param name="To">Address.</param>
/// <param name="Name">Of the person.</param>
/// <param name="Subject">One line.</param>
/// <param name="Body">Plain text.</param>
public sealed record Letter(string To, string Name, string Subject, string Body);

/// <summary>Where users find the service: for links in letters.</summary>
public interface IServiceAddress
{
    /// <param name="path">From the root, beginning with a slash.</param>
    Uri Of(string path);
}
