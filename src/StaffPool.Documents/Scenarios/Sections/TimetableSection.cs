using StaffPool.Application.Timetables;
using StaffPool.Documents.Scenarios.Yaml;
using StaffPool.Domain.Calendar;
using StaffPool.Domain.Timetables;

namespace StaffPool.Documents.Scenarios.Sections;

/// <summary>What a file says of its timetable: the cycle, and what hosts, people and employers ask.</summary>
internal static class TimetableSection
{
    public static readonly string[] Keys =
    [
        "cycle", "host-days", "joint-presences", "forbidden-pairs", "rooms", "days-off", "away", "contracts", "unwanted", "carried-over",
        Provenance.Source, Provenance.Synthetic,
    ];

    private static readonly string[] HostDaysKeys = ["site", "profession", "days"];
    private static readonly string[] JointKeys = ["site", "professionals", "times-per-cycle"];
    private static readonly string[] PairKeys = ["professionals"];
    private static readonly string[] RoomKeys = ["site", "profession", "at-once"];
    private static readonly string[] DaysOfKeys = ["professional", "days"];
    private static readonly string[] AwayKeys = ["professional", "from", "from-half", "to", "to-half", "kind"];
    private static readonly string[] ContractKeys = ["professional", "from", "to"];
    private static readonly string[] CarriedKeys = ["professional", "site", "half-days"];

    /// <returns>Null where the file says nothing.</returns>
    public static TimetableScenario? Read(Node? section, ScenarioContext context)
    {
        if (section is null || Fields.Of(section, "timetable", Keys, context.Problems) is not { } fields)
        {
            return null;
        }

        Provenance.Check(fields, context);
        return new TimetableScenario
        {
            CycleWeeks = ReadCycle(fields),
            Requests = new TimetableRequests
            {
                HostDays = context.List(fields.Node("host-days"), "host-days", HostDaysKeys, f => ReadHostDays(f, context)),
                JointPresences = context.List(fields.Node("joint-presences"), "joint-presences", JointKeys, f => ReadJoint(f, context)),
                ForbiddenPairs = context.List(fields.Node("forbidden-pairs"), "forbidden-pairs", PairKeys, f => ReadPair(f, context)),
                RoomLimits = context.List(fields.Node("rooms"), "rooms", RoomKeys, f => ReadRoom(f, context)),
                RegularDaysOff = [.. DaysOf(fields, "days-off", context).Select(d => new RegularDayOff(d.Professional, d.When))],
                TimesAway = context.List(fields.Node("away"), "away", AwayKeys, f => ReadAway(f, context)),
                Contracts = context.List(fields.Node("contracts"), "contracts", ContractKeys, f => ReadContract(f, context)),
                Unwanted = [.. DaysOf(fields, "unwanted", context).Select(d => new UnwantedHalfDay(d.Professional, d.When))],
            },
            CarriedOver = context.List(fields.Node("carried-over"), "carried-over", CarriedKeys, f => ReadCarried(f, context)),
        };
    }

    private static int ReadCycle(Fields fields)
    {
        var weeks = fields.Integer("cycle", 1, 4) ?? TimetableScenario.Usual.CycleWeeks;
        if (weeks == 3)
        {
            fields.Problems.Add(fields.PositionOf("cycle"), "timetable.cycle", weeks);
        }

        return weeks;
    }

    private static HostDays? ReadHostDays(Fields fields, ScenarioContext context)
    {
        var site = fields.RequiredReference("site", context.Sites);
        var profession = fields.Reference("profession", context.Professions);
        var days = fields.Required("days") is null ? [] : ReadDays(fields);
        return site is null || days.Count == 0 ? null : new HostDays(site, profession, days);
    }

    private static JointPresence? ReadJoint(Fields fields, ScenarioContext context)
    {
        var site = fields.RequiredReference("site", context.Sites);
        var people = fields.References("professionals", context.Professionals);
        var times = fields.Integer("times-per-cycle", 1, 40) ?? 1;
        return site is null || !AreAtLeastTwo(fields, people.Count) ? null : new JointPresence(site, people, times);
    }

    private static ForbiddenPair? ReadPair(Fields fields, ScenarioContext context)
    {
        var people = fields.References("professionals", context.Professionals);
        if (people.Count > 2)
        {
            fields.Problems.Add(fields.PositionOf("professionals"), "timetable.pair", people.Count);
        }

        return AreAtLeastTwo(fields, people.Count) ? new ForbiddenPair(people[0], people[1]) : null;
    }

    private static bool AreAtLeastTwo(Fields fields, int people)
    {
        if (people >= 2)
        {
            return true;
        }

        fields.Problems.Add(fields.PositionOf("professionals"), "timetable.pair", people);
        return false;
    }

    private static RoomLimit? ReadRoom(Fields fields, ScenarioContext context)
    {
        var site = fields.RequiredReference("site", context.Sites);
        var profession = fields.Reference("profession", context.Professions);
        var atOnce = fields.RequiredInteger("at-once", 1, 1000);
        return site is null || atOnce is null ? null : new RoomLimit(site, profession, atOnce.Value);
    }

    private static TimeAway? ReadAway(Fields fields, ScenarioContext context)
    {
        var professional = fields.RequiredReference("professional", context.Professionals);
        var from = fields.RequiredDate("from");
        var to = fields.RequiredDate("to");
        var kind = fields.RequiredChoice<AwayKind>("kind");
        if (professional is null || from is null || to is null || kind is null)
        {
            return null;
        }

        var first = new CalendarSlot(from.Value, fields.Choice<HalfDay>("from-half") ?? HalfDay.Morning);
        var last = new CalendarSlot(to.Value, fields.Choice<HalfDay>("to-half") ?? HalfDay.Afternoon);
        if (last < first)
        {
            fields.Problems.Add(fields.PositionOf("to"), "period.reversed", from, to);
        }

        return new TimeAway(professional, first, last, kind.Value);
    }

    private static ContractSpan? ReadContract(Fields fields, ScenarioContext context)
    {
        var professional = fields.RequiredReference("professional", context.Professionals);
        var from = fields.RequiredDate("from");
        var to = fields.Date("to");
        if (to < from)
        {
            fields.Problems.Add(fields.PositionOf("to"), "period.reversed", from, to);
        }

        return professional is null || from is null ? null : new ContractSpan(professional, from.Value, to);
    }

    private static CarriedOver? ReadCarried(Fields fields, ScenarioContext context)
    {
        var professional = fields.RequiredReference("professional", context.Professionals);
        var site = fields.RequiredReference("site", context.Sites);
        var halfDays = fields.RequiredInteger("half-days", -1000, 1000);
        return professional is null || site is null || halfDays is null ? null : new CarriedOver(professional, site, halfDays.Value);
    }

    private static IEnumerable<(Domain.Workforce.Professional Professional, WeekHalfDay When)> DaysOf(Fields fields, string key, ScenarioContext context) =>
        context.List(fields.Node(key), key, DaysOfKeys, f =>
            f.RequiredReference("professional", context.Professionals) is { } professional && f.Required("days") is not null
                ? ReadDays(f).Select(day => (professional, day)).ToList()
                : null).SelectMany(d => d);

    /// <summary>monday, or monday-morning.</summary>
    private static List<WeekHalfDay> ReadDays(Fields fields)
    {
        var days = new List<WeekHalfDay>();
        foreach (var scalar in fields.Scalars("days"))
        {
            var parts = scalar.Value.Trim().Split('-', 2);
            if (!EnumWords.TryRead<DayOfWeek>(parts[0], out var day))
            {
                fields.Problems.AddUnknown(scalar.Position, scalar.Value, EnumWords.All<DayOfWeek>(), "choice.unknown", scalar.Value, "days");
            }
            else if (parts.Length == 1)
            {
                days.Add(new WeekHalfDay(day));
            }
            else if (EnumWords.TryRead<HalfDay>(parts[1], out var half))
            {
                days.Add(new WeekHalfDay(day, half));
            }
            else
            {
                fields.Problems.AddUnknown(scalar.Position, scalar.Value, EnumWords.All<HalfDay>(), "choice.unknown", parts[1], "days");
            }
        }

        return days;
    }
}
