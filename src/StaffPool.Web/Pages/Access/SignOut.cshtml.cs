using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using StaffPool.Web.Access;

namespace StaffPool.Web.Pages.Access;

/// <summary>Ends the session of this browser.</summary>
[AllowAnonymous]
public sealed class SignOutModel(SignIn signIn) : PageModel
{
    public IActionResult OnGet() => Redirect("/");

    public async Task<IActionResult> OnPostAsync()
    {
        await signIn.CloseAsync();
        return Redirect("/connexion");
    }
}
