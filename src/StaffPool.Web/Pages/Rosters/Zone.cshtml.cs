using Microsoft.AspNetCore.Mvc;
using StaffPool.Application.Members;
using StaffPool.Application.Rosters;
using StaffPool.Application.UseCases;
using StaffPool.Application.Workforce;
using StaffPool.Data.Access;
using StaffPool.Data.Rosters;
using StaffPool.Domain.Calendar;

namespace StaffPool.Web.Pages.Rosters;

/// <summary>One zone: its rotas, the calls that it received, and what it is.</summary>
public sealed class ZoneModel(
    ListZones list, ReviseZone revise, RemoveZone remove, RequestRota request, RecordZoneCall record, RemoveZoneCall removeCall, ListZoneCalls calls,
    ListSites sites, ListProfessionals staff, TimeProvider clock) : GroupingPage
{
    private const int MonthsOfCalls = 3;
    private const int MonthsOfRota = 6;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(Name = "du", SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(Name = "au", SupportsGet = true)]
    public DateOnly? To { get; set; }

    [BindProperty]
    public ZoneInput Input { get; set; } = new();

    [BindProperty]
    public CallInput Call { get; set; } = new();

    public ZoneView View { get; private set; } = null!;

    public ZoneCallsView Calls { get; private set; } = new([], []);

    public ZoneForm? Form { get; private set; }

    public DateOnly Today => ParisTime.DayOf(clock.GetUtcNow().UtcDateTime);

    /// <summary>Of the next rota: from the first of next month, for half a year.</summary>
    public Period Next => new(new DateOnly(Today.Year, Today.Month, 1).AddMonths(1), new DateOnly(Today.Year, Today.Month, 1).AddMonths(MonthsOfRota + 1).AddDays(-1));

    public bool MayChange => Grouping.Has(Role.Administrator, Role.Coordinator);

    public bool MayRecord => MayChange || Grouping.Has(Role.Professional);

    /// <summary>Whose calls the user may note.</summary>
    public IEnumerable<ZonePerson> People => MayChange
        ? View.People
        : View.People.Where(p => Grouping.Grants.Any(g => g.ProfessionalId == p.Id));

    protected override async Task<IActionResult?> LoadAsync(CancellationToken stop)
    {
        if ((await list.RunAsync(Grouping.Id, Nothing.More, stop)).FirstOrDefault(z => z.Id == Id) is not { } zone)
        {
            return NotFound();
        }

        View = zone;
        From ??= Today.AddMonths(-MonthsOfCalls);
        To ??= Today;
        Calls = await calls.RunAsync(Grouping.Id, new ZoneCallsBetween(Id, From.Value, To.Value), stop);
        if (!IsRedrawn || Input.Name is null)
        {
            Input = ZoneInput.Of(zone);
        }

        if (!IsRedrawn)
        {
            Call.Day = Today;
        }

        Form = MayChange
            ? new ZoneForm(Input, await sites.RunAsync(Grouping.Id, Nothing.More, stop), (await staff.RunAsync(Grouping.Id, Nothing.More, stop)).Professionals)
            : null;
        return null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        await revise.RunAsync(Grouping.Id, new ZoneRevision(Id, Input.Version, Input.ToDescription()), stop);
        return Said("saved");
    }

    public async Task<IActionResult> OnPostRemoveAsync(int version, CancellationToken stop)
    {
        await remove.RunAsync(Grouping.Id, new Removal(Id, version), stop);
        Notice = RotaPageTexts.Of("removed").ToString();
        return Redirect($"/g/{Grouping.Code}/astreintes");
    }

    public async Task<IActionResult> OnPostComputeAsync(DateOnly firstDay, DateOnly lastDay, int seconds, Guid? fromRotaId, CancellationToken stop)
    {
        var run = await request.RunAsync(Grouping.Id, new RotaAsked(Id, firstDay, lastDay, seconds, fromRotaId), stop);
        return Redirect($"/g/{Grouping.Code}/calculs/{run}");
    }

    public async Task<IActionResult> OnPostCallAsync(CancellationToken stop)
    {
        await record.RunAsync(
            Grouping.Id,
            new ZoneCall(Id, Call.SiteId, Call.ProfessionalId, Call.Day, Call.Time, Call.Outcome, Call.Minutes, Call.TravelMinutes, Call.Avoided),
            stop);
        return Said("call.saved");
    }

    public async Task<IActionResult> OnPostRemoveCallAsync(Guid callId, int version, CancellationToken stop)
    {
        await removeCall.RunAsync(Grouping.Id, new Removal(callId, version), stop);
        return Said("call.removed");
    }

    private RedirectResult Said(string key)
    {
        Notice = RotaPageTexts.Of(key).ToString();
        return Redirect($"/g/{Grouping.Code}/astreintes/{Id}");
    }

    public sealed class CallInput
    {
        public Guid SiteId { get; set; }

        public Guid ProfessionalId { get; set; }

        public DateOnly Day { get; set; }

        public TimeOnly Time { get; set; }

        public ZoneCallOutcome Outcome { get; set; }

        public int Minutes { get; set; }

        public int TravelMinutes { get; set; }

        public bool Avoided { get; set; }
    }
}
