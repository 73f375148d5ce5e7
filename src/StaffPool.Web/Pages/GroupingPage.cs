using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;
using StaffPool.Application.Access;

namespace StaffPool.Web.Pages;

/// <summary>
/// A page of one grouping, at <c>/g/{code}/…</c>. To add one: <c>Pages/&lt;Module&gt;/Name.cshtml</c> with
/// <c>@page "/g/{code}/path"</c>, a model that inherits from this and takes its use cases in its constructor, and a line in
/// <see cref="Navigation"/>. <see cref="Grouping"/> is there before any handler runs; a grouping that the user is not in
/// does not exist for them (404).
/// </summary>
/// <remarks>
/// <code>
/// public sealed class DistancesModel(ReadDistances read, KeepDistances keep) : GroupingPage
/// {
///     protected override async Task&lt;IActionResult?&gt; LoadAsync(CancellationToken stop)
///     {
///         View = await read.RunAsync(Grouping.Id, Nothing.More, stop);
///         if (!IsRedrawn) { Input = Of(View); }
///         return null;
///     }
///
///     public async Task&lt;IActionResult&gt; OnPostAsync(CancellationToken stop)
///     {
///         await keep.RunAsync(Grouping.Id, Input.ToRequest(), stop);
///         Notice = …;
///         return RedirectToPage();
///     }
/// }
/// </code>
/// </remarks>
public abstract class GroupingPage : RefusablePage
{
    /// <summary>The grouping of the address, and what the user is in it.</summary>
    public MyGrouping Grouping { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var code = RouteData.Values["code"] as string;
        var mine = await HttpContext.RequestServices.GetRequiredService<MyGroupings>().ListAsync(HttpContext.RequestAborted);
        if (mine.FirstOrDefault(g => g.Code == code) is not { } grouping)
        {
            context.Result = NotFound();
            return;
        }

        Grouping = grouping;
        ViewData["Grouping"] = grouping;
        await base.OnPageHandlerExecutionAsync(context, next);
    }
}
