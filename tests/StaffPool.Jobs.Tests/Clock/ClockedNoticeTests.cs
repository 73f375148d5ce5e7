using Microsoft.EntityFrameworkCore;
using StaffPool.Data.Access;
using StaffPool.Data.Governance;
using StaffPool.Data.Planning;
using StaffPool.Data.Runs;
using StaffPool.Data.Workforce;
using StaffPool.Testing.Databases;

namespace StaffPool.Jobs.Tests.Clock;

/// <summary>What ends, what must be known in time, what the rules say of the plan in force, and what is kept no longer.</summary>
public sealed class ClockedNoticeTests
{
    private const string Life =
        """

        life:
          founded: 2020-01-01
          on: 2026-12-01
          mandates: [{kind: elected-administrator, holder: Direction A, member: a, from: 2024-01-01}]
          dissolution: {term-ends-on: 2027-02-28}
        """;

    [Theory]
    [BothProviders]
    public async Task The_end_of_a_mandate_and_of_the_agreement_is_told_ninety_and_thirty_days_ahead(Provider provider)
    {
        await using var struck = await StruckGrouping.OpenAsync(provider);
        await struck.ChangeAsync(async db => (await db.Agreements.SingleAsync()).Sections = BusyGrouping.Sections + Life);

        // Three years from 1 January 2024.
        (await struck.StrikeAsync(RunKind.ExpiryNotices, new(2026, 10, 1))).ShouldBeEmpty();
        (await struck.StrikeAsync(RunKind.ExpiryNotices, new(2026, 10, 2))).ShouldBe(["le mandat de Direction A/2026-12-31/90"]);
        (await struck.StrikeAsync(RunKind.ExpiryNotices, new(2026, 10, 2))).ShouldBeEmpty();
        (await struck.StrikeAsync(RunKind.ExpiryNotices, new(2026, 11, 30))).ShouldBe(["la convention constitutive/2027-02-28/90"]);
        (await struck.StrikeAsync(RunKind.ExpiryNotices, new(2026, 12, 1))).ShouldBe(["le mandat de Direction A/2026-12-31/30"]);
        (await struck.StrikeAsync(RunKind.ExpiryNotices, new(2027, 3, 1))).ShouldBeEmpty();

        struck.Letters.Count.ShouldBe(3);
        struck.Letters.ShouldAllBe(l => l.To.StartsWith("Administrator-"));
        struck.Letters[0].Subject.ShouldBe("Échéance le 31 décembre 2026\u00a0: le mandat de Direction A");
    }

    [Theory]
    [BothProviders]
    public async Task The_end_of_an_agreement_a_consent_or_a_funding_is_told_ahead_and_again_once_it_is_renewed(Provider provider)
    {
        await using var struck = await StruckGrouping.OpenAsync(provider);
        var lent = new CommitmentRow
        {
            Kind = CommitmentKind.Secondment, Title = "Prêt d’Ergothérapeute 1", Parties = "Résidence A, GCSMS", FirstDay = new(2024, 1, 1), LastDay = new(2026, 12, 31),
        };
        await struck.ChangeAsync(db => db.AddAsync(lent).AsTask());

        (await struck.StrikeAsync(RunKind.ExpiryNotices, new(2026, 10, 1))).ShouldBeEmpty();
        (await struck.StrikeAsync(RunKind.ExpiryNotices, new(2026, 10, 2))).ShouldBe([$"{lent.Id}/2026-12-31/90"]);
        (await struck.StrikeAsync(RunKind.ExpiryNotices, new(2026, 10, 3))).ShouldBeEmpty();
        struck.Letters.ShouldHaveSingleItem().To.ShouldStartWith("Administrator-");
        struck.Letters[0].Body.ShouldContain("Prêt d’Ergothérapeute 1\u00a0» prend fin le 31 décembre 2026");
        struck.Letters[0].Body.ShouldContain("/echeances");

        await struck.ChangeAsync(async db => (await db.Commitments.SingleAsync(c => c.Id == lent.Id)).LastDay = new(2027, 12, 31));
        (await struck.StrikeAsync(RunKind.ExpiryNotices, new(2026, 12, 15))).ShouldBeEmpty("it is renewed");
        (await struck.StrikeAsync(RunKind.ExpiryNotices, new(2027, 12, 1))).ShouldBe([$"{lent.Id}/2027-12-31/30"]);
        (await struck.StrikeAsync(RunKind.ExpiryNotices, new(2028, 1, 1))).ShouldBeEmpty("it is over");
    }

    [Theory]
    [BothProviders]
    public async Task A_plan_that_is_missing_is_told_to_who_makes_it_and_one_that_is_there_to_professionals(Provider provider)
    {
        await using var struck = await StruckGrouping.OpenAsync(provider);
        await SetAsync(struck, PlanStatus.Draft);

        // Fifteen days before 1 January 2027, and seven more to do something about it.
        (await struck.StrikeAsync(RunKind.RosterNotice, new(2026, 12, 9))).ShouldBeEmpty();
        (await struck.StrikeAsync(RunKind.RosterNotice, new(2026, 12, 10))).ShouldBe(["2027-01-01/missing"]);
        (await struck.StrikeAsync(RunKind.RosterNotice, new(2026, 12, 11))).ShouldBeEmpty();
        struck.Letters.Select(l => l.To.Split('-')[0]).Order().ShouldBe(["Administrator", "Coordinator"]);
        struck.Letters[0].Body.ShouldContain("17 décembre 2026");

        await SetAsync(struck, PlanStatus.Published);
        (await struck.StrikeAsync(RunKind.RosterNotice, new(2026, 12, 14))).ShouldBe(["2027-01-01/published"]);
        (await struck.StrikeAsync(RunKind.RosterNotice, new(2026, 12, 15))).ShouldBeEmpty();
        (await struck.StrikeAsync(RunKind.RosterNotice, new(2027, 1, 1))).ShouldBeEmpty();
        struck.Letters.Skip(2).Select(l => l.To.Split('-')[0]).ShouldBe(["Professional"]);
    }

    [Theory]
    [BothProviders]
    public async Task The_plan_in_force_is_checked_every_night_and_what_breaks_a_rule_is_told_once(Provider provider)
    {
        await using var struck = await StruckGrouping.OpenAsync(provider);
        async Task<int> LettersAfter(DateOnly night)
        {
            var before = struck.Letters.Count;
            (await struck.StrikeAsync(RunKind.PlanCheck, night)).Count.ShouldBe(1);
            (await struck.StrikeAsync(RunKind.PlanCheck, night)).ShouldBeEmpty();
            return struck.Letters.Count - before;
        }

        (await LettersAfter(new(2027, 2, 1))).ShouldBe(0);
        await struck.ChangeAsync(db => db.AddAsync(new SiteAnswerRow
        {
            ProfessionalId = struck.Busy.Sample.Professional.Id, SiteId = struck.Busy.Sample.SiteA.Id, Consent = SiteConsent.Refused,
        }).AsTask());
        (await LettersAfter(new(2027, 2, 2))).ShouldBe(1);
        struck.Letters[0].To.ShouldStartWith("Administrator-");
        (await LettersAfter(new(2027, 2, 3))).ShouldBe(0, "nothing more is wrong than the night before");
        (await struck.FoundAsync(RunKind.PlanCheck, $"2027-02-03/{struck.Busy.Published.Id}")).ShouldContain("Ergothérapeute 1");
        (await struck.StrikeAsync(RunKind.PlanCheck, new(2027, 7, 1))).ShouldBeEmpty("its period is over");
    }

    [Theory]
    [BothProviders]
    public async Task What_served_its_time_is_removed_and_nothing_else(Provider provider)
    {
        await using var struck = await StruckGrouping.OpenAsync(provider);
        var day = new DateOnly(2029, 3, 4);
        var now = day.ToDateTime(new TimeOnly(7, 30), DateTimeKind.Utc);
        var user = struck.Busy.Sample.Users[Role.Administrator].Id;
        await struck.ChangeAsync(db =>
        {
            foreach (var (name, days) in (IEnumerable<(string, int)>)[("vieux", 181), ("récent", 179)])
            {
                db.Sessions.Add(new SessionRow { UserId = user, Browser = name, StartedAt = now.AddDays(-200), LastSeenAt = now.AddDays(-days) });
                db.SignInLinks.Add(new SignInLinkRow { TokenHash = $"{name} {struck.Busy.Id}", UserId = user, ExpiresAt = now.AddDays(-days) });
                db.Invitations.Add(new InvitationRow
                {
                    Email = $"{name}@exemple.invalid", DisplayName = name, Role = Role.Auditor, TokenHash = $"{name} {struck.Busy.Id}", InvitedBy = "Essai",
                    ExpiresAt = now.AddDays(-days),
                });
            }

            foreach (var (name, days) in (IEnumerable<(string, int)>)[("vieux", 731), ("récent", 729)])
            {
                var run = new RunRow
                {
                    Kind = RunKind.PlanCheck, PeriodKey = name, Request = "{}", RequestedBy = "horloge", RequestedAt = now.AddDays(-days),
                    Status = RunStatus.Done, EndedAt = now.AddDays(-days),
                };
                db.AddRange(run, new RunResultRow { RunId = run.Id, Document = name }, new SentLetterRow { Key = name, SentAt = now.AddDays(-days) });
            }

            foreach (var (name, hours) in (IEnumerable<(string, int)>)[("vieux", 25), ("récent", 23)])
            {
                db.ApiRequests.Add(new ApiRequestRow { TokenId = struck.Busy.Token.Id, Key = name, RequestHash = name, DoneAt = now.AddHours(-hours) });
            }

            return Task.CompletedTask;
        });
        var asked = await struck.ReadAsync(db => db.Runs.CountAsync(r => r.PeriodKey == null));

        await struck.StrikeAsync(RunKind.RetentionPurge, day);

        (await struck.ReadAsync(db => db.Sessions.Where(s => s.UserId == user).Select(s => s.Browser).ToListAsync())).ShouldBe(["récent"]);
        (await struck.ReadAsync(db => db.SignInLinks.Where(l => l.UserId == user).CountAsync())).ShouldBe(1);
        (await struck.ReadAsync(db => db.Invitations.Where(i => i.InvitedBy == "Essai" && i.DisplayName != "Personne").Select(i => i.DisplayName).ToListAsync()))
            .ShouldBe(["récent"]);
        (await struck.ReadAsync(db => db.Runs.Where(r => r.Kind == RunKind.PlanCheck).Select(r => r.PeriodKey).ToListAsync())).ShouldBe(["récent"]);
        (await struck.ReadAsync(db => db.RunResults.CountAsync(r => r.Document == "vieux"))).ShouldBe(0);
        (await struck.ReadAsync(db => db.SentLetters.Select(l => l.Key).ToListAsync())).ShouldBe(["récent"]);
        (await struck.ReadAsync(db => db.ApiRequests.Select(r => r.Key).ToListAsync())).ShouldBe(["récent"]);
        (await struck.ReadAsync(db => db.Runs.CountAsync(r => r.PeriodKey == null))).ShouldBe(asked, "what users asked for is named by what it made");
        (await struck.StrikeAsync(RunKind.RetentionPurge, day)).ShouldBeEmpty();
    }

    private static Task SetAsync(StruckGrouping struck, PlanStatus status) =>
        struck.ChangeAsync(async db => (await db.Plans.SingleAsync(p => p.Id == struck.Busy.Published.Id)).Status = status);
}
