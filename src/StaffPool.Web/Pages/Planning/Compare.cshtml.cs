using Microsoft.AspNetCore.Mvc;
using StaffPool.Application.Planning;

namespace StaffPool.Web.Pages.Planning;

/// <summary>What changes from one plan to another, and for whom.</summary>
public sealed class CompareModel(ComparePlans compare) : GroupingPage
{
    [BindProperty(Name = "avant", SupportsGet = true)]
    public Guid Before { get; set; }

    [BindProperty(Name = "apres", SupportsGet = true)]
    public Guid After { get; set; }

    public StoredComparison View { get; private set; } = null!;

    protected override async Task<IActionResult?> LoadAsync(CancellationToken stop)
    {
        View = await compare.RunAsync(Grouping.Id, new TwoPlans(Before, After), stop);
        return null;
    }
}
