using StaffPool.Application.Scenarios;
using StaffPool.Application.Scenarios.Reports;
using StaffPool.Domain.Calculations;
using StaffPool.Domain.Governance;
using StaffPool.Domain.Governance.Life;
using StaffPool.Domain.Rules;

namespace StaffPool.Application.Governance;

/// <summary>The tables of <see cref="LifeReport"/>; each adds what the rules found to the findings.</summary>
internal static class LifeTables
{
    public static ReportTable Grouping(DeclaredLife life, LifeCourse course, FoundingAgreement agreement, List<Violation> findings)
    {
        var nature = NatureOf(life, course);
        var derived = nature.Derive(agreement);
        findings.AddRange(nature.Assess(agreement));
        var dissolution = Dissolution(life, course);
        var ended = dissolution.On(life.On, agreement);
        findings.AddRange(dissolution.Assess(life.On, agreement));
        var rows = new List<ReportRow>
        {
            ReportTexts.Row("members", (long)nature.Members.Count),
            ReportTexts.Row(
                "nature", derived.Value is { } known ? ReportTexts.Of($"nature.{known}") : ReportTexts.Of("nature.unknown"), derived.Trace),
            ReportTexts.Row("dissolved", ended.Value is not null, ended.Trace),
        };
        if (ended.Value is { } end)
        {
            rows.Add(ReportTexts.Row("dissolved-on", end.From));
            rows.Add(ReportTexts.Row("tell-prefect-by", end.TellPrefectBy));
        }

        if (life.Budget is { } budget && derived.Value is { } law)
        {
            var inYear = new DateOnly(budget.Year, 1, 1);
            findings.AddRange(NatureConsequences.AssessBudget(law, inYear, budget.VotedOn, life.On, agreement));
            if (NatureConsequences.BudgetDeadline(law, inYear, agreement) is { } last)
            {
                rows.Add(ReportTexts.Row("budget-deadline", last));
            }
        }

        return new ReportTable("grouping", ReportTexts.Of("life.grouping"), ReportTexts.Of("header.figure"), ReportTexts.Columns("value"), rows);
    }

    public static NatureOfGrouping NatureOf(DeclaredLife life, LifeCourse course) => new(
        [.. course.Belonging.Where(m => m.IsInForceOn(life.On)).Select(m => m.Member).Distinct()], life.Nature, life.On);

    public static IEnumerable<ReportTable> Events(LifeCourse course, FoundingAgreement agreement, List<Violation> findings)
    {
        findings.AddRange(course.Admissions.SelectMany(a => a.Violations));
        findings.AddRange(course.Withdrawals.SelectMany(w => w.Outcome.Violations));
        findings.AddRange(course.Exclusions.SelectMany(e => e.Violations));
        ReportTable[] tables =
        [
            new(
                "admissions", ReportTexts.Of("life.admissions"), ReportTexts.Of("header.member"),
                ReportTexts.Columns("member-from", "rights-from", "answers-for-debts-from", "stands"),
                [.. course.Admissions.Select(a => Row(a.Event, a.Violations, agreement))]),
            new(
                "withdrawals", ReportTexts.Of("life.withdrawals"), ReportTexts.Of("header.member"),
                ReportTexts.Columns("earliest", "last-day", "possible"),
                [
                    .. course.Withdrawals.Select(w => new ReportRow(
                        w.Event.Member.Id, w.Event.Member.Name,
                        [
                            ReportFigure.Of(w.Outcome.Earliest),
                            w.Outcome.LastDay is { } last ? new ReportFigure(last) : null,
                            new ReportFigure(w.Outcome.LastDay is not null, [.. w.Outcome.Violations.Select(v => v.Message)]),
                        ])),
                ]),
            new(
                "exclusions", ReportTexts.Of("life.exclusions"), ReportTexts.Of("header.member"), ReportTexts.Columns("possible"),
                [
                    .. course.Exclusions.Select(e => new ReportRow(
                        e.Event.Member.Id, e.Event.Member.Name, [new ReportFigure(e.Violations.Count == 0, [.. e.Violations.Select(v => v.Message)])])),
                ]),
        ];
        return tables.Where(t => t.Rows.Count > 0);
    }

    public static ReportTable Mandates(DeclaredLife life, FoundingAgreement agreement) => new(
        "mandates", ReportTexts.Of("life.mandates"), ReportTexts.Of("header.mandate"), ReportTexts.Columns("last-day"),
        [
            .. life.Mandates.Select((m, i) => (Mandate: m, Last: m.LastDay(agreement), Id: FormattableString.Invariant($"mandate-{i + 1}")))
                .Select(m => new ReportRow(
                    m.Id, m.Mandate.Holder, [m.Last.Value is { } last ? new ReportFigure(last, m.Last.Trace) : null])),
        ]);

    /// <returns>Null where there are no rights on the day or nobody answers for it; the findings say why.</returns>
    public static ReportTable? Debt(
        Scenario scenario, RightsOverTime? rights, DeclaredDebt declared, LifeCourse course, List<Violation> findings)
    {
        if (rights?.On(declared.Debt.DueOn) is not { } outcome)
        {
            return null;
        }

        if (outcome.Table is not { } table)
        {
            findings.AddRange(outcome.Violations);
            return null;
        }

        var breaches = DebtSharing.Assess(declared.Debt, table.Value, course.Belonging, scenario.Grouping.Agreement).ToList();
        if (breaches.Count > 0)
        {
            findings.AddRange(breaches);
            return null;
        }

        var shares = DebtSharing.Share(declared.Debt, table.Value, course.Belonging, scenario.Grouping.Agreement);
        return new ReportTable(
            $"debt-{declared.Id}", ReportTexts.Of("life.debt", declared.Debt.Amount, declared.Debt.DueOn), ReportTexts.Of("header.member"),
            ReportTexts.Columns("rights", "amount"),
            [
                .. shares.Value.Select(s => new ReportRow(
                    s.MemberId, RightsReport.NameOf(scenario, s.MemberId), [new ReportFigure(s.Rights), new ReportFigure(s.Amount)])),
                new ReportRow(
                    "total", ReportTexts.Of("row.total"),
                    [
                        new ReportFigure(shares.Value.Sum(s => s.Rights)),
                        new ReportFigure(shares.Value.Sum(s => s.Amount), shares.Trace),
                    ]),
            ]);
    }

    private static ReportRow Row(Admission admission, IReadOnlyList<Violation> violations, FoundingAgreement agreement)
    {
        var effects = admission.Effects(agreement);
        return new ReportRow(
            admission.Newcomer.Id,
            admission.Newcomer.Name,
            [
                new ReportFigure(effects.Value.MemberFrom),
                new ReportFigure(effects.Value.RightsFrom, effects.Trace),
                effects.Value.AnswersForDebtsDueFrom is { } from ? new ReportFigure(from) : null,
                new ReportFigure(violations.Count == 0, [.. violations.Select(v => v.Message)]),
            ]);
    }

    private static Dissolution Dissolution(DeclaredLife life, LifeCourse course) => new()
    {
        Memberships = course.Belonging,
        TermEndsOn = life.End?.TermEndsOn,
        DecidedFrom = life.End?.DecidedFrom,
        ObjectExtinctFrom = life.End?.ObjectExtinctFrom,
        PrefectToldOn = life.End?.PrefectToldOn,
        Liquidators = life.End?.Liquidators ?? [],
    };
}
