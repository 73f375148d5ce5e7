using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using StaffPool.Web.Access;

namespace StaffPool.Web.Pages.Access;

/// <summary>Sends a link to choose a new password, and says the same whether the address is known or not.</summary>
[AllowAnonymous]
[EnableRateLimiting(SignInServices.Limit)]
public sealed class ForgottenModel(PasswordReset reset) : RefusablePage
{
    [BindProperty]
    public string Email { get; set; } = "";

    public bool IsSent { get; private set; }

    public IActionResult OnPost()
    {
        reset.Offer(Email.Trim());
        IsSent = true;
        return Page();
    }
}
