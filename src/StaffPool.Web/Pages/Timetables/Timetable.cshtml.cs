using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using StaffPool.Application.Timetables;
using StaffPool.Data.Access;
using StaffPool.Data.Timetables;
using StaffPool.Domain.Calendar;

namespace StaffPool.Web.Pages.Timetables;

/// <summary>One timetable, a week at a time, by professional and by site; half-days are moved by hand and the whole is published.</summary>
public sealed class TimetableModel(ReadTimetable read, ReviseTimetableCell revise, PublishTimetable publish) : GroupingPage
{
    [BindProperty(Name = "id", SupportsGet = true)]
    public Guid TimetableId { get; set; }

    /// <summary>Any day of the week to show.</summary>
    [BindProperty(Name = "jour", SupportsGet = true)]
    public DateOnly? Day { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public CellInput Input { get; set; } = new();

    [BindProperty]
    public string LateReason { get; set; } = "";

    public TimetableView View { get; private set; } = null!;

    public bool MayEdit => Grouping.Has(Role.Administrator, Role.Coordinator) && View.Status != TimetableStatus.Replaced;

    public bool MayPublish => MayEdit && View.Status == TimetableStatus.Draft;

    public DateOnly? Before => View.First > View.PeriodStart ? View.First.AddDays(-7) : null;

    public DateOnly? After => View.First.AddDays(7) <= View.PeriodEnd ? View.First.AddDays(7) : null;

    protected override async Task<IActionResult?> LoadAsync(CancellationToken stop)
    {
        View = await read.RunAsync(Grouping.Id, new TimetableWeek(TimetableId, Day), stop);
        if (!IsRedrawn)
        {
            Version = View.Version;
            Input = new CellInput { Day = View.WorkedDays.Count > 0 ? View.WorkedDays[0] : View.First };
        }

        return null;
    }

    public async Task<IActionResult> OnPostMoveAsync(CancellationToken stop)
    {
        var revised = await revise.RunAsync(
            Grouping.Id,
            new TimetableCellRevision(TimetableId, Version, Input.ProfessionalId, Input.Day, Input.Half, Input.SiteId, Input.Justification),
            stop);
        Notice = TimetablePageTexts.Of(revised.IsShortNotice ? "moved.short-notice" : "moved").ToString();
        return Redirect(AddressOf(Input.Day));
    }

    public async Task<IActionResult> OnPostPublishAsync(CancellationToken stop)
    {
        var published = await publish.RunAsync(Grouping.Id, new TimetablePublication(TimetableId, Version, LateReason), stop);
        Notice = TimetablePageTexts.Of(published.Kept == 0 ? "published" : "published.kept", published.Booked, published.Kept).ToString();
        return Redirect(AddressOf(Day));
    }

    public string AddressOf(DateOnly? day) => day is { } shown
        ? $"/g/{Grouping.Code}/emplois-du-temps/{TimetableId}?jour={shown.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}"
        : $"/g/{Grouping.Code}/emplois-du-temps/{TimetableId}";

    /// <summary>Who is on a site at a time, in the week shown.</summary>
    public IEnumerable<string> PresentAt(Guid siteId, DateOnly day, HalfDay half) =>
        from person in View.People
        from cell in person.Cells
        where cell.SiteId == siteId && cell.Day == day && cell.Half == half
        select person.Name;

    public sealed class CellInput
    {
        public Guid ProfessionalId { get; set; }

        public DateOnly Day { get; set; }

        public HalfDay Half { get; set; }

        public Guid? SiteId { get; set; }

        public string Justification { get; set; } = "";
    }
}
