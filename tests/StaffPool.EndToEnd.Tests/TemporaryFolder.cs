using System.Text;

namespace StaffPool.EndToEnd.Tests;

internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("staffpool-test-").FullName;

    /// <summary>What a run left in the folder, folders and hidden files included.</summary>
    public IReadOnlyList<string> Content => [.. Directory.GetFileSystemEntries(Path).Select(p => System.IO.Path.GetFileName(p))];

    /// <returns>Path of the file.</returns>
    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    /// <returns>Path of the file.</returns>
    public string Write(string name, byte[] bytes)
    {
        var path = System.IO.Path.Combine(Path, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
