using System.Numerics;
using StaffPool.Application.Scenarios.Reports;
using StaffPool.Domain.Calculations;
using StaffPool.Domain.Simulations;

namespace StaffPool.Application.Simulations;

/// <summary>The tables of one simulated case; those without a row are left out.</summary>
internal sealed class SimulationTables(SimulationOutcome outcome, IReadOnlyList<DeclaredThreshold> thresholds)
{
    private readonly List<ReportTable> _tables = [];

    public IReadOnlyList<ReportTable> All => _tables;

    public void AddRights() => Add(
        "rights", "member",
        ["shares-before", "shares-after", "votes-before", "votes-after", "votes-percent-before", "votes-percent-after"],
        from m in outcome.Members
        where m.Votes is not null
        select new ReportRow(m.MemberId, m.Name, [.. Both(m.Shares), .. Both(m.Votes), .. Both(m.VotePercent)]));

    public void AddCapital() => AddCompared("capital", m => m.Capital);

    public void AddDue() => AddCompared("due", m => m.Due);

    /// <summary>The steps that are taken after the changes, whether the changes reach them or not.</summary>
    public void AddThresholds() => Add(
        "thresholds", "threshold", ["limit", "added", "taken-before", "total-before", "total-after"],
        from declared in thresholds
        let threshold = declared.Threshold
        where outcome.After?.Costs is { } costs && costs.Crossed.Contains(threshold)
        let crossing = outcome.Crossings.FirstOrDefault(c => c.Threshold == threshold)
        select new ReportRow(declared.Id, threshold.Name,
        [
            new(threshold.Limit),
            new(threshold.Added.Sum(a => a.Amount)),
            new(crossing is null),
            crossing is null ? null : new(crossing.Before),
            crossing is null ? null : new(crossing.After),
        ]));

    /// <summary>Why each member pays more: the new split first, then each step that is reached.</summary>
    public void AddSurcharges()
    {
        var causes = new[] { outcome.Redistribution }.Concat(outcome.Crossings.Select(c => c.Surcharges)).ToList();
        var columns = new[] { Column("redistribution") }
            .Concat(outcome.Crossings.Select(c => new ReportColumn(IdOf(c.Threshold), SimulationReportTexts.Of("name", c.Threshold.Name))))
            .Append(Column("total"))
            .ToList();
        var rows = from id in causes.SelectMany(c => c).Select(s => s.MemberId).Distinct(StringComparer.Ordinal)
                   let amounts = causes.Select(c => c.FirstOrDefault(s => s.MemberId == id)?.Amount ?? new(Money.Zero, [])).ToList()
                   select new ReportRow(
                       id,
                       causes.SelectMany(c => c).First(s => s.MemberId == id).Name,
                       [.. amounts.Select(ReportFigure.Of), new ReportFigure(amounts.Sum(a => a.Value))]);
        Add("surcharges", "member", columns, rows,
            () => [.. causes.Select(c => c.Sum(s => s.Amount.Value)), causes.SelectMany(c => c).Sum(s => s.Amount.Value)]);
    }

    public void AddAdmissions() => Add(
        "admissions", "member", ["member-from", "rights-from", "answers-for-debts-from"],
        from admission in outcome.Admissions
        let effects = admission.Effects.Value
        select new ReportRow(admission.MemberId, outcome.Members.First(m => m.MemberId == admission.MemberId).Name,
        [
            new(effects.MemberFrom),
            new(effects.RightsFrom, admission.Effects.Trace),
            effects.AnswersForDebtsDueFrom is { } due ? new(due) : null,
        ]));

    public void AddExitBills() => Add(
        "exit-bills", "member", ["last-day", "debts", "true-up", "notice", "penalty", "total"],
        from bill in outcome.ExitBills
        select new ReportRow(bill.MemberId, bill.Name,
        [
            new(bill.LastDay), ReportFigure.Of(bill.Debts), ReportFigure.Of(bill.TrueUp), ReportFigure.Of(bill.Notice),
            ReportFigure.Of(bill.Penalty), ReportFigure.Of(bill.Total),
        ]));

    /// <summary>Half-days of the period that each member receives.</summary>
    public void AddServed()
    {
        var members = outcome.Members.Where(m => m.HalfDaysServed is not null).ToList();
        Add(
            "served", "member", [Column("before"), Column("after"), Column("difference")],
            members.Select(m => new ReportRow(m.MemberId, m.Name, [.. Both(m.HalfDaysServed), Whole(m.HalfDaysServed!.Difference)])),
            () =>
            [
                members.Sum(m => (long)m.HalfDaysServed!.Before.Value),
                members.Sum(m => (long)m.HalfDaysServed!.After.Value),
                members.Sum(m => (long)m.HalfDaysServed!.Difference.Value),
            ]);
    }

    /// <summary>What the staff of the others looks like once a member is gone.</summary>
    public void AddDepartures() => Add(
        "departures", "member", ["posts", "posts-go-on", "half-days-given", "half-days-freed"],
        from departure in outcome.Departures
        select new ReportRow(departure.MemberId, NameOf(departure.MemberId),
        [
            new((long)departure.Posts.Count), new(departure.PostsGoOn), new((long)departure.Posts.Sum(p => p.Total)), Whole(departure.Freed),
        ]));

    /// <summary>Each post that a leaver employs, and how many half-days the others received of it.</summary>
    public void AddPosts()
    {
        var posts = outcome.Departures.SelectMany(d => d.Posts).ToList();
        var hosts = posts.SelectMany(p => p.Lost).DistinctBy(l => l.MemberId).OrderBy(l => l.MemberId, StringComparer.Ordinal).ToList();
        var rows = from post in posts
                   select new ReportRow(post.Professional.Id, post.Professional.Name,
                   [
                       .. hosts.Select(h => post.Lost.FirstOrDefault(l => l.MemberId == h.MemberId) is { } lost ? Whole(lost.HalfDays) : null),
                       new((long)post.Total),
                   ]);
        Add(
            "posts", "post",
            [.. hosts.Select(h => new ReportColumn(h.MemberId, SimulationReportTexts.Of("name", h.Name))), Column("total")],
            rows, null);
    }

    private void AddCompared(string id, Func<MemberComparison, Compared<Money>?> figure)
    {
        var members = outcome.Members.Where(m => figure(m) is not null).ToList();
        Add(
            id, "member", [Column("before"), Column("after"), Column("difference")],
            members.Select(m => new ReportRow(m.MemberId, m.Name, [.. Both(figure(m)), ReportFigure.Of(figure(m)!.Difference)])),
            () =>
            [
                members.Sum(m => figure(m)!.Before.Value),
                members.Sum(m => figure(m)!.After.Value),
                members.Sum(m => figure(m)!.Difference.Value),
            ]);
    }

    private void Add(string id, string rowHeader, IEnumerable<string> columns, IEnumerable<ReportRow> rows) =>
        Add(id, rowHeader, [.. columns.Select(Column)], rows, null);

    private void Add(
        string id, string rowHeader, IReadOnlyList<ReportColumn> columns, IEnumerable<ReportRow> rows, Func<IEnumerable<object>>? total)
    {
        var all = rows.ToList();
        if (all.Count == 0)
        {
            return;
        }

        if (total is not null)
        {
            all.Add(new ReportRow("total", SimulationReportTexts.Of("total"), [.. total().Select(m => new ReportFigure(m))]));
        }

        _tables.Add(new ReportTable(
            id, SimulationReportTexts.Of($"table.{id}"), SimulationReportTexts.Of($"rows.{rowHeader}"), columns, all));
    }

    private static ReportColumn Column(string id) => new(id, SimulationReportTexts.Of($"column.{id}"));

    private static ReportFigure?[] Both<T>(Compared<T>? compared)
        where T : ISubtractionOperators<T, T, T> =>
        compared is null ? [null, null] : [Figure(compared.Before), Figure(compared.After)];

    // Reports know no other whole number.
    private static ReportFigure Figure<T>(Traced<T> traced)
        where T : notnull =>
        traced is Traced<int> whole ? Whole(whole) : ReportFigure.Of(traced);

    private static ReportFigure Whole(Traced<int> traced) => new((long)traced.Value, traced.Trace);

    private string NameOf(string memberId) => outcome.Members.First(m => m.MemberId == memberId).Name;

    private string IdOf(CostThreshold threshold) => thresholds.First(t => t.Threshold == threshold).Id;
}
