using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using StaffPool.Application.Access;
using StaffPool.Application.UseCases;
using StaffPool.Domain.Texts;
using StaffPool.Web.Access;

namespace StaffPool.Web.Pages.Access;

/// <summary>Where the provider of identity sends the browser back.</summary>
[AllowAnonymous]
[EnableRateLimiting(SignInServices.Limit)]
public sealed class ExternalReturnModel(
    IServiceProvider services, IDataProtectionProvider protection, IServiceAddress address, ExternalSignIn external, SignIn signIn, WebUser user) : PageModel
{
    public const string Path = "/connexion/retour";

    public Text? Failure { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? code, string? state, CancellationToken stop)
    {
        if (services.GetService<OpenIdClient>() is not { } client)
        {
            return NotFound();
        }

        var provider = client.Provider;
        if (OpenIdRequest.Take(HttpContext, protection, state) is not { } asked)
        {
            return Fail(AccessPageTexts.Of("open-id.failed", provider.Name, AccessPageTexts.Of("open-id.stale")));
        }

        try
        {
            // Without a code, the provider refused or the user changed their mind.
            var identity = await client.IdentifyAsync(asked, code ?? throw new OpenIdException("open-id.refused"), address.Of(Path), stop);
            if (await external.FindAsync(provider, identity, user.SignedIn, InvitationOf(asked), stop) is not { } found)
            {
                return Fail(AccessPageTexts.Of(user.SignedIn is null ? "open-id.unknown" : "open-id.other", provider.Name));
            }

            return user.SignedIn is null ? await signIn.BeginAsync(found, asked.Back, provider.IsStrong) : Redirect("/compte");
        }
        catch (OpenIdException failure)
        {
            return Fail(AccessPageTexts.Of("open-id.failed", provider.Name, AccessPageTexts.Of(failure.Key)));
        }
        catch (RefusedException refused)
        {
            return Fail(refused.Reasons[0].Message);
        }
    }

    private static (Guid GroupingId, string Token)? InvitationOf(OpenIdRequest asked) =>
        asked.Invitation?.Split('/') is [var grouping, var token] && Guid.TryParse(grouping, out var id) ? (id, token) : null;

    private PageResult Fail(Text reason)
    {
        Failure = reason;
        Response.StatusCode = StatusCodes.Status403Forbidden;
        return Page();
    }
}
