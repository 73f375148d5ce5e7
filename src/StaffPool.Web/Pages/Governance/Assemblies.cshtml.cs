using Microsoft.AspNetCore.Mvc;
using StaffPool.Application.Governance;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Domain.Governance.Assemblies;

namespace StaffPool.Web.Pages.Governance;

/// <summary>The assemblies, and the notice of the next one.</summary>
public sealed class AssembliesModel(ListAssemblies list, ConveneAssembly convene, TimeProvider clock) : GroupingPage
{
    private const int SpareItems = 4;

    // R.312-194-19 CASF by default: 15 days; the rule itself has the last word.
    private const int UsualDelay = 16;

    [BindProperty]
    public NoticeInput Input { get; set; } = new();

    public IReadOnlyList<AssemblyLine> Assemblies { get; private set; } = [];

    public bool MayConvene => Grouping.Has(Role.Administrator);

    protected override async Task<IActionResult?> LoadAsync(CancellationToken stop)
    {
        Assemblies = await list.RunAsync(Grouping.Id, Nothing.More, stop);
        if (!IsRedrawn)
        {
            var today = ParisTime.DayOf(clock.GetUtcNow().UtcDateTime);
            (Input.ConvenedOn, Input.Day) = (today, today.AddDays(UsualDelay));
        }

        while (Input.Agenda.Count < SpareItems)
        {
            Input.Agenda.Add(new ItemInput());
        }

        return null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var id = await convene.RunAsync(Grouping.Id, Input.ToConvocation(), stop);
        Notice = GovernancePageTexts.Of("assembly.convened").ToString();
        return Redirect($"/g/{Grouping.Code}/assemblees/{id}");
    }

    public sealed class NoticeInput
    {
        public string? Title { get; set; }

        public DateOnly ConvenedOn { get; set; }

        public TimeOnly ConvenedAt { get; set; } = new(9, 0);

        public DateOnly Day { get; set; }

        public TimeOnly OpensAt { get; set; } = new(14, 0);

        public string? Place { get; set; }

        public bool IsUrgent { get; set; }

        public DateOnly? FirstSitting { get; set; }

        public List<ItemInput> Agenda { get; set; } = [];

        public Convocation ToConvocation() => new(
            Title, ConvenedOn, ConvenedAt, Day, OpensAt, Place ?? "", IsUrgent, FirstSitting,
            [.. Agenda.Where(i => !i.IsEmpty).Select(i => new ConvenedItem(i.Matter, i.Title ?? "", i.Wording ?? ""))]);
    }

    public sealed class ItemInput
    {
        public AssemblyMatter Matter { get; set; }

        public string? Title { get; set; }

        public string? Wording { get; set; }

        public bool IsEmpty => string.IsNullOrWhiteSpace(Title) && string.IsNullOrWhiteSpace(Wording);
    }
}
