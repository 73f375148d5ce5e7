using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using StaffPool.Application.UseCases;
using StaffPool.Domain.Rules;
using StaffPool.Web.Access;

namespace StaffPool.Web.Pages;

/// <summary>
/// A page whose work may be refused. It reads what it shows in <see cref="LoadAsync"/>, which serves GET, and works in
/// <c>OnPostAsync</c>, which lets <see cref="RefusedException"/> through and redirects when done. A refused form is shown
/// again, its input kept and every reason at its top.
/// </summary>
public abstract class RefusablePage : PageModel
{
    /// <summary>Why the form was refused; shown by the layout, above everything else.</summary>
    public IReadOnlyList<Violation> Reasons { get; private set; } = [];

    /// <summary>Whether a refused form is shown again: <see cref="LoadAsync"/> leaves what was typed alone.</summary>
    public bool IsRedrawn { get; private set; }

    /// <summary>Said once at the top of the next page that is shown.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>Who is signed in.</summary>
    public Application.Access.SignedInUser Me => HttpContext.RequestServices.GetRequiredService<WebUser>().SignedIn!;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await LoadAsync(stop) ?? Page();

    /// <summary>Reads what the page shows, for GET and for a refused form.</summary>
    /// <returns>Null to show the page, or where to go instead.</returns>
    protected virtual Task<IActionResult?> LoadAsync(CancellationToken stop) => Task.FromResult<IActionResult?>(null);

    /// <summary>Identifier of the field that a reason is about, to link to it; null for none.</summary>
    public virtual string? FieldOf(Violation reason) => null;

    /// <summary>Shows the form again with what the binder could not read.</summary>
    protected Task<IActionResult> RedrawAsync(CancellationToken stop) => RedrawAsync(StatusCodes.Status422UnprocessableEntity, [], stop);

    /// <summary>Shows the form again with reasons of the page itself.</summary>
    protected Task<IActionResult> RefuseAsync(IReadOnlyList<Violation> reasons, CancellationToken stop) =>
        RedrawAsync(StatusCodes.Status422UnprocessableEntity, reasons, stop);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (HttpMethods.IsPost(context.HttpContext.Request.Method) && !ModelState.IsValid)
        {
            context.Result = await RedrawAsync(context.HttpContext.RequestAborted);
            return;
        }

        var executed = await next();
        if (executed.Exception is RefusedException refused && !executed.ExceptionHandled)
        {
            executed.ExceptionHandled = true;
            executed.Result = await AnswerAsync(refused, context.HttpContext.RequestAborted);
        }
    }

    private async Task<IActionResult> AnswerAsync(RefusedException refused, CancellationToken stop) => refused.Refusal switch
    {
        Refusal.NotPermitted => StatusCode(StatusCodes.Status403Forbidden),
        Refusal.NotFound => StatusCode(StatusCodes.Status404NotFound),
        _ when !HttpMethods.IsPost(Request.Method) => StatusCode(StatusCodes.Status409Conflict),
        Refusal.Invalid => await RedrawAsync(StatusCodes.Status422UnprocessableEntity, refused.Reasons, stop),
        _ => await RedrawAsync(StatusCodes.Status409Conflict, refused.Reasons, stop),
    };

    private async Task<IActionResult> RedrawAsync(int status, IReadOnlyList<Violation> reasons, CancellationToken stop)
    {
        (Reasons, IsRedrawn) = (reasons, true);
        try
        {
            if (await LoadAsync(stop) is { } elsewhere)
            {
                return elsewhere;
            }
        }
        catch (RefusedException refused)
        {
            // What the form was about is gone, or no longer the user's.
            return StatusCode(refused.Refusal == Refusal.NotPermitted ? StatusCodes.Status403Forbidden : StatusCodes.Status404NotFound);
        }

        var page = Page();
        page.StatusCode = status;
        return page;
    }
}
