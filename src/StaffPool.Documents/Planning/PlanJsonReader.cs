using System.Globalization;
using System.Text.Json;
using StaffPool.Application.Scenarios;
using StaffPool.Domain.Needs;
using StaffPool.Domain.Planning;
using StaffPool.Domain.Workforce;

namespace StaffPool.Documents.Planning;

/// <summary>Collects every problem of a plan document; what only informs (objectives, run, totals) is not read back.</summary>
internal sealed class PlanJsonReader(Scenario scenario, AllocationProblem problem, bool asPlanInForce)
{
    private static readonly HashSet<string> TopFields = FieldsOf<PlanDocument>();
    private static readonly HashSet<string> AssignmentFields = FieldsOf<PlanAssignment>();

    private readonly List<PlanProblem> problems = [];
    private readonly Dictionary<string, Professional> professionals =
        problem.Grouping.Professionals.ToDictionary(p => p.Id, StringComparer.Ordinal);

    private readonly Dictionary<string, NeedDeclaration> needs =
        problem.Grouping.Needs.ToDictionary(n => n.Id, StringComparer.Ordinal);

    public PlanReading Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            Error("", "plan.not-an-object");
            return new PlanReading(null, problems);
        }

        RefuseUnknownFields(root, "", TopFields);
        ReadVersion(root);
        ReadInputs(root);
        var assignments = ReadAssignments(root);
        return new PlanReading(
            problems.Any(p => p.IsError) ? null : new AllocationPlan(problem.Period, assignments), problems);
    }

    private void ReadVersion(JsonElement root)
    {
        if (WholeNumber(root, "", "formatVersion") is { } version && version != PlanJson.FormatVersion)
        {
            Error("formatVersion", "plan.version", version, PlanJson.FormatVersion);
        }
    }

    private void ReadInputs(JsonElement root)
    {
        if (!root.TryGetProperty("inputs", out var inputs) || inputs.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        if (inputs.TryGetProperty("hash", out _) && TextOf(inputs, "inputs.", "hash") is { } hash && hash != scenario.InputHash)
        {
            problems.Add(new PlanProblem(
                "inputs.hash", false, PlanFileTexts.Of("plan.other-hash", PlanFile.ShortOf(hash), PlanFile.ShortOf(scenario.InputHash)), PlanFileTexts.Of("plan.other-hash.advice")));
        }

        if (inputs.TryGetProperty("period", out var period) && period.ValueKind == JsonValueKind.Object
            && Date(period, "start") is { } start && Date(period, "end") is { } end
            && (start != problem.Period.Start || end != problem.Period.End))
        {
            Report(
                "inputs.period", !asPlanInForce, asPlanInForce ? "plan.other-period.in-force" : "plan.other-period",
                start, end, problem.Period.Start, problem.Period.End);
        }
    }

    private List<Assignment> ReadAssignments(JsonElement root)
    {
        var read = new List<Assignment>();
        if (!root.TryGetProperty("assignments", out var list))
        {
            Error("assignments", "plan.missing", "assignments");
        }
        else if (list.ValueKind != JsonValueKind.Array)
        {
            Error("assignments", "plan.not-list");
        }
        else
        {
            foreach (var (index, element) in list.EnumerateArray().Index())
            {
                if (ReadAssignment(element, string.Create(CultureInfo.InvariantCulture, $"assignments[{index}]")) is { } assignment)
                {
                    read.Add(assignment);
                }
            }
        }

        return read;
    }

    private Assignment? ReadAssignment(JsonElement element, string place)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            Error(place, "plan.not-an-object");
            return null;
        }

        var inside = place + ".";
        RefuseUnknownFields(element, inside, AssignmentFields);
        if (asPlanInForce && IsGone(element, inside))
        {
            return null;
        }

        var professional = Known(professionals, element, inside, "professional");
        var need = Known(needs, element, inside, "need");
        var halfDays = WholeNumber(element, inside, "halfDays");
        if (halfDays < 0)
        {
            Error(inside + "halfDays", "plan.negative", halfDays);
        }

        if (need is not null && element.TryGetProperty("site", out _)
            && TextOf(element, inside, "site") is { } site && site != need.Site.Id)
        {
            Error(inside + "site", "plan.other-site", need.Id, need.Site.Id, site);
        }

        return professional is null || need is null || halfDays is null ? null : new Assignment(professional, need, halfDays.Value);
    }

    /// <summary>Whether the cell speaks of somebody or something that the scenario no longer has.</summary>
    private bool IsGone(JsonElement element, string inside)
    {
        // What is missing or no text is an error, said where the cell is read.
        if (!element.TryGetProperty("professional", out var first) || first.ValueKind != JsonValueKind.String
            || !element.TryGetProperty("need", out var second) || second.ValueKind != JsonValueKind.String)
        {
            return false;
        }

        var (professional, need) = (first.GetString()!, second.GetString()!);
        if (professionals.ContainsKey(professional) && needs.ContainsKey(need))
        {
            return false;
        }

        Report(inside.TrimEnd('.'), false, "plan.gone", professional, need);
        return true;
    }

    private T? Known<T>(Dictionary<string, T> known, JsonElement element, string inside, string field)
        where T : class
    {
        if (TextOf(element, inside, field) is not { } id)
        {
            return null;
        }

        if (known.TryGetValue(id, out var found))
        {
            return found;
        }

        Error(inside + field, $"plan.unknown-{field}", id);
        return null;
    }

    private void RefuseUnknownFields(JsonElement element, string inside, HashSet<string> known)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in element.EnumerateObject())
        {
            if (!known.Contains(field.Name))
            {
                Error(inside + field.Name, "plan.unknown-field", field.Name);
            }
            else if (!seen.Add(field.Name))
            {
                Error(inside + field.Name, "plan.twice", field.Name);
            }
        }
    }

    private string? TextOf(JsonElement element, string inside, string field)
    {
        if (!element.TryGetProperty(field, out var value))
        {
            Error(inside + field, "plan.missing", field);
            return null;
        }

        if (value.ValueKind == JsonValueKind.String)
        {
            return value.GetString();
        }

        Error(inside + field, "plan.not-text");
        return null;
    }

    private int? WholeNumber(JsonElement element, string inside, string field)
    {
        if (!element.TryGetProperty(field, out var value))
        {
            Error(inside + field, "plan.missing", field);
            return null;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number))
        {
            return number;
        }

        Error(inside + field, "plan.not-whole");
        return null;
    }

    private DateOnly? Date(JsonElement period, string field)
    {
        if (TextOf(period, "inputs.period.", field) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        Error($"inputs.period.{field}", "plan.not-date", text);
        return null;
    }

    private void Error(string place, string key, params object?[] arguments) => Report(place, true, key, arguments);

    private void Report(string place, bool isError, string key, params object?[] arguments) =>
        problems.Add(new PlanProblem(place, isError, PlanFileTexts.Of(key, arguments), PlanFileTexts.Of($"{key}.advice")));

    private static HashSet<string> FieldsOf<T>() =>
        [.. typeof(T).GetProperties().Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name))];
}
