using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using StaffPool.Application.Access;
using StaffPool.Application.UseCases;
using StaffPool.Domain.Rules;
using StaffPool.Web.Access;
using StaffPool.Web.Hosting;

namespace StaffPool.Web.Pages.Access;

/// <summary>Where an invitation leads: a new user chooses a password, one who is signed in accepts.</summary>
[AllowAnonymous]
[EnableRateLimiting(SignInServices.Limit)]
public sealed class InvitationModel(InvitationDesk desk, SignIn signIn, WebUser user, WebServiceOptions options) : RefusablePage
{
    [BindProperty(SupportsGet = true)]
    public Guid GroupingId { get; set; }

    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    [BindProperty]
    public NewPassword New { get; set; } = new();

    /// <summary>Null where the link no longer works.</summary>
    public OfferedRole? Offer { get; private set; }

    public SignedInUser? Visitor => user.SignedIn;

    public OpenIdProvider? Provider => options.OpenId;

    protected override async Task<IActionResult?> LoadAsync(CancellationToken stop)
    {
        try
        {
            Offer = await desk.ReadAsync(GroupingId, Token, stop);
        }
        catch (RefusedException)
        {
            Offer = null;
        }

        return null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var offer = await desk.ReadAsync(GroupingId, Token, stop);
        if (New.Assess(offer.Email, offer.Name) is { Count: > 0 } problems)
        {
            return await RefuseAsync(problems, stop);
        }

        var accepted = await desk.AcceptAsync(GroupingId, offer.Name, new AcceptedInvitation(Token, null, New.Password), stop);
        return await signIn.BeginAsync(accepted, $"/g/{offer.GroupingCode}");
    }

    public async Task<IActionResult> OnPostJoinAsync(CancellationToken stop)
    {
        if (Visitor is not { } me)
        {
            return Challenge();
        }

        var offer = await desk.ReadAsync(GroupingId, Token, stop);
        await desk.AcceptAsync(GroupingId, me.Name, new AcceptedInvitation(Token, me.Id, null), stop);
        return Redirect($"/g/{offer.GroupingCode}");
    }

    public override string? FieldOf(Violation reason) => NewPassword.FieldOf(reason);
}
