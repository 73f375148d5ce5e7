using System.Collections.Concurrent;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using StaffPool.Application.Access;
using StaffPool.Data.Access;
using StaffPool.Web.Hosting;

namespace StaffPool.Web.Tests;

/// <summary>What the service tells those who run it, and what it does not.</summary>
public sealed class OperationTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_is_traced_and_measured_to_a_collector_without_its_address()
    {
        await using var collector = await Collector.StartAsync();
        string token;
        await using (var service = await RunningService.StartAsync(configure: o => o with { Telemetry = collector.Address }))
        {
            token = await service.Services.GetRequiredService<SignInLinks>().CreateAsync(service.Sample.Users[Role.Administrator].Id, Stop);
            using var browser = service.NewBrowser();
            await browser.GetAsync($"/lien/{token}");
            await browser.PostAsync();
            (await browser.GetAsync($"/g/{service.Sample.Grouping.Code}/besoins-et-effectifs")).Status.ShouldBe(200);
            service.Services.GetRequiredService<Telemetry>().Flush();
        }

        var traces = collector.Received("/v1/traces");
        traces.ShouldContain("GET g/{code}/besoins-et-effectifs");
        traces.ShouldContain("ReadNeedsAgainstStaff");
        traces.ShouldContain("staffpool-web");
        var figures = collector.Received("/v1/metrics");
        figures.ShouldContain("http.server.request.duration");
        figures.ShouldContain("staffpool.use_case.duration");
        traces.ShouldNotContain(token);
        figures.ShouldNotContain(token);
    }

    [Fact]
    public async Task A_busy_session_leaves_no_name_no_address_and_no_secret_in_the_log()
    {
        var log = new Lines();
        await using var service = await RunningService.StartAsync(configure: o => o with
        {
            LogsJson = true, Replace = s => s.AddSingleton<ILoggerProvider>(log),
        });
        await service.SetPasswordAsync(Role.Administrator);
        var token = await service.Services.GetRequiredService<SignInLinks>().CreateAsync(service.Sample.Users[Role.Administrator].Id, Stop);
        using var browser = service.NewBrowser();
        await browser.GetAsync($"/lien/{token}");
        await browser.PostAsync();
        foreach (var page in (string[])["", "/besoins", "/absences", "/sites", "/professionnels", "/utilisateurs", "/journal", "/echanges", "/couts"])
        {
            await browser.GetAsync($"/g/{service.Sample.Grouping.Code}{page}");
        }

        await browser.GetAsync($"/g/{service.Sample.Grouping.Code}/echanges");
        await browser.SendFileAsync("confidentiel.csv", "Nom;Membre;Type;Commune\nSite secret;Résidence A;EHPAD;Nesle\n"u8.ToArray());
        await browser.FollowAsync();
        await browser.PostAsync("Confirm");
        await browser.GetAsync($"/mot-de-passe/{Guid.Empty}/jeton-a-taire");
        using var stranger = service.NewBrowser();
        await stranger.GetAsync("/connexion");
        await stranger.PostAsync("", ("Email", service.EmailOf(Role.Administrator)), ("Password", "pas le bon mot de passe"));

        var told = log.Text;
        told.ShouldContain("g/{code}/echanges");
        foreach (var secret in (string[])
            [token, "jeton-a-taire", service.EmailOf(Role.Administrator), RunningService.Password, "pas le bon", "Site secret", "confidentiel.csv",
             "Ergothérapeute 1", "Résidence A", "Site A", service.Sample.Users[Role.Administrator].DisplayName, service.Sample.Grouping.Code,
             browser.CookieNamed("staffpool.session") ?? "staffpool.session="])
        {
            told.ShouldNotContain(secret);
        }
    }

    [Fact]
    public async Task It_lives_before_it_is_ready()
    {
        await using var service = await RunningService.StartAsync();
        using var browser = service.NewBrowser();

        (await browser.GetAsync("/health")).Text.ShouldBe("alive");
        (await browser.GetAsync("/health/ready")).Text.ShouldBe("ready");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Only_a_proxy_that_was_named_is_believed(bool isNamed)
    {
        var own = NetworkInterface.GetAllNetworkInterfaces()
            .Where(i => i.OperationalStatus == OperationalStatus.Up)
            .SelectMany(i => i.GetIPProperties().UnicastAddresses)
            .Select(a => a.Address)
            .FirstOrDefault(a => a.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(a));
        Assert.SkipWhen(own is null, "This machine has no address but its own loop.");
        await using var service = await RunningService.StartAsync(configure: o => o with
        {
            Url = "http://0.0.0.0:0", Proxies = isNamed ? [new IPNetwork(own!, 32)] : [],
        });
        using var http = new HttpClient { BaseAddress = new Uri($"http://{own}:{service.Address.Port}/") };
        http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");

        var page = await http.GetAsync("connexion", Stop);

        page.Headers.Contains("Strict-Transport-Security").ShouldBe(isNamed);
    }

    /// <summary>Every line that the log lets through, with what it is made of.</summary>
    private sealed class Lines : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> lines = [];

        public string Text => string.Join('\n', lines);

        public ILogger CreateLogger(string categoryName) => this;

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var parts = state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(' ', pairs.Select(p => $"{p.Key}={p.Value}")) : "";
            lines.Enqueue($"{logLevel} {formatter(state, exception)} {parts} {exception}");
        }

        public void Dispose()
        {
        }
    }
}
