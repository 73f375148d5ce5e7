using System.Globalization;
using StaffPool.Application.Planning;
using StaffPool.Data.Planning;
using StaffPool.Domain.Rules;

namespace StaffPool.Application.Interchange;

/// <summary>What was really done, month by month; a member writes and reads that of its people and of its sites.</summary>
internal sealed class WorkDoneSheet() : KeyedSheet<WorkDoneRow, WorkDone>(
    "work-done",
    [
        new("professional", IsRequired: true, Choices: c => c.Professionals.AllNames),
        new("site", IsRequired: true, Choices: c => c.Sites.AllNames),
        new("month", IsRequired: true) { Codes = ["work-done.month"] },
        new("half-days") { Codes = ["work-done.half-days", "work-done.nothing"] },
        new("hours") { Codes = ["work-done.hours"] },
    ])
{
    public override bool IsForAdministrator => false;

    protected override IEnumerable<WorkDoneRow> Stored(Catalogue catalogue) => catalogue.WorkDone;

    protected override string KeyOf(WorkDoneRow row, Catalogue catalogue) => KeyFor(row.ProfessionalId, row.SiteId, row.Month);

    protected override string NameOf(WorkDoneRow row, Catalogue catalogue) => string.Create(
        CultureInfo.CurrentCulture,
        $"{catalogue.Professionals.ById(row.ProfessionalId)?.Name} · {catalogue.Sites.ById(row.SiteId)?.Name} · {row.Month:MMMM yyyy}");

    protected override bool MayRead(WorkDoneRow row, Catalogue catalogue) => catalogue.SeesAll || MayChange(row, catalogue);

    protected override bool MayChange(WorkDoneRow row, Catalogue catalogue) => IsOwn(row.ProfessionalId, row.SiteId, catalogue);

    protected override IReadOnlyList<object?> Cells(WorkDoneRow row, Catalogue catalogue) =>
    [
        catalogue.Professionals.ById(row.ProfessionalId)?.Name, catalogue.Sites.ById(row.SiteId)?.Name, row.Month, row.HalfDays, row.Hours,
    ];

    protected override LineKey? Read(LineReader line, Catalogue catalogue)
    {
        var professional = line.Reference("professional", catalogue.Professionals, null);
        var site = line.Reference("site", catalogue.Sites, null);
        var month = line.Month("month");
        if (month is null && line.IsEmpty("month"))
        {
            line.Blame("month", "cell.missing");
        }

        return professional is null || site is null || month is not { } first ? null : new LineKey(KeyFor(professional.Id, site.Id, first));
    }

    protected override WorkDone Describe(LineReader line, WorkDoneRow? row, Catalogue catalogue)
    {
        var professional = catalogue.Professionals.Find(line.Text("professional")!)!;
        var site = catalogue.Sites.Find(line.Text("site")!)!;
        if (!IsOwn(professional.Id, site.Id, catalogue))
        {
            line.Blame("professional", "cell.not-yours");
        }

        return new WorkDone(
            professional.Id, site.Id, line.Month("month") ?? default, line.Amount("half-days", row?.HalfDays), line.Amount("hours", row?.Hours));
    }

    protected override WorkDoneRow New(LineKey read, WorkDone description, Catalogue catalogue) => new()
    {
        ProfessionalId = description.ProfessionalId, SiteId = description.SiteId, Month = description.Month, RecordedBy = catalogue.Scope.Caller.Name,
    };

    protected override IEnumerable<Violation> Assess(WorkDone description, WorkDoneRow row, Catalogue catalogue) => description.Assess(catalogue.Scope.Today);

    protected override void Write(WorkDone description, WorkDoneRow row, bool isNew, Catalogue catalogue)
    {
        description.WriteTo(row, catalogue.Scope.Caller.Name);
        if (isNew)
        {
            catalogue.Db.WorkDone.Add(row);
        }
    }

    private static bool IsOwn(Guid professionalId, Guid siteId, Catalogue catalogue) =>
        catalogue.IsAdministrator
        || (catalogue.Professionals.ById(professionalId) is { } person && catalogue.IsOwn(person.EmployerId))
        || (catalogue.Sites.ById(siteId) is { } site && catalogue.IsOwn(site.MemberId));

    private static string KeyFor(Guid professional, Guid site, DateOnly month) =>
        string.Create(CultureInfo.InvariantCulture, $"{professional:D}{site:D}{month:yyyy-MM}");
}
