using System.Globalization;
using StaffPool.Application.Planning;
using StaffPool.Documents.Planning.Page;

namespace StaffPool.Documents.Planning;

/// <summary>
/// Writes a plan as files into a folder, all or nothing: every file goes to a temporary name first, and takes its
/// name only when all of them are safely on the disk.
/// </summary>
public static class PlanFolder
{
    public const string JsonFileName = "plan.json";

    /// <param name="folder">Made where it is missing.</param>
    /// <param name="planned">The plan and its inputs.</param>
    /// <param name="culture">Language of the files.</param>
    /// <returns>Full paths of the files written.</returns>
    /// <exception cref="PlanNotWrittenException">The folder cannot be made or written, or the disk is full.</exception>
    public static IReadOnlyList<string> Write(string folder, PlannedAllocation planned, CultureInfo culture) =>
        Write(folder, FilesOf(planned, culture));

    internal static IReadOnlyList<(string Name, Action<Stream> Write)> FilesOf(PlannedAllocation planned, CultureInfo culture) =>
    [
        (JsonFileName, stream => PlanJson.Write(stream, planned, culture)),
        (PlanCsv.AssignmentsFileName(culture), stream => PlanCsv.WriteAssignments(stream, planned, culture)),
        (PlanCsv.NeedsFileName(culture), stream => PlanCsv.WriteNeeds(stream, planned, culture)),
        (PlanPage.FileName, stream => PlanPage.Write(stream, planned, culture, PlanPageExtras.Of(planned, culture))),
    ];

    internal static IReadOnlyList<string> Write(string folder, IReadOnlyList<(string Name, Action<Stream> Write)> files)
    {
        var pending = new List<(string Temporary, string Final)>();
        try
        {
            folder = Path.GetFullPath(folder);
            Directory.CreateDirectory(folder);
            foreach (var (name, write) in files)
            {
                var temporary = Path.Combine(folder, $".{name}.{Guid.CreateVersion7():N}.tmp");
                pending.Add((temporary, Path.Combine(folder, name)));
                using var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write);
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            foreach (var (temporary, final) in pending)
            {
                File.Move(temporary, final, overwrite: true);
            }

            return [.. pending.Select(p => p.Final)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new PlanNotWrittenException(folder, e);
        }
        finally
        {
            foreach (var (temporary, _) in pending)
            {
                DeleteQuietly(temporary);
            }
        }
    }

    /// <summary>A temporary file that cannot be removed harms nobody and must not hide the first error.</summary>
    private static void DeleteQuietly(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return;
        }
    }
}

/// <summary>The plan could not be written; no file of the folder was changed half-way.</summary>
public sealed class PlanNotWrittenException(string folder, Exception reason)
    : Exception($"The plan could not be written to {folder}: {reason.Message}", reason)
{
    public string Folder { get; } = folder;

    /// <summary>What the system answered, in its own words, without the temporary path that it adds (" : '...'").</summary>
    public string Reason { get; } = reason.Message.Split(" : '")[0];
}
