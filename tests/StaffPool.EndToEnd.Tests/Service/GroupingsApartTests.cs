using StaffPool.Application.Access;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Audit;
using StaffPool.Web.Pages;

namespace StaffPool.EndToEnd.Tests.Service;

/// <summary>A user finds what their roles give, and of another grouping nothing, not even that it exists.</summary>
[Collection(PlannedServiceTests.Name)]
public sealed class GroupingsApartTests(PlannedService planned)
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_page_of_another_grouping_exists_and_no_post_changes_it()
    {
        var stranger = planned.First.Administrator;
        var theirs = await ServicePages.AddressesAsync(planned.Second.Administrator, planned.Second.Code);
        var token = await TokenAsync(stranger, planned.First.At("campagne"));
        var before = await HeadsAsync();
        var answers = new List<(string, int)>();

        foreach (var page in theirs.Values)
        {
            answers.Add(($"GET {page}", (await stranger.GetAsync(page)).Status));
            foreach (var form in (await planned.Second.Administrator.GetAsync(page)).Forms)
            {
                answers.Add(($"POST {form.Action} filled in", (await stranger.PostAsync(form, token)).Status));
            }
        }

        var posts = ServicePages.Posts(theirs).ToList();
        foreach (var post in posts)
        {
            answers.Add(($"POST {post}", (await stranger.PostAsync(post, token)).Status));
        }

        posts.Count.ShouldBeGreaterThan(15);
        answers.Where(a => a.Item2 != 404).ShouldBeEmpty();
        (await HeadsAsync()).ShouldBe(before);
    }

    [Theory]
    [InlineData(Role.MemberRepresentative)]
    [InlineData(Role.Coordinator)]
    [InlineData(Role.Professional)]
    [InlineData(Role.Payroll)]
    [InlineData(Role.Auditor)]
    [InlineData(Role.Funder)]
    public async Task A_role_opens_what_its_menu_shows_and_breaks_nothing_elsewhere(Role role)
    {
        using var user = await UserAsync(role);
        var pages = await ServicePages.AddressesAsync(planned.First.Administrator, planned.First.Code);
        var menu = Navigation.For(new MyGrouping(Guid.Empty, planned.First.Code, "", false, false, [new Grant(role, null, null)]))
            .Select(e => e.AddressIn(planned.First.Code)).ToList();
        var flaws = new List<string>();

        foreach (var page in pages.Values)
        {
            var status = (await user.GetAsync(page)).Status;
            if (menu.Contains(page) ? status != 200 : status is not (200 or 403 or 404))
            {
                flaws.Add($"GET {page}: {status}");
            }
        }

        var token = await TokenAsync(user, "/compte");
        foreach (var post in ServicePages.Posts(pages))
        {
            var status = (await user.PostAsync(post, token)).Status;
            if (status >= 500 || (role is Role.Auditor or Role.Funder && status is < 400))
            {
                flaws.Add($"POST {post}: {status}");
            }
        }

        flaws.ShouldBeEmpty();
    }

    private async Task<Visitor> UserAsync(Role role)
    {
        var page = await planned.First.Administrator.GetAsync(planned.First.At("utilisateurs"));
        return await planned.First.InviteAsync(
            planned.Service.Address, role, $"Personne {role}",
            role is Role.MemberRepresentative or Role.Payroll ? page.FirstChoice("MemberId") : "",
            role == Role.Professional ? page.FirstChoice("ProfessionalId") : "");
    }

    private static async Task<(string, string)> TokenAsync(Visitor visitor, string page) =>
        ("__RequestVerificationToken", (await visitor.GetAsync(page)).Form("").Fields.First(f => f.Name == "__RequestVerificationToken").Value);

    private async Task<string> HeadsAsync()
    {
        await using var database = planned.Service.OpenDatabase();
        var report = await AuditCheck.RunAsync(database, [], Stop);
        return string.Join(' ', report.Chains.Select(c => c.Head).Order(StringComparer.Ordinal));
    }
}
