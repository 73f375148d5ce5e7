using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;
using StaffPool.Documents.Scenarios.Yaml;

namespace StaffPool.Documents.Scenarios;

/// <summary>The file as bytes and as text: refuses what is not UTF-8 before any YAML is read.</summary>
internal static class ScenarioFile
{
    /// <summary>Far above any real grouping: 100,000 needs take 10 MB.</summary>
    private const int MostBytes = 20_000_000;

    private static readonly Position WholeFile = new(0, 0);

    // Bytes 80 to 9F of Windows-1252, where it differs from Latin-1.
    private const string Windows1252 = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

    /// <returns>The bytes, or null when there are none to read; the problems say why.</returns>
    public static byte[]? Read(string path, ProblemList problems)
    {
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists)
            {
                problems.Add(WholeFile, "file.missing", path);
                return null;
            }

            if (file.Length > MostBytes)
            {
                problems.Add(WholeFile, "file.too-large", file.Length / 1e6, MostBytes / 1e6);
                return null;
            }

            return File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            problems.Add(WholeFile, "file.unreadable", path, error.Message);
            return null;
        }
    }

    /// <returns>The text without its byte order mark, or null when it is not UTF-8.</returns>
    public static string? Decode(ReadOnlySpan<byte> bytes, ProblemList problems)
    {
        if (IsUtf16(bytes))
        {
            problems.Add(new Position(1, 1), "encoding.utf16", Convert.ToHexString(bytes[..Math.Min(4, bytes.Length)]));
            return null;
        }

        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        var content = bytes.StartsWith(mark) ? bytes[3..] : bytes;
        if (!Utf8.IsValid(content))
        {
            ReportInvalid(content, problems);
            return null;
        }

        var text = Encoding.UTF8.GetString(content);
        var control = text.AsSpan().IndexOfAnyInRange('\0', '\u0008');
        if (control < 0)
        {
            return text;
        }

        // The parser takes a NUL for the end of the file and would silently drop the rest.
        problems.Add(PositionOf(text[..control]), "encoding.control", ((int)text[control]).ToString("X2", CultureInfo.InvariantCulture));
        return null;
    }

    private static bool IsUtf16(ReadOnlySpan<byte> bytes) =>
        bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, not 0, ..] or [not 0, 0, not 0, 0, ..];

    private static void ReportInvalid(ReadOnlySpan<byte> content, ProblemList problems)
    {
        var first = -1;
        var count = 0;
        var isCut = false;
        for (var i = 0; i < content.Length;)
        {
            var status = Rune.DecodeFromUtf8(content[i..], out _, out var consumed);
            if (status != OperationStatus.Done)
            {
                (first, isCut) = first < 0 ? (i, status == OperationStatus.NeedMoreData) : (first, isCut);
                count++;
            }

            i += Math.Max(1, consumed);
        }

        var wrong = content[first];
        problems.Add(
            PositionOf(Encoding.UTF8.GetString(content[..first])),
            isCut ? "encoding.truncated" : "encoding.latin1",
            wrong.ToString("X2", CultureInfo.InvariantCulture),
            wrong is >= 0x80 and <= 0x9F ? Windows1252[wrong - 0x80] : (char)wrong,
            count);
    }

    private static Position PositionOf(string before) =>
        new(1 + before.Count(c => c == '\n'), before.Length - before.LastIndexOf('\n'));
}
