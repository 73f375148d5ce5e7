using StaffPool.Domain.Calculations;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Costs.Accounts;

/// <summary>
/// Invoice to a client that is not a member: taxable (BOI-TVA-CHAMP-30-10-40), apart from the calls. Its amount before tax is
/// a <see cref="Receipt"/> of the centre that served.
/// </summary>
/// <param name="ClientId">The client.</param>
/// <param name="ClientName">Its name.</param>
/// <param name="Lines">What was done.</param>
public sealed record NonMemberInvoice(string ClientId, string ClientName, IReadOnlyList<InvoiceLine> Lines)
{
    public Money BeforeTax => Lines.Sum(l => l.Amount);

    /// <summary>VAT on the total, rounded half up to the cent.</summary>
    /// <param name="percent">Rate in force, from <see cref="CostSettings.VatPercent"/>.</param>
    public Traced<Money> Vat(decimal percent)
    {
        var vat = Money.Rounded(BeforeTax.Cents * percent / 100);
        return new Traced<Money>(vat, [CostTexts.Of("costs.step.vat", BeforeTax, percent, vat, BeforeTax + vat)]);
    }
}

/// <param name="Label">What was done.</param>
/// <param name="HalfDays">Half-days of it, for the gauge; zero when it is not counted so.</param>
/// <param name="Amount">Before tax.</param>
public sealed record InvoiceLine(string Label, decimal HalfDays, Money Amount);

/// <summary>Part of the activity that goes to non-members: it must stay marginal (Guide ANAP 2011, Centre de Picardie).</summary>
public static class NonMemberShare
{
    /// <param name="forNonMembers">Half-days worked for clients; not negative.</param>
    /// <param name="total">All half-days worked; above zero.</param>
    /// <param name="mostPercent">Largest share, from <see cref="CostSettings.MostNonMemberPercent"/>.</param>
    /// <returns>The share, out of 100, and a warning above the limit.</returns>
    public static (Traced<decimal> Percent, IReadOnlyList<Violation> Warnings) Of(
        decimal forNonMembers, decimal total, decimal mostPercent)
    {
        if (forNonMembers < 0 || total <= 0 || forNonMembers > total)
        {
            throw new DomainException(CostTexts.Of("costs.non-members-input", forNonMembers, total));
        }

        var percent = 100 * forNonMembers / total;
        var traced = new Traced<decimal>(percent, [CostTexts.Of("costs.step.non-members", forNonMembers, total, percent)]);
        return (traced, percent <= mostPercent
            ? []
            :
            [
                new Violation(
                    "costs.non-members-not-marginal",
                    Severity.Warning,
                    CostTexts.Of("costs.non-members-not-marginal", percent, mostPercent),
                    [],
                    CostSettings.MostNonMemberPercent.Reference),
            ]);
    }
}
