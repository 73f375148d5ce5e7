using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using StaffPool.Application.Access;
using StaffPool.Data.Access;
using StaffPool.Domain.Rules;
using StaffPool.Web.Access;

namespace StaffPool.Web.Pages.Access;

/// <summary>Turning the second factor on and off, and its recovery codes.</summary>
[EnableRateLimiting(SignInServices.Limit)]
public sealed class SecondFactorModel(
    UserManager<User> users, SecondFactor factor, SignIn signIn, UserSessions sessions, MyGroupings groupings) : RefusablePage
{
    [BindProperty]
    public string Code { get; set; } = "";

    /// <summary>Whether a grouping of the user asks for it.</summary>
    public bool IsRequired { get; private set; }

    /// <summary>Null where it is on.</summary>
    public Enrolment? Enrolment { get; private set; }

    /// <summary>New recovery codes, shown this once.</summary>
    public IReadOnlyList<string>? Codes { get; private set; }

    protected override async Task<IActionResult?> LoadAsync(CancellationToken stop)
    {
        IsRequired = (await groupings.ListAsync(stop)).Any(g => g.RequiresSecondFactor);
        Enrolment = Me.HasSecondFactor ? null : await factor.BeginAsync(await UserAsync());
        return null;
    }

    public async Task<IActionResult> OnPostEnableAsync(CancellationToken stop)
    {
        if (Me.HasSecondFactor)
        {
            return RedirectToPage();
        }

        if (await factor.EnableAsync(await UserAsync(), Code) is not { } codes)
        {
            return await RefuseAsync([AccessPageTexts.Blocking("factor.wrong")], stop);
        }

        await signIn.RaiseAsync();
        await sessions.EndOthersAsync(Me.Id, Me.SessionId, stop);
        Codes = codes;
        return Page();
    }

    public async Task<IActionResult> OnPostNewCodesAsync(CancellationToken stop)
    {
        if (!await factor.TryAsync(await UserAsync(), Code))
        {
            return await RefuseAsync([AccessPageTexts.Blocking("code.wrong")], stop);
        }

        Codes = await factor.NewCodesAsync(await UserAsync());
        return Page();
    }

    public async Task<IActionResult> OnPostDisableAsync(CancellationToken stop)
    {
        if (!await factor.TryAsync(await UserAsync(), Code))
        {
            return await RefuseAsync([AccessPageTexts.Blocking("code.wrong")], stop);
        }

        await factor.DisableAsync(await UserAsync());
        Notice = AccessPageTexts.Of("factor.disabled").ToString();
        return RedirectToPage("/Access/Account");
    }

    public override string FieldOf(Violation reason) => nameof(Code);

    private async Task<User> UserAsync() => (await users.FindByIdAsync(Me.Id.ToString()))!;
}
