using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using StaffPool.Application.Planning;

namespace StaffPool.Documents.Planning;

/// <summary>The plan.json file: written here, read back strictly in the other half. See docs/plan-format.md.</summary>
public static partial class PlanJson
{
    /// <summary>Raised whenever a reader of the former format would misread the file.</summary>
    public const int FormatVersion = 1;

    internal static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
        // Accents stay readable; the file is never put into a page as it is.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    /// <summary>Writes the plan with all that explains it, as UTF-8 without a byte order mark.</summary>
    /// <param name="stream">Left open.</param>
    /// <param name="planned">The plan and its inputs.</param>
    /// <param name="culture">Language of the sentences (conversion steps, violations); numbers are invariant.</param>
    public static void Write(Stream stream, PlannedAllocation planned, CultureInfo culture) =>
        WriteDocument(stream, new PlanDocumentBuilder(planned, culture).Build());

    internal static void WriteDocument<T>(Stream stream, T document)
    {
        JsonSerializer.Serialize(stream, document, Options);
        stream.WriteByte((byte)'\n');
    }
}
