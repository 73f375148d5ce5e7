using Microsoft.AspNetCore.Mvc;
using StaffPool.Application.Access;

namespace StaffPool.Web.Pages;

/// <summary>The groupings of the user; with one only, straight into it.</summary>
public sealed class IndexModel(MyGroupings groupings) : RefusablePage
{
    public IReadOnlyList<MyGrouping> Groupings { get; private set; } = [];

    protected override async Task<IActionResult?> LoadAsync(CancellationToken stop)
    {
        Groupings = await groupings.ListAsync(stop);
        TempData.Keep();
        return Groupings is [var only] ? Redirect($"/g/{only.Code}") : null;
    }
}
