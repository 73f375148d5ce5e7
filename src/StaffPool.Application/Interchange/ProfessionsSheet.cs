using StaffPool.Application.Workforce;
using StaffPool.Data.Workforce;
using StaffPool.Domain.Rules;

namespace StaffPool.Application.Interchange;

/// <summary>The professions that are shared.</summary>
internal sealed class ProfessionsSheet() : NamedSheet<ProfessionRow, ProfessionDescription>("profession", new SheetColumn("service", Field: "service"))
{
    protected override NamedRows<ProfessionRow> RowsIn(Catalogue catalogue) => catalogue.Professions;

    protected override string CodeOf(ProfessionRow row) => row.Code;

    protected override string NewNameOf(ProfessionDescription description) => description.Name;

    protected override IReadOnlyList<object?> Cells(ProfessionRow row, Catalogue catalogue) => [row.Code, row.Name, row.Service];

    protected override ProfessionDescription Describe(LineReader line, ProfessionRow? row, Catalogue catalogue) =>
        new(line.Text("name", row?.Name) ?? row?.Name ?? "", line.Text("service", row?.Service));

    protected override ProfessionRow New(LineKey read, ProfessionDescription description, Catalogue catalogue) =>
        new() { Code = CodeFor(read, description, catalogue), Name = description.Name };

    protected override IEnumerable<Violation> Assess(ProfessionDescription description, ProfessionRow row, Catalogue catalogue) =>
        description.Assess(catalogue.Professions.IsShared);

    protected override void Write(ProfessionDescription description, ProfessionRow row, bool isNew, Catalogue catalogue)
    {
        description.WriteTo(row);
        if (isNew)
        {
            catalogue.Db.Professions.Add(row);
        }
    }
}
