using Microsoft.AspNetCore.Identity;
using StaffPool.Data.Access;

namespace StaffPool.Web.Access;

/// <summary>Tries an address and a password, and gives nothing away: unknown, wrong and locked take the same time and look the same.</summary>
public sealed class PasswordCheck(UserManager<User> users, IPasswordHasher<User> hasher)
{
    private static readonly User Nobody = new() { DisplayName = "" };
    private static string? hashOfNobody;

    /// <returns>The user; null where one of the two is wrong, or too many were tried.</returns>
    public async Task<User?> TryAsync(string email, string password)
    {
        if (email.Any(char.IsControl) || await users.FindByEmailAsync(email) is not { PasswordHash: not null } user)
        {
            hasher.VerifyHashedPassword(Nobody, hashOfNobody ??= hasher.HashPassword(Nobody, "nobody"), password);
            return null;
        }

        var isRight = await users.CheckPasswordAsync(user, password);
        if (await users.IsLockedOutAsync(user))
        {
            return null;
        }

        if (!isRight)
        {
            await users.AccessFailedAsync(user);
            return null;
        }

        await users.ResetAccessFailedCountAsync(user);
        return user;
    }
}
