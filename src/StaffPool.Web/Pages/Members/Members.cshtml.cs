using Microsoft.AspNetCore.Mvc;
using StaffPool.Application.Members;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Domain.Members;

namespace StaffPool.Web.Pages.Members;

/// <summary>The members; the administrator adds, changes and removes them.</summary>
public sealed class MembersModel(ListMembers list, AddMember add, ReviseMember revise, RemoveMember remove) : GroupingPage
{
    /// <summary>Member that is changed; null for a new one.</summary>
    [BindProperty(Name = "adherent", SupportsGet = true)]
    public Guid? ChangedId { get; set; }

    [BindProperty]
    public MemberInput Input { get; set; } = new();

    public IReadOnlyList<MemberView> Members { get; private set; } = [];

    public bool MayChange => Grouping.Has(Role.Administrator);

    protected override async Task<IActionResult?> LoadAsync(CancellationToken stop)
    {
        Members = await list.RunAsync(Grouping.Id, Nothing.More, stop);
        if (ChangedId is { } id && !IsRedrawn)
        {
            if (Members.FirstOrDefault(m => m.Id == id) is not { } member)
            {
                return NotFound();
            }

            Input = new MemberInput
            {
                Version = member.Version, Name = member.Name, Kind = member.Kind, IsEmployer = member.IsEmployer, QuotaPerYear = member.QuotaPerYear,
            };
        }

        return null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var member = new MemberDescription(Input.Name ?? "", Input.Kind, Input.IsEmployer, Input.QuotaPerYear);
        if (ChangedId is { } id)
        {
            await revise.RunAsync(Grouping.Id, new MemberRevision(id, Input.Version, member), stop);
        }
        else
        {
            await add.RunAsync(Grouping.Id, member, stop);
        }

        Notice = MemberPageTexts.Of("saved", member.Name.Trim()).ToString();
        return RedirectToPage(new { adherent = (Guid?)null });
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, int version, CancellationToken stop)
    {
        await remove.RunAsync(Grouping.Id, new Removal(id, version), stop);
        Notice = MemberPageTexts.Of("removed").ToString();
        return RedirectToPage(new { adherent = (Guid?)null });
    }

    public sealed class MemberInput
    {
        public int Version { get; set; }

        public string? Name { get; set; }

        public MemberKind Kind { get; set; } = MemberKind.PublicEstablishment;

        public bool IsEmployer { get; set; }

        public int? QuotaPerYear { get; set; }
    }
}
