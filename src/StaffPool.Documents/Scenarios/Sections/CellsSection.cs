using StaffPool.Documents.Scenarios.Yaml;
using StaffPool.Domain.Needs;
using StaffPool.Domain.Workforce;

namespace StaffPool.Documents.Scenarios.Sections;

/// <summary>Half-days of one professional on one need: the pins and the plan in force are written alike.</summary>
internal static class CellsSection
{
    public static readonly string[] Keys = ["professional", "need", "half-days"];

    /// <param name="section">The list, or null where the section is absent.</param>
    /// <param name="what">Name of the section.</param>
    /// <param name="least">Fewest half-days: a pin may forbid with zero.</param>
    /// <param name="context">What the file declares.</param>
    public static List<(Professional Professional, NeedDeclaration Need, int HalfDays)> Read(
        Node? section, string what, int least, ScenarioContext context)
    {
        var cells = new List<(Professional, NeedDeclaration, int)>();
        var lines = new Dictionary<(Professional, NeedDeclaration), int>();
        foreach (var fields in context.Entries(section, what, Keys))
        {
            var professional = fields.RequiredReference("professional", context.Professionals);
            var need = fields.RequiredReference("need", context.Needs);
            var halfDays = fields.RequiredInteger("half-days", least, 100_000);
            if (professional is null || need is null)
            {
                continue;
            }

            if (!lines.TryAdd((professional, need), fields.Position.Line))
            {
                context.Problems.Add(
                    fields.Position, "cell.duplicate", professional.Name, need.Id, lines[(professional, need)], what);
            }
            else if (halfDays is not null)
            {
                cells.Add((professional, need, halfDays.Value));
            }
        }

        return cells;
    }
}
