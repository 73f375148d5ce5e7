using Microsoft.AspNetCore.Mvc;
using StaffPool.Application.Governance;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Governance;

namespace StaffPool.Web.Pages.Governance;

/// <summary>Papers that end on a day; the administrator notes, changes and removes them.</summary>
public sealed class CommitmentsModel(ListCommitments list, AddCommitment add, ReviseCommitment revise, RemoveCommitment remove) : GroupingPage
{
    /// <summary>Commitment that is changed; null for a new one.</summary>
    [BindProperty(Name = "engagement", SupportsGet = true)]
    public Guid? ChangedId { get; set; }

    [BindProperty]
    public CommitmentInput Input { get; set; } = new();

    public IReadOnlyList<CommitmentView> Commitments { get; private set; } = [];

    public bool MayChange => Grouping.Has(Role.Administrator);

    protected override async Task<IActionResult?> LoadAsync(CancellationToken stop)
    {
        Commitments = await list.RunAsync(Grouping.Id, Nothing.More, stop);
        if (!IsRedrawn && ChangedId is { } id)
        {
            if (Commitments.FirstOrDefault(c => c.Id == id) is not { } known)
            {
                return NotFound();
            }

            Input = new CommitmentInput
            {
                Version = known.Version, Kind = known.Kind, Title = known.Title, Parties = known.Parties, FirstDay = known.FirstDay, LastDay = known.LastDay,
                DocumentReference = known.DocumentReference,
            };
        }

        return null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var described = new CommitmentDescription(Input.Kind, Input.Title ?? "", Input.Parties ?? "", Input.FirstDay, Input.LastDay, Input.DocumentReference);
        if (ChangedId is { } id)
        {
            await revise.RunAsync(Grouping.Id, new CommitmentRevision(id, Input.Version, described), stop);
        }
        else
        {
            await add.RunAsync(Grouping.Id, described, stop);
        }

        Notice = GovernancePageTexts.Of("commitment.saved", described.Title.Trim()).ToString();
        return RedirectToPage(new { engagement = (Guid?)null });
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, int version, CancellationToken stop)
    {
        await remove.RunAsync(Grouping.Id, new CommitmentRemoval(id, version), stop);
        Notice = GovernancePageTexts.Of("commitment.removed").ToString();
        return RedirectToPage(new { engagement = (Guid?)null });
    }

    public sealed class CommitmentInput
    {
        public int Version { get; set; }

        public CommitmentKind Kind { get; set; }

        public string? Title { get; set; }

        public string? Parties { get; set; }

        public DateOnly FirstDay { get; set; }

        public DateOnly? LastDay { get; set; }

        public string? DocumentReference { get; set; }
    }
}
