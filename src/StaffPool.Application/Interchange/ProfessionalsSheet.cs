using StaffPool.Application.Workforce;
using StaffPool.Data.Workforce;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Workforce;

namespace StaffPool.Application.Interchange;

/// <summary>The shared professionals; an employer writes and reads its own.</summary>
internal sealed class ProfessionalsSheet() : NamedSheet<ProfessionalRow, ProfessionalDescription>(
    "professional",
    new("profession", IsRequired: true, Choices: c => c.Professions.AllNames) { Codes = ["not-found.profession"] },
    new("employer", IsRequired: true, Choices: c => c.Members.Stored.Where(m => m.IsEmployer).Select(m => m.Name))
    {
        Codes = ["not-found.member", "professional.not-employer", "professional.not-your-member"],
    },
    new("base", IsRequired: true, Choices: c => c.Sites.AllNames) { Codes = ["not-found.site"] },
    new("fte", IsRequired: true) { Codes = ["professional.fte"] },
    new("working-time", Choices: c => c.WorkingTimeCodes) { Codes = ["professional.working-time"] },
    new("status", Choices: SheetColumn.Of<EmploymentStatus>) { Codes = ["professional.status"] },
    new("referent", Field: "referent_manager"),
    new("qualifications", Field: "qualifications") { Codes = ["professional.qualifications"] },
    new("reserved") { Codes = ["professional.reserved"] },
    new("named-sites", Choices: SheetColumn.YesOrNo),
    new("consent-exempt", Field: "consent_not_required_because"))
{
    public override bool IsForAdministrator => false;

    protected override NamedRows<ProfessionalRow> RowsIn(Catalogue catalogue) => catalogue.Professionals;

    protected override string CodeOf(ProfessionalRow row) => row.Code;

    protected override string NewNameOf(ProfessionalDescription description) => description.Name;

    protected override bool MayRead(ProfessionalRow row, Catalogue catalogue) => catalogue.SeesAll || catalogue.IsOwn(row.EmployerId);

    protected override bool MayChange(ProfessionalRow row, Catalogue catalogue) => PeopleAccess.IsEmployer(catalogue.Scope.Caller, row.EmployerId);

    protected override IReadOnlyList<object?> Cells(ProfessionalRow row, Catalogue catalogue) =>
    [
        row.Code, row.Name, catalogue.Professions.ById(row.ProfessionId)?.Name, catalogue.Members.ById(row.EmployerId)?.Name,
        catalogue.Sites.ById(row.BaseId)?.Name, row.FullTimeEquivalent, row.WorkingTime, ChoiceWords.Of(row.Status).Here(), row.ReferentManager,
        row.Qualifications.Count == 0 ? null : string.Join(", ", row.Qualifications), row.ReservedHalfDaysPerYear, row.ConsentsToNamedSitesOnly,
        row.ConsentNotRequiredBecause,
    ];

    protected override ProfessionalDescription Describe(LineReader line, ProfessionalRow? row, Catalogue catalogue)
    {
        if (line.IsEmpty("fte") && row is null)
        {
            line.Blame("fte", "cell.missing");
        }

        return new(
            line.Text("name", row?.Name) ?? row?.Name ?? "",
            line.Reference("profession", catalogue.Professions, row is null ? null : catalogue.Professions.ById(row.ProfessionId))?.Id ?? Guid.Empty,
            line.Reference("employer", catalogue.Members, row is null ? null : catalogue.Members.ById(row.EmployerId))?.Id ?? Guid.Empty,
            line.Reference("base", catalogue.Sites, row is null ? null : catalogue.Sites.ById(row.BaseId))?.Id ?? Guid.Empty,
            line.Amount("fte", row?.FullTimeEquivalent) ?? row?.FullTimeEquivalent ?? 0,
            line.Text("working-time", row?.WorkingTime),
            line.Choice("status", (EmploymentStatus?)(row?.Status ?? EmploymentStatus.CivilServant)),
            line.Text("referent", row?.ReferentManager),
            line.Words("qualifications", row?.Qualifications ?? []),
            line.Whole("reserved", row?.ReservedHalfDaysPerYear) ?? 0,
            line.Yes("named-sites", row?.ConsentsToNamedSitesOnly ?? false),
            line.Text("consent-exempt", row?.ConsentNotRequiredBecause));
    }

    protected override ProfessionalRow New(LineKey read, ProfessionalDescription description, Catalogue catalogue) =>
        new() { Code = CodeFor(read, description, catalogue), Name = description.Name, FullTimeEquivalent = description.FullTimeEquivalent };

    protected override IEnumerable<Violation> Assess(ProfessionalDescription description, ProfessionalRow row, Catalogue catalogue)
    {
        foreach (var problem in description.Assess(catalogue.KnownToStaff, catalogue.Professionals.IsShared))
        {
            yield return problem;
        }

        if (!PeopleAccess.IsEmployer(catalogue.Scope.Caller, description.EmployerId))
        {
            yield return WorkforceTexts.Blocking("professional.not-your-member");
        }
    }

    protected override void Write(ProfessionalDescription description, ProfessionalRow row, bool isNew, Catalogue catalogue)
    {
        description.WriteTo(row);
        if (isNew)
        {
            catalogue.Db.Professionals.Add(row);
        }
    }
}
