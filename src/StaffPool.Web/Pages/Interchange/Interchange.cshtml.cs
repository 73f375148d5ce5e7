using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using StaffPool.Application.Interchange;
using StaffPool.Application.Members;
using StaffPool.Application.Scenarios;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Domain.Rules;

namespace StaffPool.Web.Pages.Interchange;

/// <summary>Files out and in: the template, the filled workbook, the scenario, and the upload that leads to its preview.</summary>
[RequestSizeLimit(MostSentBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostSentBytes)]
public sealed class InterchangeModel(ExportTables export, ExportGrouping scenario, ExportMember leaving, ReceiveTables receive, ReceiveFiness finess, ListMembers members) : GroupingPage
{
    public const int MostMegabytes = 20;

    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    // Received whole, so that what is too large gets an answer and not a broken line.
    private const int MostSentBytes = 64_000_000;

    public bool MaySend => Grouping.Has(Role.Administrator, Role.MemberRepresentative);

    public bool MayExport => Grouping.Has(Role.Administrator, Role.MemberRepresentative, Role.Auditor);

    public bool MayExportAll => Grouping.Has(Role.Administrator, Role.Auditor);

    public bool MayTakeFiness => Grouping.Has(Role.Administrator);

    /// <summary>Those that the user may export whole.</summary>
    public IReadOnlyList<MemberView> Members { get; private set; } = [];

    protected override async Task<IActionResult?> LoadAsync(CancellationToken stop)
    {
        var all = MaySend ? await members.RunAsync(Grouping.Id, Nothing.More, stop) : [];
        Members = [.. all.Where(m => MayTakeFiness || m.IsOwn)];
        return null;
    }

    public async Task<IActionResult> OnGetTemplateAsync(CancellationToken stop) => File(
        await export.RunAsync(Grouping.Id, new TablesAsked(IsEmpty: true), stop), Workbook, NameOf("file.template", "xlsx"));

    public async Task<IActionResult> OnGetWorkbookAsync(CancellationToken stop) =>
        File(await export.RunAsync(Grouping.Id, new TablesAsked(), stop), Workbook, NameOf("file.export", "xlsx"));

    public async Task<IActionResult> OnGetCsvAsync(string table, CancellationToken stop) =>
        File(await export.RunAsync(Grouping.Id, new TablesAsked(table), stop), "text/csv; charset=utf-8", $"{Grouping.Code}-{table}.csv");

    public async Task<IActionResult> OnGetScenarioAsync(CancellationToken stop) =>
        File(await scenario.RunAsync(Grouping.Id, new CampaignToExport(null), stop), "application/yaml; charset=utf-8", $"{Grouping.Code}.yaml");

    public async Task<IActionResult> OnGetMemberAsync(Guid member, CancellationToken stop) => File(
        await leaving.RunAsync(Grouping.Id, new MemberToExport(member), stop), "application/zip", NameOf("file.leaving", "zip"));

    public async Task<IActionResult> OnPostFinessAsync(IFormFile? file, Guid member, string numbers, CancellationToken stop)
    {
        if (file is null or { Length: 0 })
        {
            return await RefuseAsync([Problem("upload.none")], stop);
        }

        var upload = await finess.RunAsync(Grouping.Id, new SentFiness(member, numbers, await ContentAsync(file, stop)), stop);
        return RedirectToPage("Preview", new { code = Grouping.Code, id = upload.Id });
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken stop)
    {
        if (file is null or { Length: 0 })
        {
            return await RefuseAsync([Problem("upload.none")], stop);
        }

        if (file.Length > MostMegabytes * 1_000_000L)
        {
            return await RefuseAsync([Problem("upload.too-large", MostMegabytes, (file.Length + 999_999) / 1_000_000)], stop);
        }

        var upload = await receive.RunAsync(Grouping.Id, new SentFile(file.FileName, await ContentAsync(file, stop)), stop);
        return RedirectToPage("Preview", new { code = Grouping.Code, id = upload.Id });
    }

    private static async Task<byte[]> ContentAsync(IFormFile file, CancellationToken stop)
    {
        using var content = new MemoryStream((int)file.Length);
        await file.CopyToAsync(content, stop);
        return content.ToArray();
    }

    private static Violation Problem(string key, params object?[] arguments) =>
        new(key, Severity.Blocking, InterchangePageTexts.Of(key, arguments), [], null);

    private string NameOf(string key, string extension) => $"{Grouping.Code}-{InterchangePageTexts.Of(key)}.{extension}";
}
