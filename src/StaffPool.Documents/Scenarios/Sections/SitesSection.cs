using StaffPool.Documents.Scenarios.Yaml;
using StaffPool.Domain.Calendar;
using StaffPool.Domain.Members;
using StaffPool.Domain.Workforce;

namespace StaffPool.Documents.Scenarios.Sections;

internal static class SitesSection
{
    public static readonly string[] Keys =
    [
        "id", "name", "member", "commune", "postcode", "insee", "coordinates", "kind", "places", "opening",
        "closures", "holidays", "accepted-statuses", Provenance.Source, Provenance.Synthetic,
    ];

    public static readonly string[] OpeningKeys = ["days-per-year", "days-per-week"];

    public static readonly string[] ClosureKeys = ["from", "to"];

    public static void Read(Node? section, ScenarioContext context)
    {
        var places = new PlaceReader(context);
        foreach (var fields in context.Entries(section, "sites", Keys))
        {
            var id = Identifier.Read(fields);
            var name = fields.RequiredText("name");
            var site = ReadSite(fields, id, name, places, context);
            Provenance.Check(fields, context);
            context.Sites.DeclareName(name, fields.PositionOf("name"));
            context.Sites.Declare(id, fields.PositionOf("id"), site);
        }
    }

    private static Site? ReadSite(
        Fields fields, string? id, string? name, PlaceReader places, ScenarioContext context)
    {
        var member = fields.RequiredReference("member", context.Members);
        var kind = fields.RequiredChoice<SiteKind>("kind");
        var capacity = fields.Integer("places", 0, 100_000);
        var opening = ReadOpening(fields) with
        {
            Closures = fields.Has("closures") ? ReadClosures(fields, context) : null,
            Holidays = fields.Choice<HolidayCalendar>("holidays") ?? HolidayCalendar.France,
        };
        var statuses = ReadStatuses(fields);
        var place = places.Read(fields);
        return id is null || name is null || member is null || kind is null || place is null
            ? null
            : new Site
            {
                Id = id,
                Name = name,
                Member = member,
                Commune = place.Value.Commune,
                Location = place.Value.Location,
                Kind = kind.Value,
                Places = capacity,
                Opening = opening,
                AcceptedStatuses = statuses,
            };
    }

    private static OpeningCalendar ReadOpening(Fields fields)
    {
        if (fields.Node("opening") is not { } node
            || Fields.Of(node, "opening", OpeningKeys, fields.Problems) is not { } opening)
        {
            return OpeningCalendar.AllYear;
        }

        var perYear = opening.RequiredInteger("days-per-year", 1, 365);
        var perWeek = opening.RequiredInteger("days-per-week", 1, 7);
        if (perYear is null || perWeek is null)
        {
            return OpeningCalendar.AllYear;
        }

        if (perYear > perWeek * 53)
        {
            fields.Problems.Add(opening.PositionOf("days-per-year"), "opening.impossible", perYear, perWeek, perWeek * 53);
        }

        return new OpeningCalendar(perYear.Value, perWeek.Value);
    }

    private static List<Period> ReadClosures(Fields fields, ScenarioContext context)
    {
        var closures = new List<Period>();
        foreach (var closure in context.Entries(fields.Node("closures"), "closures", ClosureKeys))
        {
            var from = closure.RequiredDate("from");
            var to = closure.RequiredDate("to");
            if (to < from)
            {
                fields.Problems.Add(closure.PositionOf("to"), "period.reversed", from, to);
            }
            else if (from is not null && to is not null)
            {
                closures.Add(new Period(from.Value, to.Value));
            }
        }

        return closures;
    }

    private static EmploymentStatus[] ReadStatuses(Fields fields)
    {
        if (!fields.Has("accepted-statuses"))
        {
            return Enum.GetValues<EmploymentStatus>();
        }

        return [.. fields.Scalars("accepted-statuses")
            .Select(s => Values.Choice<EmploymentStatus>(s, "accepted-statuses", fields.Problems))
            .OfType<EmploymentStatus>()
            .Distinct()];
    }
}
