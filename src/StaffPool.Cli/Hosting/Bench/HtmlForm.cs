using System.Net;
using System.Text.RegularExpressions;

namespace StaffPool.Cli.Hosting.Bench;

/// <summary>What a browser would send of a form of our own pages.</summary>
internal sealed partial class HtmlForm
{
    private readonly List<KeyValuePair<string, string>> fields = [];

    private HtmlForm(string body)
    {
        string? select = null;
        string? first = null;
        foreach (Match tag in Tag().Matches(body))
        {
            var attributes = tag.Groups["attributes"].Value;
            switch (tag.Groups["tag"].Value)
            {
                case "input" when Of(attributes, "name") is { } name && (Of(attributes, "type") != "checkbox" || Checked().IsMatch(attributes)):
                    fields.Add(new(name, Of(attributes, "value") ?? ""));
                    break;
                case "select":
                    (select, first) = (Of(attributes, "name"), null);
                    break;
                case "option" when select is not null:
                    first ??= Of(attributes, "value") ?? "";
                    if (Selected().IsMatch(attributes))
                    {
                        first = Of(attributes, "value") ?? "";
                        fields.Add(new(select, first));
                        select = null;
                    }

                    break;
                case "/select" when select is not null:
                    fields.Add(new(select, first ?? ""));
                    select = null;
                    break;
            }
        }
    }

    /// <summary>In the order of the page.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Fields => fields;

    public string this[string name]
    {
        get => fields.First(f => f.Key == name).Value;
        set => fields[fields.FindIndex(f => f.Key == name)] = new(name, value);
    }

    /// <summary>The form of a page that is sent back and has a field.</summary>
    /// <returns>Null where there is none.</returns>
    public static HtmlForm? With(string field, string page) =>
        Form().Matches(page).Select(f => new HtmlForm(f.Groups["body"].Value)).FirstOrDefault(f => f.fields.Exists(p => p.Key == field));

    private static string? Of(string attributes, string name) =>
        Attribute().Matches(attributes).FirstOrDefault(a => a.Groups["name"].Value == name) is { } found ? WebUtility.HtmlDecode(found.Groups["value"].Value) : null;

    [GeneratedRegex("<form[^>]*method=\"post\"[^>]*>(?<body>.*?)</form>", RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Form();

    [GeneratedRegex("<(?<tag>input|select|option|/select)\\b(?<attributes>[^>]*)>", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex("(?<name>[a-z-]+)=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Attribute();

    [GeneratedRegex("\\schecked\\b", RegexOptions.CultureInvariant)]
    private static partial Regex Checked();

    [GeneratedRegex("\\sselected\\b", RegexOptions.CultureInvariant)]
    private static partial Regex Selected();
}
