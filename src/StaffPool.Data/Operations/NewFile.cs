namespace StaffPool.Data.Operations;

/// <summary>A file that is whole or not there: written under another name, then named.</summary>
internal static class NewFile
{
    /// <param name="path">The file; its folder is made where it is missing.</param>
    /// <param name="write">Writes to the path that it is given.</param>
    /// <exception cref="DatabaseException">The file is there already.</exception>
    public static async Task WriteAsync(string path, Func<string, Task> write)
    {
        var full = Path.GetFullPath(path);
        if (File.Exists(full))
        {
            throw new DatabaseException(DatabaseFault.FileExists, path);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        var partial = $"{full}.{Guid.CreateVersion7():N}.partial";
        try
        {
            await write(partial);
            using (var written = File.OpenHandle(partial, access: FileAccess.ReadWrite))
            {
                RandomAccess.FlushToDisk(written);
            }

            File.Move(partial, full, overwrite: false);
        }
        finally
        {
            File.Delete(partial);
        }
    }
}
