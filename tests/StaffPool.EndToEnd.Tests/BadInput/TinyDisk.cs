using System.Diagnostics;

namespace StaffPool.EndToEnd.Tests.BadInput;

/// <summary>A file system of 8 kB, too small for any plan. Mounting asks for rights that not every machine gives.</summary>
internal sealed class TinyDisk : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private TinyDisk()
    {
    }

    public string Path => folder.Path;

    public static async Task<TinyDisk> MountAsync()
    {
        var disk = new TinyDisk();
        if (await RunAsync("mount", "-t", "tmpfs", "-o", "size=8k", "tmpfs", disk.Path) != 0)
        {
            disk.folder.Dispose();
            Assert.Skip("A file system cannot be mounted here.");
        }

        return disk;
    }

    public void Dispose()
    {
        RunAsync("umount", Path).GetAwaiter().GetResult();
        folder.Dispose();
    }

    private static async Task<int> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true })!;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
