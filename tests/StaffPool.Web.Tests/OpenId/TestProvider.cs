using System.Diagnostics;
using StaffPool.Testing;
using StaffPool.Web.Access;

namespace StaffPool.Web.Tests.OpenId;

/// <summary>A real OpenID Connect provider (npm oidc-provider) in a process of its own, which ends when its input does.</summary>
public sealed class TestProvider : IAsyncLifetime
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "StaffPool.Web.Tests", "OpenId", "provider");

    private readonly HttpClient http = new();
    private Process? node;

    public OpenIdProvider Settings { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules")))
        {
            using var npm = Process.Start(new ProcessStartInfo("npm", ["ci"]) { WorkingDirectory = Folder, UseShellExecute = false, RedirectStandardOutput = true })!;
            await npm.WaitForExitAsync();
            npm.ExitCode.ShouldBe(0, "npm ci");
        }

        node = Process.Start(new ProcessStartInfo("node", ["provider.mjs"])
        {
            WorkingDirectory = Folder, UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        // What it warns of (keys of tests) is known, and a full pipe would stop it.
        node.ErrorDataReceived += (_, _) => { };
        node.BeginErrorReadLine();
        string? line;
        do
        {
            line = await node.StandardOutput.ReadLineAsync();
        }
        while (line?.StartsWith("http", StringComparison.Ordinal) == false);

        Settings = new OpenIdProvider(new Uri(line ?? throw new InvalidOperationException("The provider did not start.")), "staffpool", "un secret: a+encoder%&", "Essai Connect");
    }

    /// <summary>Whoever is asked next is this account.</summary>
    /// <param name="account">One of those of the provider; <c>nobody</c> refuses.</param>
    /// <param name="email">Address of the account <c>known</c>.</param>
    public Task BecomeAsync(string account, string? email = null) =>
        http.GetAsync(new Uri(Settings.Issuer, $"/as/{account}{(email is null ? "" : $"?email={Uri.EscapeDataString(email)}")}"));

    /// <summary>How the tokens given from now on lie; empty for not at all.</summary>
    public Task LieAsync(string how) => http.GetAsync(new Uri(Settings.Issuer, $"/tamper/{how}"));

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        if (node is not null)
        {
            node.StandardInput.Close();
            await node.WaitForExitAsync();
            node.Dispose();
        }
    }
}
