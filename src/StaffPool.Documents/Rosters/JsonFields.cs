using System.Globalization;
using System.Text.Json;
using StaffPool.Domain.Calendar;

namespace StaffPool.Documents.Rosters;

/// <summary>The fields of one JSON object, each read once; whatever is wrong goes to one list, with its path.</summary>
internal sealed class JsonFields
{
    private readonly Dictionary<string, JsonElement> fields = new(StringComparer.Ordinal);
    private readonly HashSet<string> read = new(StringComparer.Ordinal);
    private readonly List<RosterFileProblem> problems;

    public JsonFields(JsonElement element, string path, List<RosterFileProblem> problems)
    {
        (Path, this.problems) = (path, problems);
        if (element.ValueKind != JsonValueKind.Object)
        {
            Report(path, "not-an-object");
            return;
        }

        foreach (var field in element.EnumerateObject())
        {
            if (!fields.TryAdd(field.Name, field.Value))
            {
                Report($"{path}.{field.Name}", "twice");
            }
        }
    }

    public string Path { get; }

    public void Report(string path, string key, params object?[] arguments) => problems.Add(new RosterFileProblem(path, RosterFileTexts.Of("roster." + key, arguments)));

    public void ReportField(string field, string key, params object?[] arguments) => Report($"{Path}.{field}", key, arguments);

    /// <summary>Tells the fields that nobody asked for.</summary>
    public void End()
    {
        foreach (var name in fields.Keys.Except(read))
        {
            ReportField(name, "unknown-field", string.Join(", ", read));
        }
    }

    /// <summary>Fields that only inform.</summary>
    public void Ignore(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            read.Add(name);
        }
    }

    public bool Has(string field) => Find(field) is not null;

    public string? Text(string field, bool isRequired = true)
    {
        if (Value(field, isRequired) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String && value.GetString() is { } text && text.Trim().Length > 0)
        {
            return text;
        }

        ReportField(field, "not-text");
        return null;
    }

    public int? Whole(string field, int least, int most, bool isRequired = true)
    {
        if (Value(field, isRequired) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= least && number <= most)
        {
            return number;
        }

        ReportField(field, "not-whole", least, most);
        return null;
    }

    public bool Flag(string field, bool byDefault)
    {
        if (Value(field, false) is not { } value)
        {
            return byDefault;
        }

        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return value.GetBoolean();
        }

        ReportField(field, "not-a-flag");
        return byDefault;
    }

    public DateOnly? Day(string field, bool isRequired = true) =>
        Text(field, isRequired) is { } text ? DayOf(text, $"{Path}.{field}") : null;

    public TimeOnly? Time(string field)
    {
        if (Text(field) is not { } text)
        {
            return null;
        }

        if (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return time;
        }

        ReportField(field, "not-a-time");
        return null;
    }

    /// <summary>An instant in UTC, with its offset written, or else a time that the clocks of Paris show; a day alone as its first or last midnight.</summary>
    /// <param name="field">Name.</param>
    /// <param name="isEnd">Whether a day alone ends then, or starts.</param>
    public DateTime? Instant(string field, bool isEnd)
    {
        if (Text(field) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return ParisTime.StartOf(isEnd ? day.AddDays(1) : day);
        }

        if (DateTime.TryParseExact(text, "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return ParisTime.At(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        }

        if (DateTimeOffset.TryParseExact(
            text, ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss'Z'"],
            CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
        {
            return instant.UtcDateTime;
        }

        ReportField(field, "not-an-instant");
        return null;
    }

    public T? Word<T>(string field, IReadOnlyDictionary<string, T> words, bool isRequired = true)
        where T : struct
    {
        if (Text(field, isRequired) is not { } text)
        {
            return null;
        }

        if (words.TryGetValue(text, out var value))
        {
            return value;
        }

        ReportField(field, "not-a-word", text, string.Join(", ", words.Keys));
        return null;
    }

    /// <summary>What an identifier stands for.</summary>
    public T? Known<T>(string field, IReadOnlyDictionary<string, T> known, bool isRequired = true)
        where T : class
    {
        if (Text(field, isRequired) is not { } id)
        {
            return null;
        }

        if (known.TryGetValue(id, out var value))
        {
            return value;
        }

        ReportField(field, "not-known", id);
        return null;
    }

    /// <summary>Each object of a list; an absent list is empty.</summary>
    public IEnumerable<JsonFields> List(string field)
    {
        if (Elements(field) is not { } list)
        {
            yield break;
        }

        foreach (var (i, element) in list.Index())
        {
            var entry = new JsonFields(element, string.Create(CultureInfo.InvariantCulture, $"{Path}.{field}[{i}]"), problems);
            if (element.ValueKind == JsonValueKind.Object)
            {
                yield return entry;
                entry.End();
            }
        }
    }

    public IReadOnlyList<string> Texts(string field) =>
        [.. Entries(field).Where(e => IsText(e.Element, e.Path)).Select(e => e.Element.GetString()!)];

    public IReadOnlyList<DateOnly> Days(string field) =>
        [.. Entries(field).Where(e => IsText(e.Element, e.Path)).Select(e => DayOf(e.Element.GetString()!, e.Path)).OfType<DateOnly>()];

    public JsonFields? Object(string field, bool isRequired = true) =>
        Value(field, isRequired) is { } value ? new JsonFields(value, $"{Path}.{field}", problems) : null;

    /// <summary>Whole numbers by name.</summary>
    public IEnumerable<(string Name, int Number)> Numbers(string field, int least, int most)
    {
        if (Object(field, false) is not { } inner)
        {
            yield break;
        }

        foreach (var name in inner.fields.Keys)
        {
            if (inner.Whole(name, least, most) is { } number)
            {
                yield return (name, number);
            }
        }
    }

    private DateOnly? DayOf(string text, string path)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        Report(path, "not-a-day");
        return null;
    }

    private bool IsText(JsonElement element, string path)
    {
        if (element.ValueKind == JsonValueKind.String)
        {
            return true;
        }

        Report(path, "not-text");
        return false;
    }

    private IEnumerable<(JsonElement Element, string Path)> Entries(string field) => Elements(field) is { } list
        ? list.Select((e, i) => (e, string.Create(CultureInfo.InvariantCulture, $"{Path}.{field}[{i}]")))
        : [];

    private JsonElement.ArrayEnumerator? Elements(string field)
    {
        if (Find(field) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Array)
        {
            return value.EnumerateArray();
        }

        ReportField(field, "not-a-list");
        return null;
    }

    private JsonElement? Value(string field, bool isRequired)
    {
        var value = Find(field);
        if (value is null && isRequired)
        {
            ReportField(field, "missing");
        }

        return value;
    }

    private JsonElement? Find(string field)
    {
        read.Add(field);
        return fields.TryGetValue(field, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }
}
