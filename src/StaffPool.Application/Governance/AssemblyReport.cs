using StaffPool.Application.Scenarios;
using StaffPool.Application.Scenarios.Reports;
using StaffPool.Domain.Governance.Assemblies;
using StaffPool.Domain.Rules;

namespace StaffPool.Application.Governance;

/// <summary>Each sitting: how it was called, who was there, what was decided and by how much.</summary>
internal static class AssemblyReport
{
    public static IEnumerable<ReportSection> Of(Scenario scenario) =>
        RightsOverTime.Of(scenario) is { } rights ? scenario.Governance.Assemblies.Select(a => Of(scenario, rights, a)) : [];

    public static ReportSection Of(Scenario scenario, RightsOverTime rights, DeclaredAssembly declared)
    {
        var id = $"assembly-{declared.Id}";
        var title = declared.Title is { } written
            ? ReportTexts.Of("assembly.titled", written, declared.Notice.Day)
            : ReportTexts.Of("assembly.title", declared.Notice.Day);
        var (assembly, problems) = AssemblySitting.Of(scenario, rights, declared);
        if (assembly is null)
        {
            return new ReportSection(id, title, [], problems);
        }

        var minutes = Minutes.Of(assembly);
        return new ReportSection(
            id,
            title,
            [
                Notice(assembly, minutes),
                Attendance(assembly, minutes.Sheet),
                new ReportTable(
                    "quorum", ReportTexts.Of("assembly.quorum"), ReportTexts.Of("header.condition"),
                    ReportTexts.Columns("reached", "needed", "met", "shortfall"), [Condition("quorum", minutes.Quorum)]),
                .. minutes.Results.Count > 0 ? [Motions(minutes)] : Array.Empty<ReportTable>(),
                .. minutes.Results.Select(Conditions),
            ],
            [.. problems, .. minutes.Violations]);
    }

    private static ReportTable Notice(GeneralAssembly assembly, Minutes minutes)
    {
        var notice = minutes.Notice;
        var last = NoticeDelays.LastDay(notice.OpensAt, assembly.Agreement);
        var rows = new List<ReportRow>
        {
            ReportTexts.Row("convened", notice.SentOn),
            ReportTexts.Row("sitting", notice.Day),
        };
        if (!notice.IsUrgent)
        {
            rows.Add(ReportTexts.Row("last-day", last.Value, last.Trace));
        }

        if (!minutes.Quorum.IsMet && !notice.IsSecondCall)
        {
            var second = NoticeDelays.LastDayOfSecondCall(notice.Day, notice.IsUrgent, assembly.Agreement);
            rows.Add(ReportTexts.Row("second-call-last-day", second.Value, second.Trace));
        }

        return new ReportTable("notice", ReportTexts.Of("assembly.notice"), ReportTexts.Of("header.figure"), ReportTexts.Columns("value"), rows);
    }

    private static ReportTable Attendance(GeneralAssembly assembly, AttendanceSheet sheet) => new(
        "attendance", ReportTexts.Of("assembly.attendance"), ReportTexts.Of("header.member"),
        ReportTexts.Columns("attendance", "rights", "votes"),
        [
            .. sheet.Lines.Select(l => new ReportRow(
                l.MemberId,
                assembly.NameOf(l.MemberId),
                [
                    new ReportFigure(l.Attendance switch
                    {
                        Domain.Governance.Assemblies.Attendance.Present => ReportTexts.Of("attendance.present"),
                        Domain.Governance.Assemblies.Attendance.Represented =>
                            ReportTexts.Of("attendance.represented", assembly.NameOf(l.Representative!)),
                        _ => ReportTexts.Of("attendance.absent"),
                    }),
                    new ReportFigure(l.Rights),
                    new ReportFigure(l.Votes),
                ])),
            new ReportRow(
                "total", ReportTexts.Of("row.there"), [null, new ReportFigure(sheet.Rights), new ReportFigure(sheet.Votes)]),
        ]);

    private static ReportTable Motions(Minutes minutes) => new(
        "motions", ReportTexts.Of("assembly.motions"), ReportTexts.Of("header.motion"),
        ReportTexts.Columns("passed", "for", "against", "abstained"),
        [
            .. minutes.Results.Select(r => new ReportRow(
                r.Motion.Id,
                r.Motion.Wording,
                [
                    new ReportFigure(
                        r.IsPassed,
                        [.. r.Conditions.Select(c => c.Sentence), .. r.Violations.Where(v => v.Severity == Severity.Blocking).Select(v => v.Message)]),
                    new ReportFigure(r.For),
                    new ReportFigure(r.Against),
                    new ReportFigure(r.Abstained),
                ])),
        ]);

    private static ReportTable Conditions(MotionResult result) => new(
        $"motion-{result.Motion.Id}", ReportTexts.Of("assembly.conditions", result.Motion.Wording), ReportTexts.Of("header.condition"),
        ReportTexts.Columns("reached", "needed", "met", "shortfall"),
        [.. result.Conditions.Select(c => Condition(c.Name, c))]);

    private static ReportRow Condition(string id, MotionCondition condition) => new(
        id,
        condition.Sentence,
        [
            new ReportFigure(condition.Reached),
            new ReportFigure(condition.Needed),
            new ReportFigure(condition.IsMet),
            new ReportFigure(condition.Shortfall),
        ]);
}
