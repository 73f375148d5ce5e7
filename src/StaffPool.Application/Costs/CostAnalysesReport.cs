using StaffPool.Application.Scenarios.Reports;
using StaffPool.Domain.Calculations;
using StaffPool.Domain.Costs;
using StaffPool.Domain.Costs.Accounts;
using StaffPool.Domain.Costs.Analysis;
using StaffPool.Domain.Rules;

namespace StaffPool.Application.Costs;

/// <summary>Clients, absences, envelopes, exchanges, years and other ways to be served.</summary>
internal static class CostAnalysesReport
{
    public static void Add(CostScenario scenario, CostTables tables, List<Violation> findings)
    {
        if (scenario.NonMembers is { } activity)
        {
            AddNonMembers(activity, scenario, tables, findings);
        }

        tables.Add("absences", "members", ["half-days-billed"], scenario.BilledHalfDays.Select(b => new ReportRow(
            b.MemberId, tables.NameOf(b.MemberId), [ReportFigure.Of(b.HalfDays)])));
        AddHours(scenario, tables, findings);
        AddRedistributions(scenario.Redistributions, tables);
        tables.Add("reciprocity", "members", ["half-days", "value", "solidarity"], Reciprocity.Of(scenario.Exchanges).Select(b => new ReportRow(
            $"{b.MemberId}/{b.Function}",
            CostReportTexts.Of("member-function", tables.NameOf(b.MemberId), b.Function),
            [ReportFigure.Of(b.HalfDays), new(b.Value), new(b.IsSolidarity)])));
        var (fairness, imbalances) = MultiYearFairness.Of(
            scenario.Years, scenario.ValueOf(CostSettings.FairnessYears), scenario.ValueOf(CostSettings.FairnessGapPoints));
        tables.Add("fairness", "members", ["paid", "used", "gap-points"], fairness.Select(l => new ReportRow(
            l.MemberId, tables.NameOf(l.MemberId), [new(l.Paid), new(l.Used), CostTables.Rounded(l.GapPoints)])));
        findings.AddRange(imbalances);
    }

    public static void AddComparison(
        CostScenario scenario, CostAllocationResult actual, CostTables tables, List<Violation> findings)
    {
        var compared = scenario.Compared
            .Select(c => CostComparison.Of(c.IsDueComputed ? c.Given with { Due = DueOf(c.Given.MemberId, actual) } : c.Given))
            .ToList();
        findings.AddRange(compared.SelectMany(c => c.Warnings));
        tables.Add("comparison", "members", ["full-cost", "per-half-day", "agency-work", "alone", "daily-tariff"], compared.Select(c => new ReportRow(
            c.Compared.MemberId,
            tables.NameOf(c.Compared.MemberId),
            [
                ReportFigure.Of(c.Compared.FullCost), CostTables.Rounded(c.Compared.EurosPerHalfDay),
                Cost(c.Compared, AlternativeKind.AgencyWork), Cost(c.Compared, AlternativeKind.Alone),
                CostTables.Rounded(c.Compared.DailyTariffEuros),
            ])));
    }

    // A member that is away for the whole exercise owes nothing.
    private static Domain.Calculations.Money DueOf(string memberId, CostAllocationResult actual) =>
        actual.Statements.FirstOrDefault(s => s.MemberId == memberId)?.Due ?? Domain.Calculations.Money.Zero;

    private static ReportFigure? Cost(ComparedCost compared, AlternativeKind kind) =>
        compared.Alternatives.FirstOrDefault(a => a.Kind == kind) is { } alternative ? new ReportFigure(alternative.Cost) : null;

    private static void AddNonMembers(
        NonMemberActivity activity, CostScenario scenario, CostTables tables, List<Violation> findings)
    {
        var percent = scenario.ValueOf(CostSettings.VatPercent);
        tables.Add("invoices", "clients", ["before-tax", "vat", "with-tax"], activity.Invoices.Select(i =>
        {
            var vat = i.Vat(percent);
            return new ReportRow(
                i.ClientId, i.ClientName, [new(i.BeforeTax), ReportFigure.Of(vat), new(i.BeforeTax + vat.Value, vat.Trace)]);
        }));
        if (activity.AllHalfDays is { } all)
        {
            var halfDays = activity.Invoices.SelectMany(i => i.Lines).Sum(l => l.HalfDays);
            var (share, warnings) = NonMemberShare.Of(halfDays, all, scenario.ValueOf(CostSettings.MostNonMemberPercent));
            tables.Add("non-members", "activity", ["half-days", "percent"],
                [new ReportRow("clients", CostReportTexts.Of("clients"), [new(halfDays), CostTables.Rounded(share)])]);
            findings.AddRange(warnings);
        }
    }

    private static void AddHours(CostScenario scenario, CostTables tables, List<Violation> findings)
    {
        var rows = new List<ReportRow>();
        foreach (var envelope in scenario.GrantedHours.GroupBy(g => g.CentreId, StringComparer.Ordinal))
        {
            var centre = scenario.Exercise.Centres.Single(c => c.Id == envelope.Key);
            var services = centre.ServicesIn(scenario.Exercise.Period);
            var (balance, warnings) = HoursEnvelope.Of(
                [.. envelope.SelectMany(g => g.Granted)],
                [.. scenario.Exercise.Orders.Where(o => services.Any(s => s.Id == o.LineId)).Select(o => new MemberQuantity(o.MemberId, o.Hours))],
                tables.NameOf);
            rows.AddRange(balance.Lines.Select(l => Row(l.MemberId, tables.NameOf(l.MemberId), l.Granted, l.Consumed, l.Left)));
            rows.Add(Row(
                "total", CostReportTexts.Of("total"), balance.Lines.Sum(l => l.Granted), balance.Lines.Sum(l => l.Consumed), balance.Left));
            findings.AddRange(warnings);

            ReportRow Row(string id, object who, decimal granted, decimal taken, Traced<decimal> left) => new(
                $"{centre.Id}/{id}",
                CostReportTexts.Of("member-function", who, centre.Name),
                [new(granted), new(taken), ReportFigure.Of(left)]);
        }

        tables.Add("hours", "members", ["hours-granted", "hours-taken", "hours-left"], rows);
    }

    private static void AddRedistributions(IReadOnlyList<Redistribution> redistributions, CostTables tables)
    {
        var months = redistributions.SelectMany(r => r.Months).Select(m => m.FirstDay).Distinct().Order().ToList();
        tables.Add(
            "redistributions",
            "members",
            [.. months.Select(CostTables.DayColumn), new ReportColumn("total", CostReportTexts.Of("column.total"))],
            from redistribution in redistributions
            from ofMember in MonthlyRedistribution
                .Run(redistribution.Id, redistribution.Envelope, redistribution.Months, RoundingLedger.Empty)
                .Amounts.GroupBy(a => a.MemberId, StringComparer.Ordinal)
            select new ReportRow(
                $"{redistribution.Id}/{ofMember.Key}",
                CostReportTexts.Of("member-function", tables.NameOf(ofMember.Key), redistribution.Id),
                [
                    .. months.Select(m => ofMember.FirstOrDefault(a => a.Month == m) is { } amount ? ReportFigure.Of(amount.Amount) : null),
                    new ReportFigure(ofMember.Sum(a => a.Amount.Value)),
                ]));
    }
}
