using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using StaffPool.Application.Timetables;
using StaffPool.Application.UseCases;

namespace StaffPool.Web.Pages.Timetables;

/// <summary>A professional's own half-days, a month at a time and fit to be printed, and the address of their calendar.</summary>
public sealed class MyHalfDaysModel(ListOwnHalfDays list, CreateOwnCalendarFeed create, RevokeOwnCalendarFeed revoke, TimeProvider clock) : GroupingPage
{
    /// <summary>Any day of the month to show.</summary>
    [BindProperty(Name = "mois", SupportsGet = true)]
    public DateOnly? Month { get; set; }

    public DateOnly First { get; private set; }

    public IReadOnlyList<OwnHalfDay> HalfDays { get; private set; } = [];

    public MonthGrid Grid { get; private set; } = null!;

    /// <summary>Shown once, right after it was made.</summary>
    [TempData]
    public string? FeedAddress { get; set; }

    protected override async Task<IActionResult?> LoadAsync(CancellationToken stop)
    {
        var day = Month ?? ParisTime.DayOf(clock.GetUtcNow().UtcDateTime);
        First = new DateOnly(day.Year, day.Month, 1);
        HalfDays = await list.RunAsync(Grouping.Id, new DaysAsked(First, First.AddMonths(1).AddDays(-1)), stop);
        Grid = new MonthGrid(
            $"{TimetablePageTexts.Of("mine.title")}, {TimetablePageTexts.Of("mine.month", First)}", First, TimetablePageTexts.Of("part.Day").ToString(),
            [.. HalfDays.Select(h => new MonthLine(
                h.Day, (int)h.Part, TimetablePageTexts.Of($"part.{h.Part}").ToString(), h.SiteName,
                h.Training is { } training ? TimetablePageTexts.Of("mine.training", training).ToString()
                    : h.IsShortNotice ? TimetablePageTexts.Of("change.short-notice").ToString() : ""))]);
        return null;
    }

    public async Task<IActionResult> OnPostFeedAsync(CancellationToken stop)
    {
        var feed = await create.RunAsync(Grouping.Id, Nothing.More, stop);
        FeedAddress = $"{Request.Scheme}://{Request.Host}{CalendarFeedEndpoint.AddressOf(Grouping.Id, feed.Token)}";
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostRevokeAsync(CancellationToken stop)
    {
        await revoke.RunAsync(Grouping.Id, Nothing.More, stop);
        Notice = TimetablePageTexts.Of("feed.revoked").ToString();
        return RedirectToPage();
    }

    public string AddressOf(DateOnly month) =>
        $"/g/{Grouping.Code}/mes-demi-journees?mois={month.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";
}
