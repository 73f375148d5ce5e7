using StaffPool.Domain.Calendar;
using StaffPool.Domain.Rosters;
using StaffPool.Domain.Workforce;

namespace StaffPool.Documents.Rosters;

/// <summary>The tasks of a roster file: written one by one, or as shifts to cover day after day.</summary>
internal sealed class TaskReader(JsonFields file, Period period)
{
    private const int MostRequired = 10_000;
    private const int MostWeight = 1_000_000;

    private readonly Dictionary<string, RosterTask> tasks = new(StringComparer.Ordinal);

    private sealed record Shift(string Id, string Label, TimeOnly Start, TimeOnly End, string? Place, IReadOnlyList<string> Skills, WorkKind Kind);

    public Dictionary<string, RosterTask> Read()
    {
        var shifts = new Dictionary<string, Shift>(StringComparer.Ordinal);
        foreach (var fields in file.List("shifts"))
        {
            if (ReadShift(fields) is { } shift && !shifts.TryAdd(shift.Id, shift))
            {
                fields.ReportField("id", "same-id", shift.Id);
            }
        }

        foreach (var fields in file.List("cover"))
        {
            Cover(fields, shifts);
        }

        foreach (var fields in file.List("tasks"))
        {
            if (ReadTask(fields) is { } task)
            {
                Add(fields, task);
            }
        }

        return tasks;
    }

    private static Shift? ReadShift(JsonFields fields)
    {
        var id = fields.Text("id");
        var label = fields.Text("label", false);
        var start = fields.Time("start");
        var end = fields.Time("end");
        var place = fields.Text("place", false);
        var skills = fields.Texts("skills");
        var kind = fields.Word("kind", RosterWords.Kinds, false) ?? WorkKind.Work;
        return id is null || start is null || end is null ? null : new Shift(id, label ?? id, start.Value, end.Value, place, skills, kind);
    }

    private void Cover(JsonFields fields, Dictionary<string, Shift> shifts)
    {
        var shift = fields.Known("shift", shifts);
        var from = fields.Day("from", false) ?? period.Start;
        var to = fields.Day("to", false) ?? period.End;
        var weekdays = fields.Texts("weekdays");
        var required = fields.Whole("required", 1, MostRequired) ?? 1;
        var weight = fields.Whole("weight", 1, MostWeight, false) ?? 1;
        foreach (var unknown in weekdays.Where(d => !RosterWords.Weekdays.ContainsKey(d)))
        {
            fields.ReportField("weekdays", "not-a-word", unknown, string.Join(", ", RosterWords.Weekdays.Keys));
        }

        if (!IsIn(fields, "from", from) || !IsIn(fields, "to", to) || shift is null)
        {
            return;
        }

        var days = weekdays.Select(d => RosterWords.Weekdays.GetValueOrDefault(d)).ToHashSet();
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            if (days.Count > 0 && !days.Contains(day.DayOfWeek))
            {
                continue;
            }

            // An end that is not after the start is of the next day.
            var end = shift.End > shift.Start ? day : day.AddDays(1);
            Add(fields, new RosterTask
            {
                Id = FormattableString.Invariant($"{shift.Id}-{day:yyyy-MM-dd}"),
                Label = shift.Label,
                Parts = [new RosterPart(ParisTime.At(day, shift.Start), ParisTime.At(end, shift.End))],
                Place = shift.Place,
                Skills = shift.Skills,
                Kind = shift.Kind,
                Required = required,
                Weight = weight,
            });
        }
    }

    private RosterTask? ReadTask(JsonFields fields)
    {
        var id = fields.Text("id");
        var label = fields.Text("label", false);
        var hasParts = fields.Has("parts");
        List<RosterPart?> parts = hasParts ? [.. fields.List("parts").Select(Part)] : [Part(fields)];
        var place = fields.Text("place", false);
        var skills = fields.Texts("skills");
        var required = fields.Whole("required", 1, MostRequired, false) ?? 1;
        var weight = fields.Whole("weight", 1, MostWeight, false) ?? 1;
        var kind = fields.Word("kind", RosterWords.Kinds, false) ?? WorkKind.Work;
        if (id is null || parts.Contains(null))
        {
            return null;
        }

        List<RosterPart> known = [.. parts.OfType<RosterPart>()];
        if (known.Count == 0 || known.Zip(known.Skip(1)).Any(p => p.First.End > p.Second.Start))
        {
            fields.ReportField("parts", "parts-order");
            return null;
        }

        return IsIn(fields, hasParts ? "parts" : "start", ParisTime.DayOf(known[0].Start)) && IsIn(fields, "parts", ParisTime.DayOf(known[^1].Start))
            ? new RosterTask { Id = id, Label = label ?? id, Parts = known, Place = place, Skills = skills, Required = required, Weight = weight, Kind = kind }
            : null;
    }

    private static RosterPart? Part(JsonFields fields) => Stretch(fields, "start", "end");

    /// <summary>A start and a later end; null once the reason is told.</summary>
    public static RosterPart? Stretch(JsonFields fields, string from, string to)
    {
        var start = fields.Instant(from, isEnd: false);
        var end = fields.Instant(to, isEnd: true);
        if (start is null || end is null)
        {
            return null;
        }

        if (end > start)
        {
            return new RosterPart(start.Value, end.Value);
        }

        fields.ReportField(to, "not-after", from);
        return null;
    }

    private bool IsIn(JsonFields fields, string field, DateOnly day)
    {
        if (day >= period.Start && day <= period.End)
        {
            return true;
        }

        fields.ReportField(field, "outside-period", period.Start, period.End);
        return false;
    }

    private void Add(JsonFields fields, RosterTask task)
    {
        if (!tasks.TryAdd(task.Id, task))
        {
            fields.Report(fields.Path, "same-id", task.Id);
        }
    }
}
