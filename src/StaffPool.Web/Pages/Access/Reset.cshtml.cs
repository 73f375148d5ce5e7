using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using StaffPool.Application.Access;
using StaffPool.Data.Access;
using StaffPool.Domain.Rules;
using StaffPool.Web.Access;

namespace StaffPool.Web.Pages.Access;

/// <summary>A new password, by the link of a letter. It ends every session of the user.</summary>
[AllowAnonymous]
[EnableRateLimiting(SignInServices.Limit)]
public sealed class ResetModel(UserManager<User> users, UserSessions sessions) : RefusablePage
{
    [BindProperty(SupportsGet = true)]
    public Guid UserId { get; set; }

    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    [BindProperty]
    public NewPassword New { get; set; } = new();

    /// <summary>Null where the link no longer works.</summary>
    public string? Email { get; private set; }

    protected override async Task<IActionResult?> LoadAsync(CancellationToken stop)
    {
        Email = (await PasswordReset.FindAsync(users, UserId, Token))?.Email;
        return null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await PasswordReset.FindAsync(users, UserId, Token) is not { } user)
        {
            return Page();
        }

        if (New.Assess(user.Email ?? "", user.DisplayName) is { Count: > 0 } problems)
        {
            return await RefuseAsync(problems, stop);
        }

        var done = await users.ResetPasswordAsync(user, PasswordReset.Decoded(Token), New.Password);
        if (!done.Succeeded)
        {
            return Page();
        }

        await users.SetLockoutEndDateAsync(user, null);
        await users.ResetAccessFailedCountAsync(user);
        await sessions.EndOthersAsync(user.Id, null, stop);
        Notice = AccessPageTexts.Of("reset.done").ToString();
        return Redirect("/connexion");
    }

    public override string? FieldOf(Violation reason) => NewPassword.FieldOf(reason);
}
