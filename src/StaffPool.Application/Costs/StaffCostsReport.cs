using StaffPool.Application.Scenarios.Reports;
using StaffPool.Domain.Costs;
using StaffPool.Domain.Costs.Staff;
using StaffPool.Domain.Rules;

namespace StaffPool.Application.Costs;

/// <summary>What shared professionals cost: who repays whom, kilometres, bonuses, surcharges.</summary>
internal static class StaffCostsReport
{
    public static void Add(StaffCosts staff, CostTables tables, List<Violation> findings)
    {
        var lines = staff.Reimbursements.SelectMany(r => Lines(r, findings)).ToList();
        tables.Add("reimbursement", "hosts", ["wages", "social-charges", "expenses", "total"],
        [
            .. lines.Select(l => new ReportRow(
                $"{l.ProfessionalId}/{l.HostId}",
                l.HostId == l.EmployerId
                    ? CostReportTexts.Of("employer", l.ProfessionalId, tables.NameOf(l.EmployerId))
                    : CostReportTexts.Of("host", l.ProfessionalId, tables.NameOf(l.HostId), tables.NameOf(l.EmployerId)),
                [
                    ReportFigure.Of(l.Wages), ReportFigure.Of(l.SocialCharges), ReportFigure.Of(l.Expenses),
                    new(l.Total, [.. l.Wages.Trace, .. l.SocialCharges.Trace, .. l.Expenses.Trace]),
                ])),
        ]);
        tables.Add("mileage", "trips", ["amount"], staff.Trips.Select(t => Row(t.Id, t.Table.Repay(t.Vehicle, t.Before, t.Kilometres))));
        tables.Add("bonuses", "bonuses", ["amount"], staff.Bonuses.Select(b => Row(b.Id, b.Table.For(b.Profession, b.Trips, b.Structures))));
        tables.Add("surcharges", "lines", ["amount"], staff.Surcharges.Select(s => Row(s.Id, s.Amount)));
    }

    private static IReadOnlyList<LendingLine> Lines(Reimbursement reimbursement, List<Violation> findings)
    {
        var breaches = EmployerReimbursement.Assess(reimbursement.Cost, reimbursement.Times);
        findings.AddRange(breaches);
        if (breaches.Count > 0)
        {
            return [];
        }

        var (lines, _) = EmployerReimbursement.Run(reimbursement.Cost, reimbursement.Times, RoundingLedger.Empty);
        findings.AddRange(reimbursement.Invoiced.Count == 0 ? [] : EmployerReimbursement.AssessInvoices(lines, reimbursement.Invoiced));
        return lines;
    }

    private static ReportRow Row(string id, Domain.Calculations.Traced<Domain.Calculations.Money> amount) =>
        new(id, id, [ReportFigure.Of(amount)]);
}
