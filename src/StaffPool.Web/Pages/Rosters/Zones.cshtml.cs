using Microsoft.AspNetCore.Mvc;
using StaffPool.Application.Members;
using StaffPool.Application.Rosters;
using StaffPool.Application.UseCases;
using StaffPool.Application.Workforce;
using StaffPool.Data.Access;

namespace StaffPool.Web.Pages.Rosters;

/// <summary>The zones that share nights or somebody on call.</summary>
public sealed class ZonesModel(ListZones list, AddZone add, ListSites sites, ListProfessionals staff) : GroupingPage
{
    [BindProperty]
    public ZoneInput Input { get; set; } = new();

    public IReadOnlyList<ZoneView> Zones { get; private set; } = [];

    public ZoneForm? Form { get; private set; }

    public bool MayChange => Grouping.Has(Role.Administrator, Role.Coordinator);

    protected override async Task<IActionResult?> LoadAsync(CancellationToken stop)
    {
        Zones = await list.RunAsync(Grouping.Id, Nothing.More, stop);
        if (!IsRedrawn)
        {
            Input = ZoneInput.New();
        }

        Form = MayChange
            ? new ZoneForm(Input, await sites.RunAsync(Grouping.Id, Nothing.More, stop), (await staff.RunAsync(Grouping.Id, Nothing.More, stop)).Professionals)
            : null;
        return null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var added = await add.RunAsync(Grouping.Id, Input.ToDescription(), stop);
        Notice = RotaPageTexts.Of("saved").ToString();
        return Redirect($"/g/{Grouping.Code}/astreintes/{added.Id}");
    }
}
