using StaffPool.Testing;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace StaffPool.EndToEnd.Tests.Service;

/// <summary>Holds docker-compose.yml to what it promises. It is read here, not run: there may be no Docker.</summary>
public sealed class ComposeTests
{
    private static readonly Dictionary<object, object> File = Read();

    private static readonly Dictionary<object, object> Services = Map(File["services"]);

    public static TheoryData<string> Names { get; } = [.. Services.Keys.Select(k => (string)k)];

    [Fact]
    public void Database_migration_web_workers_proxy_and_mail_sink_are_there() =>
        Names.Select(n => n.Data).ShouldBe(["database", "migrate", "web", "worker", "proxy", "mail", "staffpool"], ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_container_has_little_memory_no_privilege_and_nothing_to_write_on_but_its_volumes(string name)
    {
        var service = Map(Services[name]);

        service.ShouldContainKey("mem_limit");
        service["read_only"].ShouldBe("true");
        List(service["cap_drop"]).ShouldBe(["ALL"]);
        List(service["security_opt"]).ShouldContain("no-new-privileges:true");
        service.ShouldContainKey("tmpfs");
        service.ShouldNotContainKey("privileged");
        if (name != "database")
        {
            // PostgreSQL's own image drops to its user by itself.
            ((string)service["user"]).ShouldBe("10001:10001");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_runs_on_says_how_it_is(string name)
    {
        var service = Map(Services[name]);
        var endsByItself = service.GetValueOrDefault("restart") is "no";

        (service.TryGetValue("healthcheck", out var check) && Map(check).ContainsKey("test")).ShouldBe(!endsByItself);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_a_container_names_is_in_the_file(string name)
    {
        var service = Map(Services[name]);

        foreach (var network in Keys(service.GetValueOrDefault("networks")))
        {
            Map(File["networks"]).ShouldContainKey(network);
        }

        foreach (var needed in Keys(service.GetValueOrDefault("depends_on")))
        {
            Services.ShouldContainKey(needed);
        }

        foreach (var volume in Keys(service.GetValueOrDefault("volumes")).Select(v => v.Split(':')[0]))
        {
            (volume.StartsWith("./", StringComparison.Ordinal)
                ? System.IO.File.Exists(Path.Combine(Repository.Root, volume))
                : Map(File["volumes"]).ContainsKey(volume)).ShouldBeTrue(volume);
        }

        if (service.TryGetValue("build", out var build))
        {
            System.IO.File.Exists(Path.Combine(Repository.Root, (string)Map(build)["dockerfile"])).ShouldBeTrue();
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_password_is_in_the_file(string name) =>
        Keys(Services[name]).Concat(Map(Services[name]).TryGetValue("environment", out var all) ? Map(all).Values.OfType<string>() : [])
            .Where(v => v.Contains("Password=", StringComparison.OrdinalIgnoreCase))
            .ShouldAllBe(v => v.Contains("${STAFFPOOL_DATABASE_PASSWORD:?", StringComparison.Ordinal));

    [Fact]
    public async Task What_the_containers_of_the_service_are_told_to_do_is_a_command()
    {
        var known = (await ToolProcess.RunAsync("--help", "--lang", "en")).Output;
        foreach (var command in Services.Values.Select(Map).Where(s => s.ContainsKey("build") && s.ContainsKey("command")).Select(s => (string)List(s["command"])[0]))
        {
            known.ShouldContain($"  {command} ", Case.Sensitive, command);
        }
    }

    private static Dictionary<object, object> Read()
    {
        using var reader = new StreamReader(Path.Combine(Repository.Root, "docker-compose.yml"));
        return new DeserializerBuilder().Build().Deserialize<Dictionary<object, object>>(new MergingParser(new Parser(reader)));
    }

    private static Dictionary<object, object> Map(object node) => (Dictionary<object, object>)node;

    private static List<object> List(object node) => (List<object>)node;

    private static IEnumerable<string> Keys(object? node) => node switch
    {
        Dictionary<object, object> map => map.Keys.Cast<string>(),
        List<object> list => list.Cast<string>(),
        _ => [],
    };
}
