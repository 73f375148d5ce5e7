using StaffPool.Domain.Calendar;
using StaffPool.Domain.Rosters;
using StaffPool.Domain.Workforce;

namespace StaffPool.Documents.Rosters;

/// <summary>The rest of a roster file: period, people, wishes, what is settled.</summary>
internal sealed class ProblemReader(JsonFields file)
{
    private const int MostWeight = 1_000_000;

    public RosterProblem? Read()
    {
        if (file.Text("format") is { } format && format != RosterWords.Problem)
        {
            file.ReportField("format", "format", format, RosterWords.Problem);
        }

        var name = file.Text("name");
        if (PeriodOf(file) is not { } period)
        {
            return null;
        }

        var contracts = Collect("contracts", f => ContractReader.Read(f, period.Start), c => c.Id);
        var people = Collect("people", f => Person(f, contracts), p => p.Id);
        var tasks = new TaskReader(file, period).Read();
        var travel = new Dictionary<(string, string), int>();
        foreach (var fields in file.List("travel"))
        {
            if (fields.Text("from") is { } from && fields.Text("to") is { } to && fields.Whole("minutes", 0, 1440) is { } minutes)
            {
                travel[(from, to)] = minutes;
            }
        }

        var requests = file.List("requests").Select(f => Request(f, people, period)).OfType<RosterRequest>().ToList();
        var pins = file.List("pins").Select(f => Pin(f, people, tasks)).OfType<RosterPin>().ToList();
        var fairness = file.List("fairness").Select(Fair).OfType<FairShare>().ToList();
        var holidays = file.Days("holidays");
        if (people.Count == 0)
        {
            file.ReportField("people", "nobody");
        }

        file.End();
        return name is null ? null : new RosterProblem
        {
            Name = name,
            Period = period,
            People = [.. people.Values],
            Tasks = [.. tasks.Values],
            Travel = travel,
            Requests = requests,
            Pins = pins,
            Fairness = fairness,
            Holidays = holidays.ToHashSet(),
        };
    }

    /// <summary>The field of that name; null once the reason is told.</summary>
    public static Period? PeriodOf(JsonFields file)
    {
        if (file.Object("period") is not { } fields)
        {
            return null;
        }

        var start = fields.Day("start");
        var end = fields.Day("end");
        fields.End();
        if (start is null || end is null)
        {
            return null;
        }

        if (end >= start && end < start.Value.AddDays(750))
        {
            return new Period(start.Value, end.Value);
        }

        fields.ReportField("end", "period");
        return null;
    }

    private Dictionary<string, T> Collect<T>(string list, Func<JsonFields, T?> read, Func<T, string> id)
        where T : class
    {
        var all = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var fields in file.List(list))
        {
            if (read(fields) is { } entry && !all.TryAdd(id(entry), entry))
            {
                fields.ReportField("id", "same-id", id(entry));
            }
        }

        return all;
    }

    private static RosterPerson? Person(JsonFields fields, Dictionary<string, RosterContract> contracts)
    {
        var id = fields.Text("id");
        var name = fields.Text("name", false);
        var contract = fields.Known("contract", contracts);
        var skills = fields.Texts("skills");
        var more = PersonOf(fields);
        return id is null || contract is null
            ? null
            : new RosterPerson { Id = id, Name = name ?? id, Contract = contract, Skills = skills, TimePercent = more.TimePercent, Unavailable = more.Unavailable, History = more.History, Had = more.Had };
    }

    /// <summary>What a person of any file can say: part of full time, leave, what came before.</summary>
    public static (int TimePercent, IReadOnlyList<RosterPart> Unavailable, IReadOnlyList<WorkedInterval> History, IReadOnlyDictionary<RosterMeasure, int> Had) PersonOf(JsonFields fields)
    {
        var time = fields.Whole("timePercent", 1, 100, false) ?? 100;
        var unavailable = fields.List("unavailable").Select(f => TaskReader.Stretch(f, "from", "to")).OfType<RosterPart>().ToList();
        var history = fields.List("history")
            .Select(f => (Part: TaskReader.Stretch(f, "start", "end"), Kind: f.Word("kind", RosterWords.Kinds, false) ?? WorkKind.Work))
            .Where(h => h.Part is not null)
            .Select(h => new WorkedInterval(h.Part!.Value.Start, h.Part.Value.End, h.Kind))
            .ToList();
        var had = new Dictionary<RosterMeasure, int>();
        foreach (var (word, number) in fields.Numbers("had", 0, MostWeight))
        {
            if (RosterWords.Measures.TryGetValue(word, out var measure) && TaskFacts.AddsUp(measure))
            {
                had[measure] = number;
            }
            else
            {
                fields.ReportField($"had.{word}", "not-a-word", word, AddingWords);
            }
        }

        return (time, unavailable, history, had);
    }

    private static RosterRequest? Request(JsonFields fields, Dictionary<string, RosterPerson> people, Period period)
    {
        var person = fields.Known("person", people);
        var from = fields.Day("from");
        var to = fields.Day("to", false) ?? from;
        var label = fields.Text("label", false);
        var wanted = fields.Flag("wanted", false);
        var weight = fields.Whole("weight", 1, MostWeight, false) ?? 1;
        if (person is null || from is null || to is null)
        {
            return null;
        }

        if (to < from || from < period.Start || to > period.End)
        {
            fields.ReportField("to", "outside-period", period.Start, period.End);
            return null;
        }

        return new RosterRequest(person, from.Value, to.Value, label, wanted, weight);
    }

    private static RosterPin? Pin(JsonFields fields, Dictionary<string, RosterPerson> people, Dictionary<string, RosterTask> tasks)
    {
        var person = fields.Known("person", people);
        var task = fields.Known("task", tasks);
        var assigned = fields.Flag("assigned", true);
        return person is null || task is null ? null : new RosterPin(person, task, assigned);
    }

    private static FairShare? Fair(JsonFields fields)
    {
        var measure = fields.Word("measure", RosterWords.Measures);
        var weight = fields.Whole("weight", 1, MostWeight, false) ?? 1;
        if (measure is not { } known)
        {
            return null;
        }

        if (TaskFacts.AddsUp(known))
        {
            return new FairShare(known, weight);
        }

        fields.ReportField("measure", "not-a-word", RosterWords.Of(RosterWords.Measures, known), AddingWords);
        return null;
    }

    private static string AddingWords => string.Join(", ", RosterWords.Measures.Where(m => TaskFacts.AddsUp(m.Value)).Select(m => m.Key));
}
