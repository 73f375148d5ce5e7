using Microsoft.Playwright;
using StaffPool.EndToEnd.Tests.Page;
using StaffPool.Testing.Databases;

namespace StaffPool.EndToEnd.Tests.Service;

/// <summary>Whatever is typed into whatever field stays text.</summary>
public sealed class HostileInputTests
{
    private static readonly string[] Payloads =
    [
        "<script>window.pwned=1</script>", "'\"><img src=x onerror=window.pwned=1>", "'; DROP TABLE members; --", "nul\0nul", new string('x', 10_000),
        "\u202Eà l’envers\u202C\u200F",
    ];

    [Theory]
    [BothProviders]
    public async Task Nothing_typed_into_a_field_runs_breaks_a_page_or_touches_the_database(Provider provider)
    {
        await using var service = new RunningService(provider == Provider.Sqlite ? null : PostgresServer.Shared.NewDatabase());
        await service.StartAsync();
        var grouping = await Grouping.ImportAsync(service, "gtsms-example");
        await grouping.OpenCampaignAsync();
        var own = (await ServicePages.AddressesAsync(grouping.Administrator, grouping.Code)).Values.Concat(ServicePages.Own).ToList();
        using var nobody = new Visitor(service.Address);
        var flaws = new List<string>();
        var fields = 0;

        foreach (var (visitor, page) in own.Select(p => (grouping.Administrator, p)).Concat(ServicePages.Public.Select(p => (nobody, ServicePages.AddressOfPublic(p)))))
        {
            foreach (var form in (await visitor.GetAsync(page)).Forms)
            {
                foreach (var field in form.Fields.Where(f => f.IsText).Concat(form.Fields.Where(f => f.Kind is "date" or "number" or "hidden" && f.Name != "__RequestVerificationToken").Take(2)))
                {
                    fields++;
                    foreach (var payload in Payloads)
                    {
                        var answer = await visitor.PostAsync(form, [.. form.Fields.Where(f => f.IsText && f.Value.Length == 0).Select(f => (f.Name, Plausible(f, fields))).Where(f => f.Name != field.Name), (field.Name, payload)]);
                        if (answer.Status >= 500 || IsRaw(answer.Html))
                        {
                            flaws.Add($"{form.Action} {field.Name} {payload[..Math.Min(12, payload.Length)]}: {answer.Status}");
                        }
                    }
                }
            }
        }

        fields.ShouldBeGreaterThan(25);
        flaws.ShouldBeEmpty(service.Messages);
        await VisitAllAsync(service, grouping, own);
        (await service.CommandAsync("verify")).ShouldEnd(0, "La base est saine.");
    }

    private static async Task VisitAllAsync(RunningService service, Grouping grouping, IEnumerable<string> pages)
    {
        await using var chromium = await Chromium.LaunchAsync();
        Assert.SkipWhen(chromium is null, Chromium.Missing);
        // Without the page's own policy, which would hide what was let through.
        var window = await chromium!.Browser.NewContextAsync(new() { BypassCSP = true });
        await window.AddCookiesAsync(grouping.Administrator.Cookies.GetAllCookies().Select(c => new Cookie { Name = c.Name, Value = c.Value, Url = service.Address.ToString() }));
        var page = await window.NewPageAsync();
        foreach (var path in pages)
        {
            var answer = (await page.GotoAsync(service.Address + path[1..]))!;
            answer.Status.ShouldBeLessThan(500, path);
            IsRaw(await answer.TextAsync()).ShouldBeFalse(path);
            (await page.EvaluateAsync<bool>("() => window.pwned === undefined")).ShouldBeTrue(path);
        }
    }

    private static string Plausible(ShownField field, int number) => field.Kind switch
    {
        "email" => FormattableString.Invariant($"essai-{number}@exemple.fr"),
        "decimal" => "12",
        _ => "Essai",
    };

    private static bool IsRaw(string html) =>
        html.Contains("<script>window.pwned", StringComparison.Ordinal) || html.Contains("<img src=x", StringComparison.Ordinal);
}
