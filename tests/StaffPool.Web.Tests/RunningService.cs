using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using StaffPool.Application.Access;
using StaffPool.Data;
using StaffPool.Data.Access;
using StaffPool.Testing.Databases;
using StaffPool.Web.Hosting;

namespace StaffPool.Web.Tests;

/// <summary>The real service on a port of its own, with a small grouping and a user in every role; their password is <see cref="Password"/>.</summary>
public sealed class RunningService : IAsyncDisposable
{
    public const string Password = "Sept-roses jaunes 81";

    private readonly TestDatabase data;
    private readonly Func<WebServiceOptions, WebServiceOptions> configure;
    private WebApplication app = null!;

    private RunningService(TestDatabase data, SampleGrouping sample, Func<WebServiceOptions, WebServiceOptions> configure) =>
        (this.data, Sample, this.configure) = (data, sample, configure);

    public SampleGrouping Sample { get; }

    public ServiceDatabase Database => data.Database;

    public string Folder => data.Folder;

    public IServiceProvider Services => app.Services;

    public ShiftedClock Clock { get; } = new();

    public Uri Address => app.Services.GetRequiredService<ServiceAddress>().Of("/");

    public static async Task<RunningService> StartAsync(
        Provider provider = Provider.Sqlite, Func<WebServiceOptions, WebServiceOptions>? configure = null)
    {
        var test = await TestDatabase.NewAsync(provider);
        var service = new RunningService(test, await SampleGrouping.AddAsync(test.Database), configure ?? (o => o));
        await service.StartAppAsync("http://127.0.0.1:0");
        return service;
    }

    /// <summary>Stops the service and starts it again where it was.</summary>
    public async Task RestartAsync()
    {
        var address = Address.GetLeftPart(UriPartial.Authority);
        await app.DisposeAsync();
        await StartAppAsync(address);
    }

    public string EmailOf(Role role) => Sample.Users[role].Email!;

    /// <summary>Gives a user the password of the tests.</summary>
    public async Task SetPasswordAsync(Role role)
    {
        await using var scope = Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        var user = (await users.FindByIdAsync(Sample.Users[role].Id.ToString()))!;
        user.LockoutEnabled = true;
        (await users.AddPasswordAsync(user, Password)).Succeeded.ShouldBeTrue();
    }

    public Browser NewBrowser() => new(Address);

    /// <summary>A browser that a one-time link has signed in.</summary>
    public async Task<Browser> SignedInAsync(Role role)
    {
        var browser = NewBrowser();
        var token = await Services.GetRequiredService<SignInLinks>().CreateAsync(Sample.Users[role].Id, CancellationToken.None);
        await browser.GetAsync($"/lien/{token}");
        (await browser.PostAsync()).Status.ShouldBe(302);
        return browser;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await data.DisposeAsync();
    }

    private async Task StartAppAsync(string url)
    {
        app = WebService.Build(configure(new WebServiceOptions { Url = url, Database = data.Database, DataFolder = data.Folder, Clock = Clock }));
        await app.StartAsync();
        await app.Services.GetRequiredService<Readiness>().WaitAsync(CancellationToken.None);
    }
}

/// <summary>The clock of the machine, moved on where a test asks.</summary>
public sealed class ShiftedClock : TimeProvider
{
    public TimeSpan Shift { get; set; }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Shift;
}
