using System.Globalization;
using Microsoft.EntityFrameworkCore;
using StaffPool.Data;
using StaffPool.Data.Access;
using StaffPool.Testing.Databases;
using StaffPool.Web.Api;

namespace StaffPool.Web.Tests.Api;

/// <summary>
/// Thousands of requests that nobody thought of. Each answer is held against the document by the client itself: a 500 is
/// none of the answers that it may hold here, and neither is a word of another grouping.
/// </summary>
public sealed class RandomRequestTests(ITestOutputHelper output)
{
    private static readonly int Count = Environment.GetEnvironmentVariable("STAFFPOOL_RANDOM_REQUESTS") is { } asked ? int.Parse(asked, CultureInfo.InvariantCulture) : 1200;

    [Theory]
    [BothProviders]
    public async Task No_request_breaks_the_service_nor_gets_what_is_not_its_own(Provider provider)
    {
        await using var service = await RunningService.StartAsync(provider, o => o with { Api = new ApiLimits(int.MaxValue, int.MaxValue) });
        var other = await BusyGrouping.AddAsync(service.Database);
        await RenameAsync(service, other, "Établissement étranger");
        var own = await BusyGrouping.AddAsync(service.Database);
        var identifiers = IdentifiersOf(own).Concat(IdentifiersOf(other)).Append(Guid.Empty.ToString()).ToList();
        var requests = new RandomRequests(OpenApiContract.Committed, identifiers, seed: 20261125);
        Role[] roles = [Role.Administrator, Role.Administrator, Role.Coordinator, Role.MemberRepresentative, Role.Auditor];
        var clients = new List<ApiClient>();
        foreach (var role in roles)
        {
            clients.Add(new ApiClient(service.Address, own.Id, await ApiClient.TokenAsync(service, own.Sample.Users[role].Id, own.Id)));
        }

        var done = new List<string>();
        var statuses = new SortedDictionary<int, int>();
        for (var i = 0; i < Count; i++)
        {
            var api = clients[i % clients.Count];
            var (verb, path, body, headers) = requests.Next(i % 10 == 9 ? other.Id : own.Id);
            var answer = await api.SendAsync(verb, path, body, headers);

            var told = $"request {i}: {verb} {path}\n{body}\n{answer.Text}";
            answer.Status.ShouldBeLessThan(500, told);
            answer.Text.ShouldNotContain("Établissement étranger", Case.Sensitive, told);
            answer.Text.ShouldNotContain("\"code\":\"api.status.", Case.Sensitive, $"refused without a word; {told}\n{string.Join("\n", done)}");
            if (answer.Status < 300 && verb != "GET")
            {
                done.Add($"{verb} {path} {body}");
            }

            if (roles[i % clients.Count] != Role.MemberRepresentative || !path.Contains("/cause", StringComparison.Ordinal))
            {
                answer.Text.ShouldNotContain(BusyGrouping.SecretNote, Case.Sensitive, told);
            }

            statuses[answer.Status] = statuses.GetValueOrDefault(answer.Status) + 1;
        }

        output.WriteLine(string.Join(", ", statuses.Select(s => $"{s.Key}: {s.Value}")));
        statuses.Where(s => s.Key < 300).Sum(s => s.Value).ShouldBeGreaterThan(Count / 20, "too few of them are valid to prove much");
        clients.ForEach(c => c.Dispose());
        await using var db = service.Database.NewContext();
        db.GroupingId = other.Id;
        await using var transaction = await db.BeginAsync(new Sight(), writes: false, TestContext.Current.CancellationToken);
        // The worker of the service itself may try its run.
        (await db.AuditEntries.CountAsync(e => e.UserId != null, TestContext.Current.CancellationToken)).ShouldBe(0);
    }

    private static IEnumerable<string> IdentifiersOf(BusyGrouping g) =>
        new[]
        {
            g.Sample.MemberA.Id, g.Sample.MemberB.Id, g.SpareMember.Id, g.Sample.SiteA.Id, g.Sample.SiteB.Id, g.SpareSite.Id, g.Sample.Profession.Id, g.Sample.Professional.Id,
            g.SpareProfessional.Id, g.Sample.Campaign.Id, g.Former.Id, g.Need.Id, g.Draft.Id, g.Published.Id, g.Booking.Id, g.Absence.Id, g.Assembly.Id, g.Expense.Id, g.Call.Id,
            g.Run.Id, g.Invitation.Id, g.Grant.Id, g.Token.Id, g.Webhook.Id, g.Delivery.Id,
        }.Select(id => id.ToString());

    private static async Task RenameAsync(RunningService service, BusyGrouping grouping, string name)
    {
        await using var db = service.Database.NewContext();
        db.GroupingId = grouping.Id;
        await using var transaction = await db.BeginAsync(new Sight(), writes: true, CancellationToken.None);
        foreach (var member in await db.Members.ToListAsync())
        {
            member.Name = $"{name} {member.Code}";
        }

        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }
}
