using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using StaffPool.Application.Access;
using StaffPool.Web.Access;

namespace StaffPool.Web.Pages.Access;

/// <summary>A one-time link. Opening it asks first: programs that look at mail open links too, and would use it up.</summary>
[AllowAnonymous]
[EnableRateLimiting(SignInServices.Limit)]
public sealed class LinkModel(SignInLinks links, SignIn signIn) : RefusablePage
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    public bool IsValid { get; private set; }

    protected override async Task<IActionResult?> LoadAsync(CancellationToken stop)
    {
        IsValid = await links.IsValidAsync(Token, stop);
        return null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await links.UseAsync(Token, stop) is not { } user)
        {
            return Page();
        }

        return await signIn.BeginAsync(user, "/");
    }
}
