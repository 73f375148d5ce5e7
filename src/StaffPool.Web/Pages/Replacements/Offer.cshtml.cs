using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using StaffPool.Application.Replacements;
using StaffPool.Application.UseCases;
using StaffPool.Web.Access;
using StaffPool.Web.Replacements;

namespace StaffPool.Web.Pages.Replacements;

/// <summary>Where the link of an offer leads, on a telephone and without signing in: looking answers nothing, the buttons do.</summary>
[AllowAnonymous]
[EnableRateLimiting(SignInServices.Limit)]
public sealed class OfferModel(OfferDesk desk) : RefusablePage
{
    [BindProperty(SupportsGet = true)]
    public Guid GroupingId { get; set; }

    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    /// <summary>Null where there is no such link.</summary>
    public OfferedMission? Offer { get; private set; }

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

    public async Task<IActionResult> OnPostAcceptAsync(CancellationToken stop)
    {
        var offer = await desk.ReadAsync(GroupingId, Token, stop);
        await desk.AcceptAsync(GroupingId, offer.Name, Token, stop);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostDeclineAsync(CancellationToken stop)
    {
        var offer = await desk.ReadAsync(GroupingId, Token, stop);
        await desk.DeclineAsync(GroupingId, offer.Name, Token, stop);
        return RedirectToPage();
    }
}
