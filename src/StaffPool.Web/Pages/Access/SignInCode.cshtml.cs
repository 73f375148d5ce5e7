using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using StaffPool.Domain.Rules;
using StaffPool.Web.Access;

namespace StaffPool.Web.Pages.Access;

/// <summary>The second factor of somebody who has proved the first.</summary>
[AllowAnonymous]
[EnableRateLimiting(SignInServices.Limit)]
public sealed class SignInCodeModel(SignIn signIn, SecondFactor factor) : RefusablePage
{
    [BindProperty]
    public string Code { get; set; } = "";

    [BindProperty(Name = "retour", SupportsGet = true)]
    public string? Back { get; set; }

    protected override async Task<IActionResult?> LoadAsync(CancellationToken stop) =>
        await signIn.HalfwayAsync() is null ? Redirect("/connexion") : null;

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await signIn.HalfwayAsync() is not { } user)
        {
            return Redirect("/connexion");
        }

        return await factor.TryAsync(user, Code)
            ? await signIn.FinishAsync(user.Id, Back)
            : await RefuseAsync([AccessPageTexts.Blocking("code.wrong")], stop);
    }

    public override string FieldOf(Violation reason) => nameof(Code);
}
