using System.Globalization;
using StaffPool.Application.Access;
using StaffPool.Data;
using StaffPool.Data.Access;
using StaffPool.Data.Governance;
using StaffPool.Data.Members;
using StaffPool.Data.Needs;
using StaffPool.Data.Workforce;
using StaffPool.Domain.Members;
using StaffPool.Domain.Needs;

namespace StaffPool.Cli.Hosting.Bench;

/// <summary>Fills a database with invented groupings: members with a site each and three needs, and who declares them.</summary>
internal sealed class BenchGroupings(ServiceDatabase database, TimeProvider clock)
{
    private const int Needs = 3;

    private static readonly string[] Professions = ["Diététicien", "Ergothérapeute", "Psychologue", "Psychomotricien", "Qualiticien"];
    private static readonly string[] Communes = ["80585", "80410"];

    private readonly SignInLinks links = new(database, clock);

    /// <summary>All of a size, one transaction for each grouping. The representatives are spread over the groupings.</summary>
    public async Task<IReadOnlyList<BenchUser>> AddAsync(ServiceSize size, CancellationToken stop)
    {
        var users = new List<BenchUser>();
        for (var i = 0; i < size.Groupings; i++)
        {
            var grouping = new GroupingRow { Code = $"mesure-{Number(i)}", Name = $"Groupement de mesure {Number(i)}", Title = "Mesure", IsSynthetic = true, HasSyntheticValues = true };
            var clients = ((i + 1) * size.Clients / size.Groupings) - (i * size.Clients / size.Groupings);
            foreach (var (user, token) in await AddAsync(grouping, size.Members, clients, stop))
            {
                users.Add(new BenchUser(grouping.Code, await links.CreateAsync(user, stop), token));
            }
        }

        return users;
    }

    private async Task<IReadOnlyList<(Guid User, BenchToken Token)>> AddAsync(GroupingRow grouping, int members, int clients, CancellationToken stop)
    {
        using var turn = await database.WriteTurnAsync(stop);
        await using var db = database.NewContext();
        db.GroupingId = grouping.Id;
        await using var transaction = await db.BeginAsync(new Sight(AllGroupings: true), writes: true, stop);
        var rows = Enumerable.Range(0, members).Select(i => MemberOf(i)).ToList();
        db.AddRange(grouping, new AgreementRow
        {
            ValidFrom = new DateOnly(2020, 1, 1), Reference = "Mesure", Sections = $"agreement: {{name: Convention, seat: {rows[0].Code}, settings: []}}\n",
        });
        db.AddRange(rows);
        var users = rows.Take(clients).Select(m => Representative(grouping, m)).ToList();
        db.AddRange(users.Select(u => u.User));
        db.AddRange(users.Select(u => u.Grant));
        var campaign = Campaign(rows);
        db.Add(campaign);
        var tokens = users.Select(u => (u.User.Id, Token: BenchToken.New(u.User.Id, grouping.Id, clock))).ToList();
        db.AddRange(tokens.Select(t => t.Token.Row));
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return [.. tokens.Zip(rows, (t, member) => (t.Id, new BenchToken(grouping.Id, campaign.Id, member.Id, t.Token.Secret)))];
    }

    private static MemberRow MemberOf(int i) => new()
    {
        Code = $"membre-{Number(i)}", Name = $"Établissement {Number(i)}", Kind = i % 2 == 0 ? MemberKind.PublicEstablishment : MemberKind.PrivateNonProfit,
    };

    private static CampaignRow Campaign(IReadOnlyList<MemberRow> members)
    {
        var campaign = new CampaignRow
        {
            PeriodStart = new DateOnly(2027, 1, 1), PeriodEnd = new DateOnly(2027, 6, 30),
            OpensOn = new DateOnly(2026, 11, 1), ClosesOn = new DateOnly(2026, 12, 15), Status = CampaignStatus.Open,
        };
        var professions = Professions.Select(name => new ProfessionRow { Code = $"metier-{Number(Array.IndexOf(Professions, name))}", Name = name }).ToList();
        foreach (var (i, member) in members.Index())
        {
            var site = new SiteRow { Code = member.Code, Name = $"Site {Number(i)}", InseeCode = Communes[i % Communes.Length], Kind = SiteKind.Ehpad, Member = member };
            campaign.Needs.AddRange(Enumerable.Range(i, Needs).Select(n => new NeedRow
            {
                Site = site, Profession = professions[n % professions.Count], Amount = 1 + (n % 4), Unit = NeedUnit.HalfDaysPerWeek,
            }));
        }

        return campaign;
    }

    private (User User, GrantRow Grant) Representative(GroupingRow grouping, MemberRow member)
    {
        var address = $"{member.Code}@{grouping.Code}.invalid";
        var user = new User
        {
            DisplayName = $"Représentant de {member.Name}",
            UserName = address,
            NormalizedUserName = address.ToUpperInvariant(),
            Email = address,
            NormalizedEmail = address.ToUpperInvariant(),
            CreatedAt = clock.GetUtcNow().UtcDateTime,
        };
        return (user, new GrantRow { User = user, Role = Role.MemberRepresentative, Member = member });
    }

    private static string Number(int i) => (i + 1).ToString("000", CultureInfo.InvariantCulture);
}

/// <param name="Grouping">Code of the grouping.</param>
/// <param name="Link">Token of a link that signs in once.</param>
/// <param name="Token">For the same declaration through the API.</param>
internal sealed record BenchUser(string Grouping, string Link, BenchToken Token);
