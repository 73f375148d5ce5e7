using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using StaffPool.Domain.Rules;
using StaffPool.Web.Access;

namespace StaffPool.Web.Pages.Access;

[AllowAnonymous]
[EnableRateLimiting(SignInServices.Limit)]
public sealed class SignInModel(PasswordCheck check, SignIn signIn) : RefusablePage
{
    [BindProperty]
    public string Email { get; set; } = "";

    [BindProperty]
    public string Password { get; set; } = "";

    [BindProperty(Name = "retour", SupportsGet = true)]
    public string? Back { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop) => await check.TryAsync(Email.Trim(), Password) is { } user
        ? await signIn.BeginAsync(user.Id, Back)
        : await RefuseAsync([AccessPageTexts.Blocking("sign-in.wrong")], stop);

    public override string FieldOf(Violation reason) => nameof(Email);
}
