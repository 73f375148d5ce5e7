using StaffPool.Domain.Calculations;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Costs.Staff;

/// <summary>
/// What each host repays the employer of a shared professional: pay, contributions and expenses in proportion to the
/// working time devoted to it (décret 88-976), three components and nothing else (Code du travail L.8241-2). A
/// participation to the running of the grouping is a cost centre of its own.
/// </summary>
public static class EmployerReimbursement
{
    private static readonly LegalReference Lending = new("Code du travail, L.8241-2", Confidence.Text);

    /// <summary>What keeps the cost from being split.</summary>
    public static IReadOnlyList<Violation> Assess(ProfessionalCost cost, IReadOnlyList<HostTime> times) =>
    [
        .. from component in new[] { cost.Wages, cost.SocialCharges, cost.Expenses }
           where component < Money.Zero
           select Breach("costs.lending-negative", [cost.ProfessionalId], cost.ProfessionalId, component),
        .. from time in times
           where time.Hours < 0
           select Breach("costs.lending-negative-time", [cost.ProfessionalId, time.MemberId], cost.ProfessionalId, time.MemberId, time.Hours),
        .. from host in times.GroupBy(t => t.MemberId, StringComparer.Ordinal)
           where host.Count() > 1
           select Breach("costs.lending-host-twice", [cost.ProfessionalId, host.Key], cost.ProfessionalId, host.Key),
        .. times.Sum(t => t.Hours) > 0
            ? Array.Empty<Violation>()
            : [Breach("costs.lending-no-time", [cost.ProfessionalId], cost.ProfessionalId)],
    ];

    /// <param name="cost">What the professional cost its employer in the period.</param>
    /// <param name="times">Actual hours at each host, the employer's own among them.</param>
    /// <param name="ledger">Roundings left by the former period.</param>
    /// <returns>One line per host, the employer's own too; each component adds up to its cost.</returns>
    /// <exception cref="DomainException">See <see cref="Assess"/>.</exception>
    public static (IReadOnlyList<LendingLine> Lines, RoundingLedger Ledger) Run(
        ProfessionalCost cost, IReadOnlyList<HostTime> times, RoundingLedger ledger)
    {
        Assess(cost, times).ThrowFirst();

        var hours = times.Sum(t => t.Hours);
        var wages = Split("wages", cost.Wages);
        var charges = Split("charges", cost.SocialCharges);
        var expenses = Split("expenses", cost.Expenses);
        var lines = times.OrderBy(t => t.MemberId, StringComparer.Ordinal)
            .Select((time, i) => new LendingLine(
                cost.ProfessionalId, cost.EmployerId, time.MemberId, wages[i], charges[i], expenses[i]));
        return ([.. lines], ledger);

        IReadOnlyList<Traced<Money>> Split(string component, Money amount)
        {
            var split = ledger.Round(
                $"{cost.ProfessionalId}/{component}",
                amount,
                [.. times.Select(t => new ExactShare(t.MemberId, amount.Cents * t.Hours / hours))]);
            ledger = split.Ledger;
            return
            [
                .. split.Parts.Select(p => new Traced<Money>(p.Amount, [CostTexts.Of(
                    $"costs.step.lending-{component}", amount, times.Single(t => t.MemberId == p.MemberId).Hours, hours, p.Amount)])),
            ];
        }
    }

    /// <summary>Every line that is invoiced for more or less than its actual cost: unlawful lending otherwise.</summary>
    /// <param name="lines">At actual cost.</param>
    /// <param name="invoiced">Total invoiced for each professional and host.</param>
    public static IReadOnlyList<Violation> AssessInvoices(IReadOnlyList<LendingLine> lines, IReadOnlyList<InvoicedLending> invoiced) =>
    [
        .. from line in lines
           where line.HostId != line.EmployerId
           let total = invoiced.Where(i => i.ProfessionalId == line.ProfessionalId && i.HostId == line.HostId)
               .Sum(i => i.Amount)
           where total != line.Total
           select Breach("costs.lending-not-at-cost", [line.ProfessionalId, line.HostId], line.ProfessionalId, line.HostId, total, line.Total),
        .. from invoice in invoiced
           where !lines.Any(l => l.ProfessionalId == invoice.ProfessionalId && l.HostId == invoice.HostId && l.HostId != l.EmployerId)
           select Breach(
               "costs.lending-not-at-cost", [invoice.ProfessionalId, invoice.HostId], invoice.ProfessionalId, invoice.HostId, invoice.Amount, Money.Zero),
    ];

    private static Violation Breach(string code, IReadOnlyList<string> subjects, params object?[] arguments) =>
        new(code, Severity.Blocking, CostTexts.Of(code, arguments), subjects, Lending);
}
