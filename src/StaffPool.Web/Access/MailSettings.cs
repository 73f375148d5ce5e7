namespace StaffPool.Web.Access;

/// <summary>A server of mail.</summary>
/// <param name="Host">Its name.</param>
/// <param name="Port">25, 587…</param>
/// <param name="From">Address that letters come from.</param>
/// <param name="User">Name to sign in with, or null.</param>
/// <param name="Password">Its password, or null.</param>
/// <param name="IsEncrypted">Whether STARTTLS is demanded.</param>
public sealed record MailSettings(string Host, int Port, string From, string? User, string? Password, bool IsEncrypted)
{
    private const int Submission = 587;

    /// <param name="text"><c>smtp://user:password@host:587?from=staffpool@example.org</c>; <c>smtps://</c> demands STARTTLS.</param>
    /// <returns>Null where it cannot be read.</returns>
    public static MailSettings? Of(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("smtp" or "smtps") || uri.Host.Length == 0)
        {
            return null;
        }

        var login = uri.UserInfo.Split(':', 2);
        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(uri.Query);
        var from = query.TryGetValue("from", out var said) ? said.ToString() : Uri.UnescapeDataString(login[0]);
        return from.Contains('@', StringComparison.Ordinal)
            ? new MailSettings(
                uri.Host,
                uri.Port > 0 ? uri.Port : Submission,
                from,
                login[0].Length > 0 ? Uri.UnescapeDataString(login[0]) : null,
                login.Length > 1 ? Uri.UnescapeDataString(login[1]) : null,
                uri.Scheme == "smtps")
            : null;
    }
}
