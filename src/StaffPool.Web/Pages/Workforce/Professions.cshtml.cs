using Microsoft.AspNetCore.Mvc;
using StaffPool.Application.UseCases;
using StaffPool.Application.Workforce;
using StaffPool.Data.Access;

namespace StaffPool.Web.Pages.Workforce;

/// <summary>The professions that members can ask for.</summary>
public sealed class ProfessionsModel(ListProfessions list, AddProfession add, ReviseProfession revise) : GroupingPage
{
    /// <summary>Profession that is changed; null for a new one.</summary>
    [BindProperty(Name = "profession", SupportsGet = true)]
    public Guid? ChangedId { get; set; }

    [BindProperty]
    public ProfessionInput Input { get; set; } = new();

    public IReadOnlyList<ProfessionView> Professions { get; private set; } = [];

    public bool MayChange => Grouping.Has(Role.Administrator);

    protected override async Task<IActionResult?> LoadAsync(CancellationToken stop)
    {
        Professions = await list.RunAsync(Grouping.Id, Nothing.More, stop);
        if (ChangedId is { } id && !IsRedrawn)
        {
            if (Professions.FirstOrDefault(p => p.Id == id) is not { } profession)
            {
                return NotFound();
            }

            Input = new ProfessionInput { Version = profession.Version, Name = profession.Name, Service = profession.Service };
        }

        return null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var profession = new ProfessionDescription(Input.Name ?? "", Input.Service);
        if (ChangedId is { } id)
        {
            await revise.RunAsync(Grouping.Id, new ProfessionRevision(id, Input.Version, profession), stop);
        }
        else
        {
            await add.RunAsync(Grouping.Id, profession, stop);
        }

        Notice = WorkforcePageTexts.Of("saved", profession.Name.Trim()).ToString();
        return RedirectToPage(new { profession = (Guid?)null });
    }

    public sealed class ProfessionInput
    {
        public int Version { get; set; }

        public string? Name { get; set; }

        public string? Service { get; set; }
    }
}
