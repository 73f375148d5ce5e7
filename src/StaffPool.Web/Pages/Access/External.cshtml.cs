using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using StaffPool.Application.Access;
using StaffPool.Web.Access;

namespace StaffPool.Web.Pages.Access;

/// <summary>Sends the browser to the provider of identity.</summary>
[AllowAnonymous]
public sealed class ExternalModel(IServiceProvider services, IDataProtectionProvider protection, IServiceAddress address) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string? retour, string? invitation, CancellationToken stop)
    {
        if (services.GetService<OpenIdClient>() is not { } client)
        {
            return NotFound();
        }

        var asked = OpenIdRequest.New(retour, invitation);
        try
        {
            var there = await client.AddressAsync(asked, address.Of(ExternalReturnModel.Path), stop);
            asked.Keep(HttpContext, protection);
            return Redirect(there);
        }
        catch (OpenIdException failure)
        {
            return RedirectToPage("/Access/SignIn", new { externe = failure.Key });
        }
    }
}
