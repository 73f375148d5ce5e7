using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using StaffPool.Domain.Rules;
using StaffPool.Web.Access;
using StaffPool.Web.Hosting;

namespace StaffPool.Web.Pages.Access;

/// <summary>By address and password, or by another service.</summary>
[AllowAnonymous]
[EnableRateLimiting(SignInServices.Limit)]
public sealed class SignInModel(PasswordCheck check, SignIn signIn, WebServiceOptions options) : RefusablePage
{
    [BindProperty]
    public string Email { get; set; } = "";

    [BindProperty]
    public string Password { get; set; } = "";

    [BindProperty(Name = "retour", SupportsGet = true)]
    public string? Back { get; set; }

    public OpenIdProvider? Provider => options.OpenId;

    /// <summary>Why the other service could not be asked, where it could not.</summary>
    public string? External { get; private set; }

    protected override Task<IActionResult?> LoadAsync(CancellationToken stop)
    {
        External = Request.Query["externe"].Count > 0 && Provider is { } provider
            ? AccessPageTexts.Of("open-id.failed", provider.Name, AccessPageTexts.Of("open-id.unreachable")).ToString()
            : null;
        return Task.FromResult<IActionResult?>(null);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop) => await check.TryAsync(Email.Trim(), Password) is { } user
        ? await signIn.BeginAsync(user.Id, Back)
        : await RefuseAsync([AccessPageTexts.Blocking("sign-in.wrong")], stop);

    public override string FieldOf(Violation reason) => nameof(Email);
}
