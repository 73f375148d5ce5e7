using System.Net;
using System.Text.RegularExpressions;

namespace StaffPool.EndToEnd.Tests.Service;

/// <param name="Status">Code of the answer.</param>
/// <param name="Path">Where it is.</param>
/// <param name="Html">The whole page.</param>
/// <param name="Location">Where it sends, or null.</param>
internal sealed partial record Shown(int Status, string Path, string Html, string? Location)
{
    /// <summary>What a reader sees.</summary>
    public string Text => Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(Html, " ")).Replace('\u00A0', ' '), " ");

    /// <summary>Its forms that post, but for the one that signs out.</summary>
    public IReadOnlyList<ShownForm> Forms =>
        [.. FormElements().Matches(Html).Select(f => ShownForm.Of(f.Value, Path)).OfType<ShownForm>().Where(f => f.Action != "/deconnexion")];

    /// <summary>The first form whose action holds some words.</summary>
    public ShownForm Form(string action) =>
        Forms.FirstOrDefault(f => f.Action.Contains(action, StringComparison.Ordinal)) ?? throw new InvalidOperationException($"{Path} has no form {action}: {Text}");

    /// <summary>Value of the choice of a list that reads as some words.</summary>
    public string Choice(string list, string words) => ChoicesOf(list).FirstOrDefault(c => c.Words.Contains(words, StringComparison.Ordinal)).Value
        ?? throw new InvalidOperationException($"{Path} has no {words} in {list}");

    /// <summary>Value of the first choice of a list that is one.</summary>
    public string FirstChoice(string list) => ChoicesOf(list).First(c => c.Value.Length > 0).Value;

    /// <summary>The first link that starts with some words and leads further.</summary>
    public string? Link(string start) =>
        Links().Matches(Html).Select(l => WebUtility.HtmlDecode(l.Groups["to"].Value))
            .FirstOrDefault(l => l.StartsWith(start, StringComparison.Ordinal) && l.Length > start.Length);

    private IEnumerable<(string Value, string Words)> ChoicesOf(string list) =>
        Html.Split($"name=\"{list}\"").ElementAtOrDefault(1)?.Split("</select>")[0].Split("<option")[1..]
            .Select(o => (o.Split("value=\"")[1].Split('"')[0], WebUtility.HtmlDecode(o.Split('>')[1].Split('<')[0])))
        ?? throw new InvalidOperationException($"{Path} has no list {list}");

    [GeneratedRegex("<(?<kind>script|style).*?</\\k<kind>>|<[^>]*>", RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();

    [GeneratedRegex("<form\\b.*?</form>", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex FormElements();

    [GeneratedRegex("<a\\b[^>]*?href=\"(?<to>[^\"]*)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Links();
}

/// <param name="Action">Where it posts.</param>
/// <param name="Fields">In the order of the page; buttons are not among them.</param>
internal sealed partial record ShownForm(string Action, IReadOnlyList<ShownField> Fields)
{
    /// <returns>Null for a form that does not post.</returns>
    public static ShownForm? Of(string html, string path)
    {
        var form = Attributes(html[..(html.IndexOf('>', StringComparison.Ordinal) + 1)]);
        return form.GetValueOrDefault("method") != "post" ? null
            : new ShownForm(form.GetValueOrDefault("action") ?? path, [.. Elements().Matches(html).Select(FieldOf).Where(f => f.Name.Length > 0)]);
    }

    private static ShownField FieldOf(Match element)
    {
        var own = Attributes(element.Groups["tag"].Value);
        var inner = element.Groups["inner"].Value;
        var name = own.GetValueOrDefault("name") ?? "";
        return element.Groups["kind"].Value switch
        {
            "textarea" => new ShownField(name, "textarea", WebUtility.HtmlDecode(inner.TrimStart()), true),
            "select" => new ShownField(name, "select", Chosen(inner), true),
            _ => new ShownField(
                name,
                own.GetValueOrDefault("inputmode") == "decimal" ? "decimal" : own.GetValueOrDefault("type") ?? "text",
                own.GetValueOrDefault("value") ?? "",
                own.GetValueOrDefault("type") != "checkbox" || own.ContainsKey("checked")),
        };
    }

    private static string Chosen(string options)
    {
        var all = Options().Matches(options).Select(o => Attributes(o.Value)).ToList();
        return (all.FirstOrDefault(o => o.ContainsKey("selected")) ?? all.FirstOrDefault())?.GetValueOrDefault("value") ?? "";
    }

    private static Dictionary<string, string> Attributes(string tag) =>
        AttributesOf().Matches(tag).DistinctBy(a => a.Groups["name"].Value)
            .ToDictionary(a => a.Groups["name"].Value, a => WebUtility.HtmlDecode(a.Groups["value"].Value), StringComparer.Ordinal);

    [GeneratedRegex("(?<tag><(?<kind>input)\\b[^>]*>)|(?<tag><(?<kind>select|textarea)\\b[^>]*>)(?<inner>.*?)</\\k<kind>>", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Elements();

    [GeneratedRegex("<option\\b[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Options();

    [GeneratedRegex("\\s(?<name>[a-zA-Z-]+)(=\"(?<value>[^\"]*)\")?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex AttributesOf();
}

/// <param name="Name">As posted.</param>
/// <param name="Kind">Type of an input (<c>decimal</c> for a number typed as text), <c>select</c> or <c>textarea</c>.</param>
/// <param name="Value">As shown.</param>
/// <param name="IsSent">Not of a box that is not ticked.</param>
internal sealed record ShownField(string Name, string Kind, string Value, bool IsSent)
{
    /// <summary>Whether anything can be typed in.</summary>
    public bool IsText => Kind is "text" or "email" or "password" or "search" or "decimal" or "textarea";
}
