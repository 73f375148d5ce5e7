using Microsoft.AspNetCore.Mvc;
using StaffPool.Application.Rosters;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Rosters;

namespace StaffPool.Web.Pages.Rosters;

/// <summary>Whose turn it is, day by day; those who make it give turns and publish it.</summary>
public sealed class RotaModel(ReadRota read, GiveTurn give, PublishRota publish, RequestRota request, ListZones zones) : GroupingPage
{
    private const int SecondsAgain = 30;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public RotaView View { get; private set; } = null!;

    /// <summary>Who can be given a turn; empty for those who do not make it.</summary>
    public IReadOnlyList<ZonePerson> People { get; private set; } = [];

    public bool MayChange => Grouping.Has(Role.Administrator, Role.Coordinator);

    public bool MayGive => MayChange && View.Status != RotaStatus.Replaced;

    protected override async Task<IActionResult?> LoadAsync(CancellationToken stop)
    {
        View = await read.RunAsync(Grouping.Id, Id, stop);
        People = MayChange ? (await zones.RunAsync(Grouping.Id, Nothing.More, stop)).Where(z => z.Id == View.ZoneId).SelectMany(z => z.People).ToList() : [];
        return null;
    }

    public async Task<IActionResult> OnPostGiveAsync(Guid turnId, int version, Guid? professionalId, CancellationToken stop)
    {
        await give.RunAsync(Grouping.Id, new TurnGiven(turnId, version, professionalId), stop);
        Notice = RotaPageTexts.Of("given").ToString();
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostPublishAsync(int version, CancellationToken stop)
    {
        await publish.RunAsync(Grouping.Id, new RotaPublication(Id, version), stop);
        Notice = RotaPageTexts.Of("published").ToString();
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostAgainAsync(CancellationToken stop)
    {
        var rota = await read.RunAsync(Grouping.Id, Id, stop);
        var run = await request.RunAsync(Grouping.Id, new RotaAsked(rota.ZoneId, rota.FirstDay, rota.LastDay, SecondsAgain, Id), stop);
        return Redirect($"/g/{Grouping.Code}/calculs/{run}");
    }
}
