using System.Text.RegularExpressions;
using StaffPool.Documents.Scenarios.Yaml;

namespace StaffPool.Documents.Scenarios;

/// <summary>Identifiers: what entries refer to each other by, safe in links and file names.</summary>
internal static partial class Identifier
{
    public static string? Read(Fields fields) => fields.Required("id") is null ? null : ReadOptional(fields);

    public static string? ReadOptional(Fields fields)
    {
        if (fields.Text("id") is not { } id)
        {
            return null;
        }

        if (Shape().IsMatch(id))
        {
            return id;
        }

        fields.Problems.Add(fields.PositionOf("id"), "id.shape", id);
        return null;
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9./_-]{0,99}$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
