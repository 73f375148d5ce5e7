using Microsoft.AspNetCore.Mvc;
using StaffPool.Application.Replacements;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;

namespace StaffPool.Web.Pages.Replacements;

/// <summary>Offers under way and over, with where each person stands.</summary>
public sealed class OffersModel(ListOffers list, CancelOffer cancel, AdvanceOffers advance) : GroupingPage
{
    public IReadOnlyList<OfferView> Offers { get; private set; } = [];

    public bool MayAct => Grouping.Has(Role.Administrator, Role.Coordinator);

    protected override async Task<IActionResult?> LoadAsync(CancellationToken stop)
    {
        Offers = await list.RunAsync(Grouping.Id, Nothing.More, stop);
        return null;
    }

    public async Task<IActionResult> OnPostCancelAsync(Guid id, CancellationToken stop)
    {
        await cancel.RunAsync(Grouping.Id, new OfferAsked(id), stop);
        Notice = ReplacementPageTexts.Of("offers.cancelled").ToString();
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostAdvanceAsync(CancellationToken stop)
    {
        var advanced = await advance.RunAsync(Grouping.Id, Nothing.More, stop);
        Notice = OfferNotices.Of(advanced.Asked, advanced.Unsent);
        return RedirectToPage();
    }
}

internal static class OfferNotices
{
    /// <summary>How many were written to, and the links that nothing could be sent for.</summary>
    public static string Of(int asked, IReadOnlyList<UnsentLink> unsent) => unsent.Count == 0
        ? ReplacementPageTexts.Of("offers.asked", asked).ToString()
        : ReplacementPageTexts.Of("offers.unsent", asked, string.Join(" ; ", unsent.Select(u => $"{u.Name} : {u.Link}"))).ToString();
}
