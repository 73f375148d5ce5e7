using StaffPool.Domain.Calendar;
using StaffPool.Domain.Rosters;
using StaffPool.Domain.Rosters.OnCall;
using StaffPool.Domain.Workforce;

namespace StaffPool.Documents.Rosters;

/// <summary>A scheme of night nurses as a file says it.</summary>
/// <param name="Zone">Sites and roads.</param>
/// <param name="Terms">What the scheme promises.</param>
/// <param name="Plan">What to plan.</param>
/// <param name="Nurses">Who takes the nights.</param>
/// <param name="Costs">For the advice on zones; null where the file gives none.</param>
/// <param name="Calls">The log.</param>
public sealed record RotaFile(
    OnCallZone Zone, OnCallTerms Terms, RotaPlan Plan, IReadOnlyList<OnCallNurse> Nurses, ZoneCosts? Costs, IReadOnlyList<OnCallCall> Calls);

internal sealed class RotaReader(JsonFields file)
{
    public const string Format = "staffpool-rota/1";

    private static readonly Dictionary<string, ZoneDuty> Modes = new(StringComparer.Ordinal) { ["onCall"] = ZoneDuty.OnCall, ["presence"] = ZoneDuty.Presence };

    private static readonly Dictionary<string, ZoneTurn> Units = new(StringComparer.Ordinal)
    {
        ["night"] = ZoneTurn.Night,
        ["weekEnd"] = ZoneTurn.NightOrWeekEnd,
        ["week"] = ZoneTurn.Week,
    };

    private static readonly Dictionary<string, HolidayCalendar> Calendars = new(StringComparer.Ordinal)
    {
        ["france"] = HolidayCalendar.France,
        ["alsaceMoselle"] = HolidayCalendar.AlsaceMoselle,
        ["alsaceMoselleGoodFriday"] = HolidayCalendar.AlsaceMoselleGoodFriday,
    };

    private static readonly Dictionary<string, CallMotive> Motives = RosterWords.Camel<CallMotive>();

    private static readonly Dictionary<string, CallOutcome> Outcomes = RosterWords.Camel<CallOutcome>();

    public RotaFile? Read()
    {
        if (file.Text("format") is { } format && format != Format)
        {
            file.ReportField("format", "format", format, Format);
        }

        var name = file.Text("name");
        var period = ProblemReader.PeriodOf(file);
        var mode = file.Word("mode", Modes) ?? ZoneDuty.OnCall;
        var unit = file.Word("unit", Units) ?? ZoneTurn.Night;
        var calendar = file.Word("holidays", Calendars, false) ?? HolidayCalendar.France;
        var terms = Terms();
        var sites = new Dictionary<string, OnCallSite>(StringComparer.Ordinal);
        foreach (var fields in file.List("sites"))
        {
            if (fields.Text("id") is { } id && fields.Text("name") is { } site && fields.Whole("residents", 0, 10_000) is { } residents
                && !sites.TryAdd(id, new OnCallSite(id, site, residents)))
            {
                fields.ReportField("id", "same-id", id);
            }
        }

        if (sites.Count == 0)
        {
            file.ReportField("sites", "nowhere");
        }

        var travel = new Dictionary<(string, string), int>();
        foreach (var fields in file.List("travel"))
        {
            var (from, to, minutes) = (fields.Known("from", sites), fields.Known("to", sites), fields.Whole("minutes", 0, 1440));
            if (from is not null && to is not null && minutes is { } known)
            {
                travel[(from.Id, to.Id)] = known;
            }
        }

        var nurses = new Dictionary<string, OnCallNurse>(StringComparer.Ordinal);
        foreach (var fields in file.List("nurses"))
        {
            if (Nurse(fields, sites, period?.Start) is { } nurse && !nurses.TryAdd(nurse.Person.Id, nurse))
            {
                fields.ReportField("id", "same-id", nurse.Person.Id);
            }
        }

        var costs = file.Object("costs", false) is { } amounts ? Costs(amounts) : null;
        var calls = file.List("calls").Select(Call).OfType<OnCallCall>().ToList();
        file.End();
        return name is null || period is null ? null : new RotaFile(
            new OnCallZone { Name = name, Sites = [.. sites.Values], Travel = travel },
            terms,
            new RotaPlan(period, mode, unit, Holidays(period, calendar)),
            [.. nurses.Values],
            costs,
            calls);
    }

    private static HashSet<DateOnly> Holidays(Period period, HolidayCalendar calendar) =>
        [.. Enumerable.Range(period.Start.Year, period.End.Year - period.Start.Year + 1).SelectMany(y => FrenchHolidays.Of(y, calendar)).Select(h => h.Day)];

    private OnCallTerms Terms()
    {
        var usual = OnCallTerms.Usual;
        if (file.Object("terms", false) is not { } fields)
        {
            return usual;
        }

        var terms = usual with
        {
            MostMinutesBetweenSites = fields.Whole("minutesBetweenSites", 1, 600, false) ?? usual.MostMinutesBetweenSites,
            MostMinutesToArrive = fields.Whole("minutesToArrive", 1, 600, false) ?? usual.MostMinutesToArrive,
            ResidentsPerNurse = fields.Whole("residentsPerNurse", 1, 10_000, false) ?? usual.ResidentsPerNurse,
            LeastNurses = fields.Whole("leastNurses", 1, 100, false) ?? usual.LeastNurses,
            NightStarts = fields.Has("nightStarts") ? fields.Time("nightStarts") ?? usual.NightStarts : usual.NightStarts,
            NightEnds = fields.Has("nightEnds") ? fields.Time("nightEnds") ?? usual.NightEnds : usual.NightEnds,
        };
        fields.End();
        return terms;
    }

    private static OnCallNurse? Nurse(JsonFields fields, Dictionary<string, OnCallSite> sites, DateOnly? day)
    {
        var id = fields.Text("id");
        var name = fields.Text("name", false);
        var ruleSet = fields.Known("ruleSet", ContractReader.RuleSets);
        var person = ProblemReader.PersonOf(fields);
        var minutes = fields.Numbers("minutesTo", 0, 1440).ToDictionary(m => m.Name, m => m.Number, StringComparer.Ordinal);
        foreach (var unknown in minutes.Keys.Where(k => !sites.ContainsKey(k)))
        {
            fields.ReportField($"minutesTo.{unknown}", "not-known", unknown);
        }

        if (id is null || ruleSet is null || day is null)
        {
            return null;
        }

        if (WorkingTimeLimits.Find(ruleSet, day.Value) is not { } limits)
        {
            fields.ReportField("ruleSet", "too-early", ruleSet);
            return null;
        }

        return new OnCallNurse(
            new RosterPerson
            {
                Id = id,
                Name = name ?? id,
                Contract = RotaBuilder.ContractOf(ruleSet, limits),
                TimePercent = person.TimePercent,
                Unavailable = person.Unavailable,
                History = person.History,
                Had = person.Had,
            },
            minutes);
    }

    private static ZoneCosts? Costs(JsonFields fields)
    {
        var line = fields.Whole("line", 0, 10_000_000);
        var zone = fields.Whole("zone", 0, 10_000_000);
        var nurse = fields.Whole("nurse", 0, 10_000_000);
        fields.End();
        return line is null || zone is null || nurse is null ? null : new ZoneCosts(line.Value * 100L, zone.Value * 100L, nurse.Value * 100L);
    }

    private static OnCallCall? Call(JsonFields fields)
    {
        var at = fields.Instant("at", isEnd: false);
        var site = fields.Text("site");
        var nurse = fields.Text("nurse");
        var motive = fields.Word("motive", Motives);
        var outcome = fields.Word("outcome", Outcomes);
        var phone = fields.Whole("phoneMinutes", 0, 720, false) ?? 0;
        var care = fields.Whole("minutesOnSite", 0, 720, false);
        var there = fields.Whole("minutesThere", 0, 720, care is not null);
        var back = fields.Whole("minutesBack", 0, 720, care is not null);
        return at is null || site is null || nurse is null || motive is null || outcome is null
            ? null
            : new OnCallCall(at.Value, site, nurse, motive.Value, outcome.Value, phone, care is null ? null : new OnCallIntervention(there ?? 0, care.Value, back ?? 0));
    }
}
