using System.Globalization;
using StaffPool.Application.Scenarios.Reports;
using StaffPool.Domain.Calculations;
using StaffPool.Domain.Costs;
using StaffPool.Domain.Costs.Accounts;

namespace StaffPool.Application.Costs;

/// <summary>The tables of the section, each with its titles; an empty one is left out.</summary>
internal sealed class CostTables(CostExercise exercise)
{
    private readonly List<ReportTable> _tables = [];

    public CostExercise Exercise { get; } = exercise;

    public IReadOnlyList<ReportTable> All => _tables;

    /// <param name="id">Table; its title and headings are the texts <c>table.id</c> and <c>column.…</c>.</param>
    /// <param name="rowHeader">What the rows are.</param>
    /// <param name="columns">Identifiers of the columns, which have texts of their own.</param>
    /// <param name="rows">Rows.</param>
    public void Add(string id, string rowHeader, IReadOnlyList<string> columns, IEnumerable<ReportRow> rows) =>
        Add(id, rowHeader, [.. columns.Select(c => new ReportColumn(c, CostReportTexts.Of("column." + c)))], rows);

    public void Add(string id, string rowHeader, IReadOnlyList<ReportColumn> columns, IEnumerable<ReportRow> rows)
    {
        var all = rows.ToList();
        if (all.Count > 0)
        {
            _tables.Add(new ReportTable(
                id, CostReportTexts.Of("table." + id), CostReportTexts.Of("rows." + rowHeader), columns, all));
        }
    }

    public string NameOf(string memberId) => Exercise.Members.FirstOrDefault(m => m.MemberId == memberId)?.Name ?? memberId;

    /// <summary>A figure that is not money, to two decimals, as it is read and checked.</summary>
    public static ReportFigure Rounded(Traced<decimal> traced) =>
        new(decimal.Round(traced.Value, 2, MidpointRounding.AwayFromZero), traced.Trace);

    public static ReportColumn DayColumn(DateOnly day) =>
        new(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), CostReportTexts.Of("column.day", day));

    public void AddShares(CostAllocationResult actual)
    {
        // Staff alone may change hands: people lent by convention, and nothing in common.
        if (Exercise.Centres.Count == 0)
        {
            return;
        }

        var columns = new[] { "share", "credited", "due", "reimbursed", "given" };
        Add("due", "members", columns,
        [
            .. actual.Statements.Select(s => new ReportRow(s.MemberId, s.Name,
            [
                new(s.Share), new(s.Credited), ReportFigure.Of(s.ExplainedDue), new(s.Reimbursed), new(s.Given),
            ])),
            Total(
            [
                actual.Share, actual.Statements.Sum(s => s.Credited), actual.Due,
                actual.Statements.Sum(s => s.Reimbursed), actual.Statements.Sum(s => s.Given),
            ]),
        ]);
        Add("shares", "members", [.. Exercise.Centres.Select(c => new ReportColumn(c.Id, CostReportTexts.Of("name", c.Name)))],
        [
            .. actual.Statements.Select(s => new ReportRow(s.MemberId, s.Name,
            [
                .. Exercise.Centres.Select(c => s.Lines.FirstOrDefault(l => l.CentreId == c.Id) is { } line
                    ? new ReportFigure(line.Share.Value, [line.Key, .. line.Share.Trace])
                    : null),
            ])),
        ]);
        Add("centres", "centres", ["gross", "received", "given", "net", "key"],
        [
            .. Exercise.Centres.Select(c => new ReportRow(c.Id, c.Name,
            [
                new(c.Gross), new(c.Received), new(c.Given), new(c.Net, [CostReportTexts.Of("step.net", c.Gross, c.Received, c.Given, c.Net)]),
                new(c.KeyIn(Exercise.Period)!.Key.Name, [CostReportTexts.Of("step.key", c.KeyIn(Exercise.Period)!.Reference.Citation)]),
            ])),
        ]);
    }

    public void AddVariance(IReadOnlyList<VarianceLine> lines) => Add("variance", "centres", ["budget", "actual", "difference"],
    [
        .. lines.Select(l => new ReportRow(
            l.CentreId, CentreName(l.CentreId), [new(l.Budget), new(l.Actual), ReportFigure.Of(l.Difference)])),
        Total([lines.Sum(l => l.Budget), lines.Sum(l => l.Actual), lines.Sum(l => l.Difference.Value)]),
    ]);

    public void AddCalls(IReadOnlyList<ContributionCall> calls)
    {
        var days = calls.Select(c => c.DueOn).Distinct().Order().ToList();
        Add("calls", "members", [.. days.Select(DayColumn), new ReportColumn("total", CostReportTexts.Of("column.total"))],
        [
            .. calls.GroupBy(c => c.MemberId, StringComparer.Ordinal).Select(g => new ReportRow(g.Key, NameOf(g.Key),
            [
                .. days.Select(d => ReportFigure.Of(g.Single(c => c.DueOn == d).Amount)), new ReportFigure(g.Sum(c => c.Amount.Value)),
            ])),
            Total([.. days.Select(d => calls.Where(c => c.DueOn == d).Sum(c => c.Amount.Value)), calls.Sum(c => c.Amount.Value)]),
        ]);
    }

    public void AddTrueUp(TrueUpResult trueUp) => Add("true-up", "members", ["called", "due", "adjustment"],
    [
        .. trueUp.Lines.Select(l => new ReportRow(l.MemberId, l.Name, [new(l.Called), new(l.Due), ReportFigure.Of(l.Adjustment)])),
        Total([trueUp.Called, trueUp.Due, trueUp.Adjustment]),
    ]);

    public void AddResult(IReadOnlyList<DistributedResult> parts)
    {
        var uses = parts.Select(p => p.Use).Distinct().ToList();
        Add("result", "members", [.. uses.Select(u => new ReportColumn(IdOf(u), u.Name()))],
        [
            .. parts.GroupBy(p => p.MemberId, StringComparer.Ordinal).Select(g => new ReportRow(g.Key, NameOf(g.Key),
            [
                .. uses.Select(use => new ReportFigure(
                    g.Where(p => p.Use == use).Sum(p => p.Amount.Value), [.. g.Where(p => p.Use == use).SelectMany(p => p.Amount.Trace)])),
            ])),
            Total([.. uses.Select(use => parts.Where(p => p.Use == use).Sum(p => p.Amount.Value))]),
        ]);
    }

    public static ReportRow Total(IReadOnlyList<Money> amounts) =>
        new("total", CostReportTexts.Of("total"), [.. amounts.Select(a => new ReportFigure(a))]);

    private static string IdOf(ResultUse use) => use == ResultUse.FromReserves ? "from-reserves" : use.ToString().ToLowerInvariant();

    private string CentreName(string id) => Exercise.Centres.FirstOrDefault(c => c.Id == id)?.Name ?? id;
}
