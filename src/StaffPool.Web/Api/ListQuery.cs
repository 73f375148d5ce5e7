using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using StaffPool.Domain.Rules;

namespace StaffPool.Web.Api;

/// <summary>
/// One page of a list: what is equal to what was asked, in the order asked for. Done on what the use case gives: the lists
/// of one grouping are short, and the one that is not (the log) has a cursor of its own.
/// </summary>
/// <param name="Page">From 1.</param>
/// <param name="Size">Items on a page.</param>
/// <param name="Sort">Name of a property, after a minus for the other way round; null for the order of the use case.</param>
/// <param name="Filters">Property and what it must be.</param>
internal sealed record ListQuery(int Page, int Size, string? Sort, IReadOnlyList<(string Name, string Value)> Filters)
{
    public const int UsualSize = 100;
    public const int MostSize = 1000;
    private const int MostPage = 1_000_000;

    private static readonly CompareInfo French = CultureInfo.GetCultureInfo("fr-FR").CompareInfo;

    /// <summary>Properties of an item that can be sorted and filtered by: words, numbers, days and truths.</summary>
    public static IReadOnlyList<JsonPropertyInfo> FieldsOf(Type item) =>
        [.. ApiJson.Options.GetTypeInfo(item).Properties.Where(p => ApiJson.Options.GetTypeInfo(Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType).Kind == JsonTypeInfoKind.None)];

    /// <param name="query">Of the address.</param>
    /// <param name="item">What the list is of.</param>
    /// <param name="parts">Names that the use case takes from the query itself.</param>
    /// <exception cref="ApiRequestException">A name or a value makes no sense.</exception>
    public static ListQuery Of(IQueryCollection query, Type item, IReadOnlyList<string> parts)
    {
        var fields = FieldsOf(item).Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
        var problems = new List<Violation>();
        var filters = new List<(string, string)>();
        foreach (var (name, values) in query.Where(q => q.Key is not ("page" or "size" or "sort") && !parts.Contains(q.Key)))
        {
            if (fields.Contains(name) && values is [{ } only])
            {
                filters.Add((name, only));
            }
            else
            {
                problems.Add(ApiTexts.Blocking("api.query.unknown", name));
            }
        }

        var sort = query["sort"] is [{ Length: > 0 } asked] ? asked : null;
        if (sort is not null && !fields.Contains(sort.TrimStart('-')))
        {
            problems.Add(ApiTexts.Blocking("api.query.sort", sort));
        }

        var (page, size) = (Number(query, "page", 1, MostPage, problems), Number(query, "size", UsualSize, MostSize, problems));
        ApiRequestException.IfAny(problems);
        return new ListQuery(page, size, sort, filters);
    }

    /// <summary>The page, and what to say beside it: the whole number, and where the other pages are.</summary>
    public JsonArray Apply(JsonArray all, HttpContext context)
    {
        var kept = all.Where(item => Filters.All(f => TextOf(item![f.Name]).Equals(f.Value, StringComparison.OrdinalIgnoreCase)));
        if (Sort is { } sort)
        {
            var name = sort.TrimStart('-');
            var order = Comparer<JsonNode?>.Create((a, b) => Compare(a, b));
            kept = sort[0] == '-' ? kept.OrderByDescending(i => i![name], order) : kept.OrderBy(i => i![name], order);
        }

        var found = kept.ToList();
        var pages = Math.Max(1, (found.Count + Size - 1) / Size);
        context.Response.Headers["X-Total-Count"] = found.Count.ToString(CultureInfo.InvariantCulture);
        context.Response.Headers.Link = string.Join(", ", Links(context.Request, pages));
        return new JsonArray([.. found.Skip((Page - 1) * Size).Take(Size).Select(i => i!.DeepClone())]);
    }

    private IEnumerable<string> Links(HttpRequest request, int pages)
    {
        yield return Link("first", 1);
        if (Page > 1 && Page <= pages)
        {
            yield return Link("prev", Page - 1);
        }

        if (Page < pages)
        {
            yield return Link("next", Page + 1);
        }

        yield return Link("last", pages);

        string Link(string relation, int page)
        {
            var others = request.Query.Where(q => q.Key != "page").SelectMany(q => q.Value.Select(v => KeyValuePair.Create(q.Key, v)));
            var query = QueryString.Create([.. others, KeyValuePair.Create("page", (string?)page.ToString(CultureInfo.InvariantCulture))]);
            return $"<{request.PathBase}{request.Path}{query}>; rel=\"{relation}\"";
        }
    }

    private static int Number(IQueryCollection query, string name, int usual, int most, List<Violation> problems)
    {
        if (query[name] is not [{ } text])
        {
            return usual;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most)
        {
            return number;
        }

        problems.Add(ApiTexts.Blocking("api.query.number", name, most));
        return usual;
    }

    private static string TextOf(JsonNode? node) => node switch
    {
        null => "",
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        _ => node.ToJsonString(),
    };

    // Days and moments stand in the order of their letters; names in that of a French dictionary.
    private static int Compare(JsonNode? a, JsonNode? b) => (a, b) switch
    {
        (JsonValue x, JsonValue y) when x.GetValueKind() == JsonValueKind.Number && y.GetValueKind() == JsonValueKind.Number =>
            x.GetValue<decimal>().CompareTo(y.GetValue<decimal>()),
        _ => French.Compare(TextOf(a), TextOf(b), CompareOptions.IgnoreCase),
    };
}
