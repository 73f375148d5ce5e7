using Microsoft.AspNetCore.Mvc;
using StaffPool.Application.Replacements;
using StaffPool.Application.UseCases;
using StaffPool.Data.Replacements;

namespace StaffPool.Web.Pages.Replacements;

/// <summary>One mission order, on screen and on paper, and its report.</summary>
public sealed class MissionModel(ReadMission read, ReportMission report, TimeProvider clock) : GroupingPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public ReportInput Input { get; set; } = new();

    public MissionView Mission { get; private set; } = null!;

    public bool MayReport => Grouping.Has([.. Work.RolesOf(typeof(ReportMission))])
        && Mission.Duties[0].Day <= ParisTime.DayOf(clock.GetUtcNow().UtcDateTime);

    protected override async Task<IActionResult?> LoadAsync(CancellationToken stop)
    {
        Mission = await read.RunAsync(Grouping.Id, new MissionAsked(Id), stop);
        if (!IsRedrawn)
        {
            (Input.Version, Input.Outcome) = (Mission.Version, Mission.Outcome ?? MissionOutcome.AsPlanned);
            (Input.Hours, Input.Kilometres) = (Mission.WorkedHours ?? Mission.PlannedHours, Mission.Kilometres ?? Mission.PlannedKilometres);
        }

        return null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        await report.RunAsync(Grouping.Id, new MissionReport(Id, Input.Version, Input.Hours, Input.Kilometres, Input.Outcome), stop);
        Notice = ReplacementPageTexts.Of("mission.reported").ToString();
        return RedirectToPage();
    }

    public sealed class ReportInput
    {
        public int Version { get; set; }

        public decimal Hours { get; set; }

        public decimal Kilometres { get; set; }

        public MissionOutcome Outcome { get; set; }
    }
}
