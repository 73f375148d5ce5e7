using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace StaffPool.Application.Webhooks;

/// <summary>
/// Proves to a receiver that it is we who call, and when: HMAC-SHA256 over identifier, moment and body, as the
/// specification of Standard Webhooks says (standardwebhooks.com).
/// </summary>
public static class WebhookSignature
{
    private const string Mark = "whsec_";
    private const int Bytes = 32;

    public static string NewSecret() => Mark + Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes));

    /// <param name="secret">As it was shown when the webhook was made.</param>
    /// <param name="id">Of the delivery.</param>
    /// <param name="at">When it is sent.</param>
    /// <param name="body">What is sent.</param>
    /// <returns>Value of the header <c>webhook-signature</c>.</returns>
    public static string Of(string secret, Guid id, DateTimeOffset at, string body)
    {
        var signed = string.Create(CultureInfo.InvariantCulture, $"{id}.{at.ToUnixTimeSeconds()}.{body}");
        return "v1," + Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret[Mark.Length..]), Encoding.UTF8.GetBytes(signed)));
    }
}
