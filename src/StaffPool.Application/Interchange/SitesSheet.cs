using StaffPool.Application.Members;
using StaffPool.Data.Members;
using StaffPool.Domain.Geography;
using StaffPool.Domain.Members;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Workforce;

namespace StaffPool.Application.Interchange;

/// <summary>The sites of the members.</summary>
internal sealed class SitesSheet() : NamedSheet<SiteRow, SiteDescription>(
    "site",
    new("member", IsRequired: true, Choices: c => c.Members.AllNames) { Codes = ["not-found.member"] },
    new("kind", IsRequired: true, Choices: SheetColumn.Of<SiteKind>) { Codes = ["site.kind"] },
    new("commune") { Codes = ["place.missing", "place.ambiguous", "place.unknown", "place.unknown-near"] },
    new("postal-code"),
    new("insee") { Codes = ["place.insee-unknown"] },
    new("latitude") { Codes = ["place.coordinates", "place.far"] },
    new("longitude"),
    new("places") { Codes = ["site.places"] },
    new("days-per-year") { Codes = ["site.opening"] },
    new("days-per-week"),
    new("statuses") { Codes = ["site.statuses"] })
{
    private const int DaysPerYear = 365;
    private const int DaysPerWeek = 7;
    private const int CodeDigits = 5;

    protected override NamedRows<SiteRow> RowsIn(Catalogue catalogue) => catalogue.Sites;

    protected override string CodeOf(SiteRow row) => row.Code;

    protected override string NewNameOf(SiteDescription description) => description.Name;

    protected override IReadOnlyList<object?> Cells(SiteRow row, Catalogue catalogue) =>
    [
        row.Code, row.Name, catalogue.Members.ById(row.MemberId)?.Name, ChoiceWords.Of(row.Kind).Here(),
        CommuneDirectory.France.ByInseeCode(row.InseeCode)?.Name, null, row.InseeCode, row.Latitude, row.Longitude, row.Places,
        row.OpeningDaysPerYear, row.OpeningDaysPerWeek, string.Join(", ", row.AcceptedStatuses.Order().Select(s => ChoiceWords.Of(s).Here())),
    ];

    protected override SiteDescription Describe(LineReader line, SiteRow? row, Catalogue catalogue) => new(
        line.Text("name", row?.Name) ?? row?.Name ?? "",
        line.Reference("member", catalogue.Members, row is null ? null : catalogue.Members.ById(row.MemberId))?.Id ?? Guid.Empty,
        PlaceOf(line, row),
        line.Choice("kind", row?.Kind),
        line.Whole("places", row?.Places),
        line.Whole("days-per-year", row?.OpeningDaysPerYear) ?? row?.OpeningDaysPerYear ?? DaysPerYear,
        line.Whole("days-per-week", row?.OpeningDaysPerWeek) ?? row?.OpeningDaysPerWeek ?? DaysPerWeek,
        line.Choices("statuses", row?.AcceptedStatuses ?? (IReadOnlyList<EmploymentStatus>)Enum.GetValues<EmploymentStatus>()));

    protected override SiteRow New(LineKey read, SiteDescription description, Catalogue catalogue) =>
        new() { Code = CodeFor(read, description, catalogue), Name = description.Name, InseeCode = "", Kind = description.Kind, MemberId = description.MemberId };

    protected override IEnumerable<Violation> Assess(SiteDescription description, SiteRow row, Catalogue catalogue)
    {
        var problems = new List<Violation>();
        row.InseeCode = description.Assess(catalogue.Sites.IsShared, id => catalogue.Members.ById(id) is not null, problems)?.InseeCode ?? row.InseeCode;
        return problems;
    }

    protected override void Write(SiteDescription description, SiteRow row, bool isNew, Catalogue catalogue)
    {
        description.WriteTo(row, CommuneDirectory.France.ByInseeCode(row.InseeCode)!);
        if (isNew)
        {
            catalogue.Db.Sites.Add(row);
        }
    }

    // A line that says nothing of the place leaves it; one that names the commune is not held to the former code.
    private static Place PlaceOf(LineReader line, SiteRow? row)
    {
        var (code, commune, postalCode) = (line.Digits("insee", CodeDigits), line.Text("commune"), line.Digits("postal-code", CodeDigits));
        if (code is not null && commune is not null
            && CommuneDirectory.France.Resolve(commune, postalCode, suggest: false) is CommuneResolution.Found { Commune: var named } && named.InseeCode != code)
        {
            line.Blame("commune", "site.commune-differs", commune, named.InseeCode, code);
        }

        return new Place(
            code ?? (commune is null ? row?.InseeCode : null), commune, postalCode,
            line.Degrees("latitude", row?.Latitude), line.Degrees("longitude", row?.Longitude));
    }
}
