using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using StaffPool.Application.Access;
using StaffPool.Data.Access;
using StaffPool.Domain.Rules;
using StaffPool.Web.Access;
using StaffPool.Web.Hosting;

namespace StaffPool.Web.Pages.Access;

/// <summary>What a user keeps in order themselves: password, second factor, sessions.</summary>
[EnableRateLimiting(SignInServices.Limit)]
public sealed class AccountModel(UserManager<User> users, UserSessions sessions, WebServiceOptions options) : RefusablePage
{
    [BindProperty]
    public string Current { get; set; } = "";

    [BindProperty]
    public NewPassword New { get; set; } = new();

    public IReadOnlyList<OpenSession> Sessions { get; private set; } = [];

    public OpenIdProvider? Provider => options.OpenId;

    public bool IsLinked { get; private set; }

    protected override async Task<IActionResult?> LoadAsync(CancellationToken stop)
    {
        Sessions = await sessions.ListAsync(Me.Id, stop);
        IsLinked = Provider is not null && (await users.GetLoginsAsync(await UserAsync())).Any(l => l.LoginProvider == Provider.Issuer.OriginalString);
        return null;
    }

    public async Task<IActionResult> OnPostPasswordAsync(CancellationToken stop)
    {
        var user = await UserAsync();
        var problems = new List<Violation>(New.Assess(Me.Email, Me.Name));
        if (Me.HasPassword && !await users.CheckPasswordAsync(user, Current))
        {
            problems.Insert(0, AccessPageTexts.Blocking("account.wrong-password"));
        }

        if (problems.Count > 0)
        {
            return await RefuseAsync(problems, stop);
        }

        if (Me.HasPassword)
        {
            await users.ChangePasswordAsync(user, Current, New.Password);
        }
        else
        {
            await users.AddPasswordAsync(user, New.Password);
        }

        await sessions.EndOthersAsync(Me.Id, Me.SessionId, stop);
        Notice = AccessPageTexts.Of("account.password-kept").ToString();
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostEndAsync(Guid session, CancellationToken stop)
    {
        await sessions.EndAsync(Me.Id, session, stop);
        Notice = AccessPageTexts.Of("sessions.ended").ToString();
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostEndOthersAsync(CancellationToken stop)
    {
        await sessions.EndOthersAsync(Me.Id, Me.SessionId, stop);
        Notice = AccessPageTexts.Of("sessions.ended-others").ToString();
        return RedirectToPage();
    }

    public override string? FieldOf(Violation reason) => reason.Code == "account.wrong-password" ? nameof(Current) : NewPassword.FieldOf(reason);

    private async Task<User> UserAsync() => (await users.FindByIdAsync(Me.Id.ToString()))!;
}
