using Microsoft.AspNetCore.Mvc;
using StaffPool.Application.Replacements;

namespace StaffPool.Web.Pages.Replacements;

/// <summary>Several absences covered together: a proposal, to be offered place by place.</summary>
public sealed class CoverModel(ReadCoverProposal read, TimeProvider clock) : GroupingPage
{
    private const int DaysAhead = 13;

    [BindProperty(Name = "du", SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(Name = "au", SupportsGet = true)]
    public DateOnly? To { get; set; }

    public CoverProposalView Proposal { get; private set; } = null!;

    protected override async Task<IActionResult?> LoadAsync(CancellationToken stop)
    {
        From ??= ParisTime.DayOf(clock.GetUtcNow().UtcDateTime);
        To ??= From.Value.AddDays(DaysAhead);
        Proposal = await read.RunAsync(Grouping.Id, new AbsencesBetween(From.Value, To.Value), stop);
        return null;
    }
}
