using Microsoft.AspNetCore.Mvc;
using StaffPool.Application.Interchange;

namespace StaffPool.Web.Pages.Interchange;

/// <summary>What a file that was sent would change, or every cell that stands against it.</summary>
public sealed class PreviewModel(ReadTableImport read, ConfirmTableImport confirm, DiscardTableImport discard) : GroupingPage
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid UploadId { get; set; }

    public ImportReport Report { get; private set; } = null!;

    protected override async Task<IActionResult?> LoadAsync(CancellationToken stop)
    {
        Report = await read.RunAsync(Grouping.Id, UploadId, stop);
        return null;
    }

    public async Task<IActionResult> OnPostConfirmAsync(CancellationToken stop)
    {
        var done = await confirm.RunAsync(Grouping.Id, UploadId, stop);
        Notice = InterchangePageTexts.Of("done", done.Sheets.Sum(s => s.Added), done.Sheets.Sum(s => s.Changed)).ToString();
        return RedirectToPage("Interchange", new { code = Grouping.Code });
    }

    public async Task<IActionResult> OnPostDiscardAsync(CancellationToken stop)
    {
        await discard.RunAsync(Grouping.Id, UploadId, stop);
        Notice = InterchangePageTexts.Of("discarded").ToString();
        return RedirectToPage("Interchange", new { code = Grouping.Code });
    }
}
