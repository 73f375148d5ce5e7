using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace StaffPool.Web.Pages;

/// <summary>What is shown in place of a page that cannot be.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class FailureModel : PageModel
{
    private static readonly int[] Known = [400, 403, 404, 409, 413, 429, 500];

    [BindProperty(SupportsGet = true)]
    public int Status { get; set; }

    public string Key => (Known.Contains(Status) ? Status : Status >= 500 ? 500 : 400).ToString(CultureInfo.InvariantCulture);

    public void OnGet() => Response.StatusCode = Status is >= 400 and < 600 ? Status : 404;

    public void OnPost() => OnGet();
}
