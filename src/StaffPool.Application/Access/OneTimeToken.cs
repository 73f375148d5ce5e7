using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace StaffPool.Application.Access;

/// <summary>The secret of a link. It is shown once and never kept: the database has its hash.</summary>
/// <param name="Token">256 random bits, in the letters of an address.</param>
/// <param name="Hash">SHA-256 of the token, in lower-case hexadecimal.</param>
public sealed record OneTimeToken(string Token, string Hash)
{
    public static OneTimeToken New()
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        return new OneTimeToken(token, HashOf(token));
    }

    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
