using StaffPool.Application.Members;
using StaffPool.Data.Members;
using StaffPool.Domain.Members;
using StaffPool.Domain.Rules;

namespace StaffPool.Application.Interchange;

/// <summary>The members of the grouping.</summary>
internal sealed class MembersSheet() : NamedSheet<MemberRow, MemberDescription>(
    "member",
    new("kind", IsRequired: true, Choices: SheetColumn.Of<MemberKind>) { Codes = ["member.kind"] },
    new("employer", Choices: SheetColumn.YesOrNo) { Codes = ["member.still-employs"] },
    new("quota") { Codes = ["member.quota"] })
{
    protected override NamedRows<MemberRow> RowsIn(Catalogue catalogue) => catalogue.Members;

    protected override string CodeOf(MemberRow row) => row.Code;

    protected override string NewNameOf(MemberDescription description) => description.Name;

    protected override IReadOnlyList<object?> Cells(MemberRow row, Catalogue catalogue) =>
    [
        row.Code, row.Name, ChoiceWords.Of(row.Kind).Here(), row.IsEmployer,
        catalogue.SeesAll || catalogue.IsOwn(row.Id) ? row.QuotaPerYear : null,
    ];

    protected override MemberDescription Describe(LineReader line, MemberRow? row, Catalogue catalogue) => new(
        line.Text("name", row?.Name) ?? row?.Name ?? "",
        line.Choice("kind", row?.Kind),
        line.Yes("employer", row?.IsEmployer ?? false),
        line.Whole("quota", row?.QuotaPerYear));

    protected override MemberRow New(LineKey read, MemberDescription description, Catalogue catalogue) =>
        new() { Code = CodeFor(read, description, catalogue), Name = description.Name, Kind = description.Kind };

    protected override IEnumerable<Violation> Assess(MemberDescription description, MemberRow row, Catalogue catalogue) =>
        [.. description.Assess(catalogue.Members.IsShared), .. description.AssessEmployer(catalogue.Professionals.Stored.Count(p => p.EmployerId == row.Id))];

    protected override void Write(MemberDescription description, MemberRow row, bool isNew, Catalogue catalogue)
    {
        description.WriteTo(row);
        if (isNew)
        {
            catalogue.Db.Members.Add(row);
        }
    }
}
