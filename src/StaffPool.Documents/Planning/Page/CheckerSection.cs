using StaffPool.Documents.Pages;
using StaffPool.Domain.Rules;

namespace StaffPool.Documents.Planning.Page;

/// <summary>What the independent checker found, gathered by rule so that its reference is cited once.</summary>
internal static class CheckerSection
{
    public static void Write(HtmlWriter html, PageModel page)
    {
        html.Add($"<p>{page["checker.what"]}</p>\n");
        if (page.Planned.Violations.Count == 0)
        {
            html.Add($"<p class=\"good\"><span aria-hidden=\"true\">✓</span> {page["checker.clean"]}</p>\n");
        }

        var rules = page.Planned.Violations.GroupBy(v => (v.Severity, v.Code, v.Reference)).ToList();
        html.Add($"<div class=\"folds\">\n");
        foreach (var rule in rules)
        {
            WriteRule(html, page, rule.Key.Severity, rule.Key.Code, rule.Key.Reference, [.. rule.Select(v => v.Message.In(page.Culture))]);
        }

        html.Add($"</div>\n");
        PageParts.Source(html, page["checker.source"]);
    }

    private static void WriteRule(
        HtmlWriter html, PageModel page, Severity severity, string code, LegalReference? reference, IReadOnlyList<string> messages)
    {
        var blocks = severity == Severity.Blocking;
        html.Add($"<details{(blocks ? new Markup(" open=\"open\"") : Markup.None)}><summary><span class=\"what\"><b>{page.RuleName(code)}</b></span> <span class=\"how {(blocks ? "bad" : "")}\">{page.Count(blocks ? "checker.blocking" : "checker.warnings", messages.Count)}</span></summary>\n<div>\n");
        if (reference is not null)
        {
            html.Add($"<p>{page["checker.reference", reference.Citation, page.ConfidenceIn(reference)]}</p>\n");
        }

        html.Add($"<ul>");
        foreach (var same in messages.GroupBy(m => m, StringComparer.Ordinal))
        {
            html.Add($"<li>{(same.Count() == 1 ? same.Key : page["checker.times", same.Key, same.Count()])}</li>");
        }

        html.Add($"</ul>\n<p class=\"from\">{page["checker.code", code]}</p>\n</div></details>\n");
    }
}
