using Microsoft.AspNetCore.Mvc;
using StaffPool.Application.Replacements;

namespace StaffPool.Web.Pages.Replacements;

/// <summary>What an absence leaves open, and for one of its sites who can replace, with the reason for everybody who cannot.</summary>
public sealed class CandidatesModel(ReadAbsenceEffect readEffect, ReadReplacementCandidates read) : GroupingPage
{
    [BindProperty(Name = "absence", SupportsGet = true)]
    public Guid? AbsenceId { get; set; }

    [BindProperty(Name = "site", SupportsGet = true)]
    public Guid? SiteId { get; set; }

    public AbsenceEffectView? Effect { get; private set; }

    /// <summary>Null until a site is chosen, and where nothing is dated there.</summary>
    public CandidatesView? Candidates { get; private set; }

    protected override async Task<IActionResult?> LoadAsync(CancellationToken stop)
    {
        if (AbsenceId is not { } absence)
        {
            return RedirectToPage("Absences");
        }

        Effect = await readEffect.RunAsync(Grouping.Id, new AbsenceAsked(absence), stop);
        var open = Effect.Sites.Where(s => s.Lost.Count > 0).ToList();
        SiteId ??= open.Count > 0 ? open[0].SiteId : null;
        if (SiteId is { } site && open.Any(s => s.SiteId == site))
        {
            Candidates = await read.RunAsync(Grouping.Id, new CandidatesAsked(site, absence, [], [], IsSeconded: false), stop);
        }

        return null;
    }
}
