using Microsoft.AspNetCore.Mvc;
using StaffPool.Application.Planning;
using StaffPool.Application.Timetables;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;

namespace StaffPool.Web.Pages.Timetables;

/// <summary>The timetables of the grouping and the way to a new one.</summary>
public sealed class TimetablesModel(ListTimetables timetables, ListPlans plans, RequestTimetable request) : GroupingPage
{
    [BindProperty]
    public Guid PlanId { get; set; }

    [BindProperty]
    public int CycleWeeks { get; set; } = 2;

    [BindProperty]
    public int Seconds { get; set; } = 60;

    public IReadOnlyList<TimetableLine> Timetables { get; private set; } = [];

    public IReadOnlyList<PlanLine> Plans { get; private set; } = [];

    public bool MayAsk => Grouping.Has(Role.Administrator, Role.Coordinator);

    protected override async Task<IActionResult?> LoadAsync(CancellationToken stop)
    {
        Timetables = await timetables.RunAsync(Grouping.Id, Nothing.More, stop);
        Plans = MayAsk ? await plans.RunAsync(Grouping.Id, Nothing.More, stop) : [];
        return null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var run = await request.RunAsync(Grouping.Id, new TimetableAsked(PlanId, CycleWeeks, Seconds), stop);
        return Redirect($"/g/{Grouping.Code}/calculs/{run}");
    }
}
