using StaffPool.Application.Planning;
using StaffPool.Documents.Pages;
using StaffPool.Domain.Planning;
using StaffPool.Solver.Planning;

namespace StaffPool.Documents.Planning.Page;

/// <summary>The aims, most important first: what the plan reaches, what no plan can beat, and what that means.</summary>
internal static class AimsSection
{
    public static void Write(HtmlWriter html, PageModel page)
    {
        html.Add($"<p>{page["aims.order"]}</p>\n");
        PageParts.OpenFrame(html, page["section.aims"]);
        PageParts.OpenTable(
            html, page["aims.caption"], page["aims.aim"], "#" + page["aims.value"], "#" + page["aims.bound"], page["aims.gap"]);
        foreach (var (index, level) in page.Result.Measures.Index())
        {
            html.Add(
                $"""
                <tr><th scope="row"><span class="rank">{index + 1}</span> {ObjectiveTexts.Name(level.Objective, page.Culture)}<small>{Meaning(level, page)}</small></th><td class="n">{Amount(level, level.Value, page)}</td><td class="n">{Amount(level, level.Bound, page)}</td>
                """);
            if (level.IsProven)
            {
                html.Add($"<td class=\"good\"><span aria-hidden=\"true\">✓</span> {page["aims.proven"]}</td></tr>\n");
            }
            else
            {
                html.Add($"<td class=\"doubtful\"><span aria-hidden=\"true\">≈</span> {GapInWords(level, page)}</td></tr>\n");
            }
        }

        PageParts.CloseTable(html);
        PageParts.CloseFrame(html);
        PageParts.Source(html, page["aims.source"]);
    }

    /// <summary>How much better another plan could be at most, for a level that is not proven.</summary>
    public static string GapInWords(LevelResult level, PageModel page) => page[
        "aims.gap.words", level.Gap * 100, ObjectiveTexts.Amount(Math.Abs(level.Value - level.Bound), level.Objective.Unit, page.Culture)];

    private static string Amount(LevelResult level, long value, PageModel page) =>
        ObjectiveTexts.Amount(value, level.Objective.Unit, page.Culture);

    private static string Meaning(LevelResult level, PageModel page)
    {
        var aim = level.Objective;
        var needsFormerPlan = aim == AllocationObjectives.PeopleDisturbed || aim == AllocationObjectives.HalfDaysMoved;
        return needsFormerPlan && page.Problem.PlanInForce is null ? page["aim.no-former-plan"] : page[$"aim.{aim.Id}"];
    }
}
