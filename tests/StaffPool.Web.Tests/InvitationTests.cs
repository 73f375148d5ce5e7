using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using StaffPool.Data.Access;
using StaffPool.Testing.Databases;
using StaffPool.Web.Access;

namespace StaffPool.Web.Tests;

public sealed partial class InvitationTests
{
    private const string Email = "jeanne@exemple.invalid";

    [Theory]
    [BothProviders]
    public async Task An_invited_person_gets_a_letter_chooses_a_password_and_is_in_with_their_role(Provider provider)
    {
        await using var sink = new MailSink();
        await using var service = await RunningService.StartAsync(provider, o => o with { Mail = sink.Settings });
        using var admin = await service.SignedInAsync(Role.Administrator);
        using var jeanne = service.NewBrowser();

        (await InviteAsync(admin, service, Email, "Jeanne Essai", Role.MemberRepresentative, service.Sample.MemberB.Id)).Status.ShouldBe(302);
        (await admin.FollowAsync()).Text.ShouldContain("jeanne@exemple.invalid");
        var letter = await sink.NextAsync();
        letter.ShouldContain("To: jeanne@exemple.invalid");
        letter.ShouldContain("Essai Administrator vous invite dans GCSMS d’essai");
        var link = LinkIn(letter);
        (await jeanne.GetAsync(link)).Text.ShouldContain("représentant d’un membre");
        var weak = await AcceptAsync(jeanne, "jeanne2026");
        await jeanne.GetAsync(link);
        var entered = await AcceptAsync(jeanne, RunningService.Password);

        weak.Status.ShouldBe(422);
        weak.Text.ShouldContain("Trop court");
        weak.Text.ShouldContain("Il contient « Jeanne »");
        entered.Location.ShouldBe($"/g/{service.Sample.Grouping.Code}");
        (await jeanne.FollowAsync()).Text.ShouldContain("représentant d’un membre");
        (await jeanne.GetAsync($"/g/{service.Sample.Grouping.Code}/utilisateurs")).Status.ShouldBe(403);
        (await service.NewBrowser().GetAsync(link)).Text.ShouldContain("a déjà servi");
        using var again = service.NewBrowser();
        await again.GetAsync("/connexion");
        (await SignInTests.SignInAsync(again, Email, RunningService.Password)).Location.ShouldBe("/");
    }

    [Fact]
    public async Task A_dead_server_of_mail_refuses_the_letter_and_the_administrator_hands_the_link_over()
    {
        var dead = new MailSettings("127.0.0.1", 9, "staffpool@exemple.invalid", null, null, IsEncrypted: false);
        await using var service = await RunningService.StartAsync(Provider.Sqlite, o => o with { Mail = dead });
        using var admin = await service.SignedInAsync(Role.Administrator);

        var shown = await InviteAsync(admin, service, Email, "Jeanne Essai", Role.Auditor);

        shown.Text.ShouldContain("Le serveur de courriel n’a pas pris la lettre.");
        (await service.NewBrowser().GetAsync(LinkIn(shown.Html))).Text.ShouldContain("auditeur");
    }

    [Fact]
    public async Task Without_a_server_of_mail_the_link_is_shown_once_and_the_letter_is_put_down()
    {
        await using var service = await RunningService.StartAsync();
        using var admin = await service.SignedInAsync(Role.Administrator);

        var shown = await InviteAsync(admin, service, Email, "Jeanne Essai", Role.Auditor);

        shown.Text.ShouldContain("Le service n’a pas de serveur de courriel");
        var link = LinkIn(shown.Html);
        Directory.GetFiles(Path.Combine(service.Folder, "mail"), "*.eml").ShouldHaveSingleItem();
        (await service.NewBrowser().GetAsync(link)).Text.ShouldContain("auditeur");
        (await admin.GetAsync($"/g/{service.Sample.Grouping.Code}/utilisateurs")).Html.ShouldNotContain("/invitation/");
    }

    [Fact]
    public async Task A_server_of_mail_that_refuses_leaves_the_administrator_with_the_link()
    {
        await using var service = await RunningService.StartAsync(configure: o => o with { Mail = new("127.0.0.1", 1, "a@exemple.invalid", null, null, false) });
        using var admin = await service.SignedInAsync(Role.Administrator);

        var shown = await InviteAsync(admin, service, Email, "Jeanne Essai", Role.Auditor);

        shown.Text.ShouldContain("Le serveur de courriel n’a pas pris la lettre");
        LinkIn(shown.Html).ShouldContain("/invitation/");
    }

    [Fact]
    public async Task Who_has_an_account_accepts_with_it_and_keeps_their_other_roles()
    {
        await using var service = await RunningService.StartAsync();
        await service.SetPasswordAsync(Role.Auditor);
        using var admin = await service.SignedInAsync(Role.Administrator);
        var link = LinkIn((await InviteAsync(admin, service, service.EmailOf(Role.Auditor), "Essai", Role.Coordinator)).Html);
        using var auditor = service.NewBrowser();

        (await auditor.GetAsync(link)).Text.ShouldContain("a déjà un compte");
        await auditor.GetAsync($"/connexion?retour={Uri.EscapeDataString(new Uri(link).AbsolutePath)}");
        await SignInTests.SignInAsync(auditor, service.EmailOf(Role.Auditor), RunningService.Password);
        await auditor.FollowAsync();
        await auditor.PostAsync("Join");

        (await auditor.FollowAsync()).Text.ShouldContain("auditeur, coordinateur");
    }

    [Fact]
    public async Task An_invitation_that_was_taken_back_or_is_too_old_opens_nothing()
    {
        await using var service = await RunningService.StartAsync();
        using var admin = await service.SignedInAsync(Role.Administrator);
        var old = LinkIn((await InviteAsync(admin, service, "vieille@exemple.invalid", "Vieille", Role.Auditor)).Html);
        var cancelled = LinkIn((await InviteAsync(admin, service, Email, "Annulée", Role.Auditor)).Html);
        await admin.GetAsync($"/g/{service.Sample.Grouping.Code}/utilisateurs");
        await admin.PostAsync("Cancel");

        using var visitor = service.NewBrowser();
        (await visitor.GetAsync(cancelled)).Text.ShouldContain("a été retirée");
        service.Clock.Shift = TimeSpan.FromDays(8);
        (await visitor.GetAsync(old)).Text.ShouldContain("a expiré");
    }

    [Fact]
    public async Task Every_fault_of_an_invitation_is_told_at_once_and_what_was_typed_is_kept()
    {
        await using var service = await RunningService.StartAsync();
        using var admin = await service.SignedInAsync(Role.Administrator);

        var refused = await InviteAsync(admin, service, "pas une adresse", "", Role.MemberRepresentative);

        refused.Status.ShouldBe(422);
        refused.Text.ShouldContain("Ces 3 points sont à corriger");
        refused.Html.ShouldContain("href=\"#Email\"");
        refused.Html.ShouldContain("value=\"pas une adresse\"");
    }

    [Fact]
    public async Task The_last_administrator_stays()
    {
        await using var service = await RunningService.StartAsync();
        using var admin = await service.SignedInAsync(Role.Administrator);
        await admin.GetAsync($"/g/{service.Sample.Grouping.Code}/utilisateurs");
        await using var db = service.Database.NewContext();
        db.GroupingId = service.Sample.Id;
        var grant = await db.Grants.Where(g => g.Role == Role.Administrator).Select(g => g.Id).SingleAsync(TestContext.Current.CancellationToken);

        var refused = await admin.PostAsync("Revoke", ("id", grant.ToString()));

        refused.Status.ShouldBe(422);
        refused.Text.ShouldContain("C’est le dernier administrateur");
    }

    [Fact]
    public async Task A_right_taken_away_is_gone_at_the_next_request()
    {
        await using var service = await RunningService.StartAsync();
        using var admin = await service.SignedInAsync(Role.Administrator);
        using var auditor = await service.SignedInAsync(Role.Auditor);
        (await auditor.GetAsync($"/g/{service.Sample.Grouping.Code}/utilisateurs")).Status.ShouldBe(200);
        await admin.GetAsync($"/g/{service.Sample.Grouping.Code}/utilisateurs");
        await using var db = service.Database.NewContext();
        db.GroupingId = service.Sample.Id;
        var grant = await db.Grants.Where(g => g.Role == Role.Auditor).Select(g => g.Id).SingleAsync(TestContext.Current.CancellationToken);

        (await admin.PostAsync("Revoke", ("id", grant.ToString()))).Status.ShouldBe(302);

        (await auditor.GetAsync($"/g/{service.Sample.Grouping.Code}/utilisateurs")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Script_in_any_field_is_shown_as_it_was_typed()
    {
        const string Script = "<script>alert('é')</script>";
        await using var service = await RunningService.StartAsync();
        using var admin = await service.SignedInAsync(Role.Administrator);

        var refused = await InviteAsync(admin, service, $"\"{Script}\"@exemple.invalid'", Script, Role.Auditor);
        refused.Html.ShouldNotContain("<script>alert");
        var invited = await InviteAsync(admin, service, "x@exemple.invalid", Script, Role.Auditor);
        invited.Html.ShouldNotContain("<script>alert");
        invited.Text.ShouldContain("alert('é')");
        var offered = await service.NewBrowser().GetAsync(LinkIn(invited.Html));
        offered.Html.ShouldNotContain("<script>alert");
        using var visitor = service.NewBrowser();
        await visitor.GetAsync("/connexion?retour=" + Uri.EscapeDataString("/\"><script>alert(1)</script>"));
        visitor.Page.Html.ShouldNotContain("<script>alert");
        (await SignInTests.SignInAsync(visitor, $"{Script}' OR 1=1 --\0", Script)).Html.ShouldNotContain("<script>alert");
        await admin.GetAsync("/compte");
        (await admin.PostAsync("Password", ("New.Password", Script), ("New.Again", "a"))).Html.ShouldNotContain("<script>alert");
    }

    internal static async Task<Shown> InviteAsync(Browser admin, RunningService service, string email, string name, Role role, Guid? member = null)
    {
        (await admin.GetAsync($"/g/{service.Sample.Grouping.Code}/utilisateurs")).Status.ShouldBe(200);
        return await admin.PostAsync(
            "Invite", ("Email", email), ("Name", name), ("Role", role.ToString()), ("MemberId", member?.ToString() ?? ""), ("ProfessionalId", ""));
    }

    internal static string LinkIn(string text) => Link().Match(text).Value;

    private static Task<Shown> AcceptAsync(Browser browser, string password) =>
        browser.PostAsync("", ("New.Password", password), ("New.Again", password));

    [GeneratedRegex("http://127\\.0\\.0\\.1:[0-9]+/(invitation|mot-de-passe)/[-_/A-Za-z0-9]+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Link();
}
