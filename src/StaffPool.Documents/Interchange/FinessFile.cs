using System.Globalization;
using System.Text;
using StaffPool.Application.Interchange;
using StaffPool.Domain.Geography;

namespace StaffPool.Documents.Interchange;

/// <summary>
/// The public FINESS extraction of establishments ("etalab-cs1100502", "etalab-cs1100507" with its points): a first line
/// about the file, then lines <c>structureet</c> and lines <c>geolocalisation</c>, semicolons without quotes, no header.
/// Columns in docs/decisions/0011-interchange.md.
/// </summary>
public sealed class FinessFile : IFinessFile
{
    private const int MostBytes = 64 * FileLimits.Million;

    // Places of the fields of a line "structureet".
    private const int Number = 1;
    private const int LegalNumber = 2;
    private const int ShortName = 3;
    private const int LongName = 4;
    private const int CommuneInDepartment = 12;
    private const int Department = 13;
    private const int Category = 18;
    private const int LeastFields = 19;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public IReadOnlyList<FinessEstablishment> Read(byte[] file, Func<string, string, bool> isWanted)
    {
        if (file.Length > MostBytes)
        {
            throw FileRefused.Of("file.too-large", MostBytes / FileLimits.Million, (file.Length + FileLimits.Million - 1) / FileLimits.Million);
        }

        var found = new OrderedDictionary<string, FinessEstablishment>(StringComparer.Ordinal);
        var isFiness = false;
        foreach (var line in LinesOf(file))
        {
            if (line is ["structureet", ..] && line.Length >= LeastFields)
            {
                isFiness = true;
                if (isWanted(line[Number], line[LegalNumber]))
                {
                    found[line[Number]] = EstablishmentOf(line);
                }
            }
            else if (line is ["geolocalisation", var number, var x, var y, var source, ..] && found.TryGetValue(number, out var establishment))
            {
                found[number] = establishment with { Location = PointOf(x, y, source) };
            }
        }

        return isFiness ? [.. found.Values] : throw FileRefused.Of("file.not-finess");
    }

    private static FinessEstablishment EstablishmentOf(string[] line) => new(
        line[Number], line[LegalNumber], line[LongName].Length > 0 ? line[LongName] : line[ShortName], InseeCode(line[Department], line[CommuneInDepartment]), line[Category]);

    // FINESS calls the overseas departments 9A to 9F; INSEE's codes begin with 97.
    private static string InseeCode(string department, string commune) => department.StartsWith('9') && department.Length == 2 && char.IsAsciiLetter(department[1])
        ? "97" + commune
        : department + commune.PadLeft(3, '0');

    // Elsewhere than in metropolitan France the points are in other projections: the centre of the commune will do.
    private static GeoPoint? PointOf(string x, string y, string source) =>
        source.Contains("LAMBERT_93", StringComparison.OrdinalIgnoreCase) || source.Contains("L93", StringComparison.OrdinalIgnoreCase)
            ? Metres(x) is { } east && Metres(y) is { } north ? Lambert93.ToPoint(east, north) : null
            : null;

    private static double? Metres(string text) =>
        double.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var metres) ? metres : null;

    // Line by line, for the whole of France has a hundred thousand establishments.
    private static IEnumerable<string[]> LinesOf(byte[] file)
    {
        for (var start = 0; start < file.Length;)
        {
            var end = Array.IndexOf(file, (byte)'\n', start);
            end = end < 0 ? file.Length : end;
            var line = Decode(file.AsSpan(start, end - start)).TrimEnd('\r').TrimStart('\uFEFF');
            start = end + 1;
            yield return line.Split(';', StringSplitOptions.TrimEntries);
        }
    }

    // UTF-8 today, Windows-1252 in older extractions.
    private static string Decode(ReadOnlySpan<byte> line)
    {
        try
        {
            return StrictUtf8.GetString(line);
        }
        catch (DecoderFallbackException)
        {
            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
            return Encoding.GetEncoding(1252).GetString(line);
        }
    }
}
