using StaffPool.Data.Needs;
using StaffPool.Domain.Needs;
using StaffPool.Domain.Rules;

namespace StaffPool.Application.Needs;

/// <param name="SiteId">Where.</param>
/// <param name="ProfessionId">Of which profession.</param>
/// <param name="Amount">How much.</param>
/// <param name="Unit">In which unit.</param>
/// <param name="EveryWeeks">The n of "hours every n weeks", else 1.</param>
/// <param name="IsPriority">Served before the others of its profession.</param>
/// <param name="AcceptsSmallBlocks">Small visits are welcome.</param>
public sealed record DeclaredNeed(
    Guid SiteId, Guid ProfessionId, decimal Amount, NeedUnit Unit, int EveryWeeks, bool IsPriority, bool AcceptsSmallBlocks)
{
    /// <summary>More than a full-time person of any unit could mean: a slip of the keyboard.</summary>
    private const decimal MostAmount = 100_000;

    /// <param name="site">Name of the site, for the reader.</param>
    /// <param name="profession">Name of the profession.</param>
    internal IEnumerable<Violation> Assess(string? site, string? profession)
    {
        if (Amount is < 0 or > MostAmount)
        {
            yield return DeclarationTexts.Blocking("declaration.amount", site, profession, MostAmount, Amount);
        }

        if (EveryWeeks is < 1 or > 52 || (EveryWeeks > 1 && Unit != NeedUnit.HoursPerWeeks))
        {
            yield return DeclarationTexts.Blocking("declaration.every-weeks", site, profession);
        }
    }

    internal void WriteTo(NeedRow row)
    {
        (row.Amount, row.Unit, row.EveryWeeks) = (Amount, Unit, EveryWeeks);
        (row.IsPriority, row.AcceptsSmallBlocks) = (IsPriority, AcceptsSmallBlocks);
    }
}
