using System.IO.Compression;

namespace StaffPool.Documents.Interchange;

/// <summary>Holds a zip to the limits before anything of it is understood.</summary>
internal static class PackedFile
{
    private const int Buffer = 64 * 1024;

    /// <summary>What it says of its size may be a lie: every part is unpacked and counted, and nothing of it is kept.</summary>
    /// <exception cref="Application.UseCases.RefusedException">It is no zip, or would be too large once unpacked.</exception>
    public static void Hold(byte[] file)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
            if (zip.Entries.Count > FileLimits.MostParts || zip.Entries.Sum(e => e.Length) > FileLimits.MostUnpacked)
            {
                throw TooLarge();
            }

            if (zip.GetEntry("xl/workbook.xml") is null)
            {
                throw FileRefused.Of("file.not-workbook");
            }

            var unpacked = 0L;
            var scratch = new byte[Buffer];
            foreach (var part in zip.Entries)
            {
                unpacked += Count(part, scratch, FileLimits.MostUnpacked - unpacked);
            }

            if (unpacked > FileLimits.AlwaysUnpacked && unpacked / file.Length > FileLimits.MostRatio)
            {
                throw TooLarge();
            }
        }
        catch (Exception failure) when (failure is InvalidDataException or EndOfStreamException or NotSupportedException)
        {
            throw FileRefused.Of("file.not-workbook");
        }
    }

    private static long Count(ZipArchiveEntry part, byte[] scratch, long most)
    {
        using var stream = part.Open();
        var count = 0L;
        for (int read; (read = stream.Read(scratch)) > 0;)
        {
            count += read;
            if (count > most)
            {
                throw TooLarge();
            }
        }

        return count;
    }

    private static Application.UseCases.RefusedException TooLarge() => FileRefused.Of("file.bomb", FileLimits.MostUnpacked / FileLimits.Million);
}
