using Microsoft.AspNetCore.Mvc;
using StaffPool.Application.Audit;

namespace StaffPool.Web.Pages.Audit;

/// <summary>Who did what and when.</summary>
public sealed class LogModel(ReadAuditLog read) : GroupingPage
{
    [BindProperty(Name = "avant", SupportsGet = true)]
    public long? Before { get; set; }

    [BindProperty(Name = "action", SupportsGet = true)]
    public string? UseCase { get; set; }

    [BindProperty(Name = "qui", SupportsGet = true)]
    public string? UserName { get; set; }

    [BindProperty(Name = "du", SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(Name = "au", SupportsGet = true)]
    public DateOnly? To { get; set; }

    public AuditPage View { get; private set; } = null!;

    protected override async Task<IActionResult?> LoadAsync(CancellationToken stop)
    {
        View = await read.RunAsync(Grouping.Id, new AuditQuery(Before, Asked(UseCase), Asked(UserName), null, From, To), stop);
        return null;
    }

    private static string? Asked(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
