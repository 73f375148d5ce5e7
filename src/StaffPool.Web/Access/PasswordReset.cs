using System.Buffers.Text;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using StaffPool.Application.Access;
using StaffPool.Data.Access;
using StaffPool.Web.Pages.Access;

namespace StaffPool.Web.Access;

/// <summary>A new password for whoever reads the mail of the address.</summary>
public sealed class PasswordReset(IServiceScopeFactory scopes, LaterMail later, IServiceAddress address)
{
    /// <summary>Sends a link where the address is a user's; takes no longer where it is not.</summary>
    public void Offer(string email) => later.Send(async _ =>
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        if (email.Any(char.IsControl) || await users.FindByEmailAsync(email) is not { Email: { } to } user)
        {
            return null;
        }

        var token = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(await users.GeneratePasswordResetTokenAsync(user)));
        return new Letter(
            to,
            user.DisplayName,
            AccessPageTexts.Of("reset.subject").ToString(),
            AccessPageTexts.Of("reset.body", user.DisplayName, address.Of($"/mot-de-passe/{user.Id}/{token}")).ToString());
    });

    /// <summary>The user whom a link is for; null where it has expired, was used or never was.</summary>
    public static async Task<User?> FindAsync(UserManager<User> users, Guid userId, string token) =>
        await users.FindByIdAsync(userId.ToString()) is { } user
        && await users.VerifyUserTokenAsync(
            user, users.Options.Tokens.PasswordResetTokenProvider, UserManager<User>.ResetPasswordTokenPurpose, Decoded(token))
            ? user
            : null;

    public static string Decoded(string token) => Base64Url.IsValid(token) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token)) : "";
}
