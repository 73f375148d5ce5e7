using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using StaffPool.Application.Timetables;
using StaffPool.Domain.Timetables;

namespace StaffPool.Web.Pages.Timetables;

/// <summary>A month of a timetable on a sheet of A4, for one professional or one site.</summary>
public sealed class TimetableMonthModel(ReadTimetable read) : GroupingPage
{
    [BindProperty(Name = "id", SupportsGet = true)]
    public Guid TimetableId { get; set; }

    /// <summary>Any day of the month to show.</summary>
    [BindProperty(Name = "jour", SupportsGet = true)]
    public DateOnly? Day { get; set; }

    /// <summary>A professional or a site; null for the first professional.</summary>
    [BindProperty(Name = "de", SupportsGet = true)]
    public Guid? ShownId { get; set; }

    public TimetableView View { get; private set; } = null!;

    /// <summary>Whose month it is, in words.</summary>
    public string Of { get; private set; } = "";

    public DateOnly First { get; private set; }

    public MonthGrid Grid { get; private set; } = null!;

    protected override async Task<IActionResult?> LoadAsync(CancellationToken stop)
    {
        View = await read.RunAsync(Grouping.Id, new TimetableWeek(TimetableId, Day, WholeMonth: true), stop);
        First = View.First;
        var site = View.Sites.FirstOrDefault(s => s.Id == ShownId);
        var person = View.People.FirstOrDefault(p => p.ProfessionalId == ShownId) ?? (View.People.Count > 0 ? View.People[0] : null);
        ShownId = site?.Id ?? person?.ProfessionalId;
        Of = site?.Name ?? person?.Name ?? Grouping.Name;
        Grid = new MonthGrid(
            TimetablePageTexts.Of("sheet.title", Of, First).ToString(), First, TimetablePageTexts.Of("part.Day").ToString(),
            site is not null ? PresentAt(site.Id) : person is not null ? LinesOf(person) : []);
        return null;
    }

    public string AddressOf(DateOnly month) => string.Create(
        CultureInfo.InvariantCulture, $"/g/{Grouping.Code}/emplois-du-temps/{TimetableId}/mois?jour={month:yyyy-MM-dd}&de={ShownId}");

    private static List<MonthLine> LinesOf(PersonWeek person) =>
    [
        .. from cell in person.Cells
           where cell.SiteName is not null || cell.Obstacle is not null
           select new MonthLine(
               cell.Day, (int)cell.Half, TimetableTexts.Of(cell.Half).ToString(), cell.SiteName ?? "",
               cell.SiteName is not null && !cell.IsInCycle ? TimetablePageTexts.Of("off-cycle").ToString()
                   : cell.Obstacle is { } obstacle ? TimetableTexts.Of(obstacle).ToString() : ""),
    ];

    private List<MonthLine> PresentAt(Guid siteId) =>
    [
        .. from person in View.People
           from cell in person.Cells
           where cell.SiteId == siteId
           group person.Name by (cell.Day, cell.Half) into half
           select new MonthLine(half.Key.Day, (int)half.Key.Half, TimetableTexts.Of(half.Key.Half).ToString(), string.Join(", ", half.Order(StringComparer.CurrentCulture)), ""),
    ];
}
