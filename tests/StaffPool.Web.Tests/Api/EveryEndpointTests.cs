using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data;
using StaffPool.Data.Access;
using StaffPool.Testing.Databases;
using StaffPool.Web.Api;

namespace StaffPool.Web.Tests.Api;

/// <summary>Every address of the API, tried with the sample request of its use case and held against the document.</summary>
public sealed class EveryEndpointTests
{
    [Theory]
    [BothProviders]
    public async Task Every_address_answers_what_the_document_says_to_whoever_may(Provider provider)
    {
        await using var service = await RunningService.StartAsync(provider, o => o with { Api = new ApiLimits(100_000, 100_000) });
        foreach (var endpoint in ApiRoutes.All.Where(e => !e.IsStream))
        {
            // Each on a grouping of its own where it writes: none is in the way of the next.
            var grouping = await BusyGrouping.AddAsync(service.Database);
            var request = EndpointRequest.Of(endpoint, grouping);
            foreach (var role in Work.RolesOf(endpoint.UseCase).Take(endpoint.IsWrite ? 1 : 7))
            {
                using var api = new ApiClient(service.Address, grouping.Id, await ApiClient.TokenAsync(service, grouping.Sample.Users[role].Id, grouping.Id));

                var answer = await api.SendAsync(request.Verb, request.Path, request.Body, request.Headers);

                answer.Status.ShouldBeInRange(200, 299, $"{endpoint.UseCase.Name} as {role}: {answer.Text}");
                if (endpoint.UseCase.Name != "ReadAbsenceCause")
                {
                    answer.Text.ShouldNotContain(BusyGrouping.SecretNote);
                }
            }
        }
    }

    [Theory]
    [BothProviders]
    public async Task A_token_of_one_grouping_opens_nothing_of_another(Provider provider)
    {
        await using var service = await RunningService.StartAsync(provider, o => o with { Api = new ApiLimits(100_000, 100_000) });
        var (own, other) = (await BusyGrouping.AddAsync(service.Database), await BusyGrouping.AddAsync(service.Database));
        using var api = new ApiClient(service.Address, other.Id, await ApiClient.TokenAsync(service, own.Sample.Users[Role.Administrator].Id, own.Id));
        using var inside = new ApiClient(service.Address, own.Id, await ApiClient.TokenAsync(service, own.Sample.Users[Role.Administrator].Id, own.Id));
        foreach (var endpoint in ApiRoutes.All)
        {
            var request = EndpointRequest.Of(endpoint, other);

            var refused = await api.SendAsync(request.Verb, request.Path, request.Body, request.Headers);
            refused.Status.ShouldBe(404, endpoint.UseCase.Name);
            refused.Text.ShouldNotContain(other.Sample.MemberA.Name);

            // The identifiers of the other grouping in the addresses of one's own; of the long lists only those that name one.
            if (endpoint.Request.Parts.Any(p => p.Source == PartSource.Path) && !endpoint.IsStream)
            {
                var lost = await inside.SendAsync(request.Verb, request.Path, request.Body, request.Headers);
                lost.Status.ShouldBeOneOf(403, 404, 422);
            }
        }

        await using var db = service.Database.NewContext();
        db.GroupingId = other.Id;
        await using var transaction = await db.BeginAsync(new Sight(), writes: false, TestContext.Current.CancellationToken);
        // The worker of the service itself may try its run.
        (await db.AuditEntries.CountAsync(e => e.UserId != null, TestContext.Current.CancellationToken)).ShouldBe(0);
    }
}
