using Microsoft.AspNetCore.Mvc;
using StaffPool.Application.Replacements;

namespace StaffPool.Web.Pages.Replacements;

/// <summary>What known absences will ask of the pool, months ahead.</summary>
public sealed class DemandModel(ReadPoolDemand read, TimeProvider clock) : GroupingPage
{
    private const int UsualMonths = 6;

    /// <summary>Any day of the first month.</summary>
    [BindProperty(Name = "depuis", SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(Name = "mois", SupportsGet = true)]
    public int? Months { get; set; }

    public PoolDemandView Demand { get; private set; } = null!;

    protected override async Task<IActionResult?> LoadAsync(CancellationToken stop)
    {
        From ??= ParisTime.DayOf(clock.GetUtcNow().UtcDateTime);
        Months ??= UsualMonths;
        Demand = await read.RunAsync(Grouping.Id, new PoolDemandAsked(From.Value, Months.Value), stop);
        return null;
    }
}
