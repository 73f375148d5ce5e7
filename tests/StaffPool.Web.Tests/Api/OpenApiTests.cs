using System.Text.Json.Nodes;
using StaffPool.Application.UseCases;

namespace StaffPool.Web.Tests.Api;

public sealed class OpenApiTests
{
    // Asked for by nobody who has a token: each says why.
    private static readonly Dictionary<string, string> WithoutAddress = new(StringComparer.Ordinal)
    {
        ["AcceptInvitation"] = "whoever holds the link of an invitation, before they are anybody",
        ["ReadInvitation"] = "the same",
        ["ReadCalendarFeed"] = "a calendar program, by a secret address outside the API",
        ["GrantAdministrator"] = "the operator of the service, at a terminal",
        ["CreateApiToken"] = "a token does not make tokens: a person does, on a page",
    };

    [Fact]
    public async Task The_committed_document_is_the_one_that_is_served()
    {
        await using var service = await RunningService.StartAsync();
        using var http = new HttpClient { BaseAddress = service.Address };

        var served = await http.GetStringAsync("/api/v1/openapi.json", TestContext.Current.CancellationToken);

        if (Environment.GetEnvironmentVariable("STAFFPOOL_UPDATE_SNAPSHOTS") == "1")
        {
            await File.WriteAllTextAsync(OpenApiContract.File, served, TestContext.Current.CancellationToken);
        }

        served.ShouldBe(await File.ReadAllTextAsync(OpenApiContract.File, TestContext.Current.CancellationToken), "STAFFPOOL_UPDATE_SNAPSHOTS=1 writes docs/openapi.json anew");
    }

    [Fact]
    public void Every_use_case_has_an_address()
    {
        var useCases = typeof(IUseCase<,>).Assembly.GetTypes()
            .Where(t => t is { IsClass: true, IsAbstract: false } && t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IUseCase<,>)))
            .Select(t => t.Name);
        var named = OpenApiContract.Committed.Paths
            .SelectMany(p => p.Value!.AsObject())
            .Select(o => (string)o.Value!["operationId"]!)
            .Select(id => char.ToUpperInvariant(id[0]) + id[1..]);

        useCases.Except([.. named, .. WithoutAddress.Keys], StringComparer.Ordinal).ShouldBeEmpty();
        WithoutAddress.Keys.Intersect(named, StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public void No_two_operations_have_one_name_and_every_reference_leads_somewhere()
    {
        var contract = OpenApiContract.Committed;
        var operations = contract.Paths.SelectMany(p => p.Value!.AsObject()).Select(o => (string)o.Value!["operationId"]!).ToList();

        operations.Count.ShouldBe(operations.Distinct(StringComparer.Ordinal).Count());
        foreach (var reference in References(contract.Paths).Distinct(StringComparer.Ordinal))
        {
            contract.Resolve(new JsonObject { ["$ref"] = reference }).ShouldNotBeNull(reference);
        }
    }

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject fields => fields.SelectMany(f => f.Key == "$ref" ? [(string)f.Value!] : References(f.Value)),
        JsonArray items => items.SelectMany(References),
        _ => [],
    };
}
