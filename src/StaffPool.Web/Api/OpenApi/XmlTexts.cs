using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace StaffPool.Web.Api.OpenApi;

/// <summary>What the sources say of types and their parts, from the documentation files beside the assemblies.</summary>
internal sealed partial class XmlTexts
{
    private readonly Dictionary<string, XElement> members = new(StringComparer.Ordinal);

    /// <param name="assemblies">Those without a documentation file say nothing.</param>
    public XmlTexts(IEnumerable<Assembly> assemblies)
    {
        foreach (var file in assemblies.Select(a => Path.ChangeExtension(a.Location, ".xml")).Where(File.Exists))
        {
            foreach (var member in XDocument.Load(file).Descendants("member"))
            {
                members.TryAdd((string)member.Attribute("name")!, member);
            }
        }
    }

    public string? Of(Type type) => Read(members.GetValueOrDefault("T:" + NameOf(type))?.Element("summary"));

    /// <summary>Of a part of a record, wherever it is documented: as a parameter of its type, or by itself.</summary>
    public string? Of(Type type, string property) =>
        Read(members.GetValueOrDefault("T:" + NameOf(type))?.Elements("param").FirstOrDefault(p => (string?)p.Attribute("name") == property))
        ?? Read(members.GetValueOrDefault($"P:{NameOf(type)}.{property}")?.Element("summary"));

    private static string NameOf(Type type) => type.FullName!.Replace('+', '.');

    private static string? Read(XElement? text)
    {
        if (text is null)
        {
            return null;
        }

        var copy = new XElement(text);
        foreach (var reference in copy.Descendants().Where(e => e.Attribute("cref") is not null).ToList())
        {
            reference.ReplaceWith(((string)reference.Attribute("cref")!).Split('.')[^1]);
        }

        return Spaces().Replace(copy.Value, " ").Trim();
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
