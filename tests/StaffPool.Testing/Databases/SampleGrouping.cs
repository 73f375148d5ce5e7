using StaffPool.Application.UseCases;
using StaffPool.Data;
using StaffPool.Data.Access;
using StaffPool.Data.Governance;
using StaffPool.Data.Members;
using StaffPool.Data.Needs;
using StaffPool.Data.Workforce;
using StaffPool.Domain.Members;

namespace StaffPool.Testing.Databases;

/// <summary>A small grouping in the database: two members with a site each, one profession, one professional, an open campaign, a user in every role.</summary>
public sealed class SampleGrouping
{
    private SampleGrouping(ServiceDatabase database) => Database = database;

    public ServiceDatabase Database { get; }

    public GroupingRow Grouping { get; } = new() { Code = $"essai-{Guid.CreateVersion7():N}", Name = "GCSMS d’essai", Title = "Essai", IsSynthetic = true };

    public Guid Id => Grouping.Id;

    public AgreementRow Agreement { get; } = new()
    {
        ValidFrom = new DateOnly(2020, 1, 1), Reference = "Essai",
        Sections = "agreement: {name: Convention d’essai, seat: a, settings: []}\n",
    };

    public MemberRow MemberA { get; } = new() { Code = "a", Name = "Résidence A", Kind = MemberKind.PublicEstablishment, IsEmployer = true };

    public MemberRow MemberB { get; } = new() { Code = "b", Name = "Résidence B", Kind = MemberKind.PrivateNonProfit };

    public SiteRow SiteA { get; private set; } = null!;

    public SiteRow SiteB { get; private set; } = null!;

    public ProfessionRow Profession { get; } = new() { Code = "ergotherapeute", Name = "Ergothérapeute" };

    public ProfessionalRow Professional { get; private set; } = null!;

    public CampaignRow Campaign { get; } = new()
    {
        PeriodStart = new DateOnly(2027, 1, 1), PeriodEnd = new DateOnly(2027, 6, 30),
        OpensOn = new DateOnly(2026, 11, 1), ClosesOn = new DateOnly(2026, 12, 15), Status = CampaignStatus.Open,
    };

    /// <summary>One user per role; representative, payroll and professional act for member A.</summary>
    public IReadOnlyDictionary<Role, User> Users { get; } = Enum.GetValues<Role>().ToDictionary(r => r, r => new User
    {
        DisplayName = $"Essai {r}", UserName = $"{r}-{Guid.CreateVersion7():N}@exemple.invalid", SecurityStamp = $"{r}",
    });

    public static async Task<SampleGrouping> AddAsync(ServiceDatabase database)
    {
        var sample = new SampleGrouping(database);
        await using var db = database.NewContext();
        db.GroupingId = sample.Id;
        await using var transaction = await db.BeginAsync(new Sight(AllGroupings: true), writes: true, CancellationToken.None);
        sample.Fill(db);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return sample;
    }

    /// <summary>Work as one of the users, on whatever grouping.</summary>
    public Work As(Role role) => new(Database, new SampleUser(Users[role].Id, Users[role].DisplayName), TimeProvider.System);

    /// <summary>Work as the operator of the service.</summary>
    public Work AsOperator() => new(Database, new Operator("essai"), TimeProvider.System);

    private void Fill(StaffPoolContext db)
    {
        SiteA = new SiteRow { Code = "a", Name = "Site A", InseeCode = "80585", Kind = SiteKind.Ehpad, Member = MemberA };
        SiteB = new SiteRow { Code = "b", Name = "Site B", InseeCode = "80410", Kind = SiteKind.Ehpad, Member = MemberB };
        Professional = new ProfessionalRow
        {
            Code = "ergo-1", Name = "Ergothérapeute 1", Profession = Profession, Employer = MemberA, Base = SiteA, FullTimeEquivalent = 0.8m,
        };
        db.AddRange(Grouping, Agreement, MemberA, MemberB, SiteA, SiteB, Profession, Professional, Campaign);
        foreach (var (role, user) in Users)
        {
            (user.NormalizedUserName, user.Email, user.NormalizedEmail) = (user.UserName!.ToUpperInvariant(), user.UserName, user.UserName.ToUpperInvariant());
            db.Users.Add(user);
            db.Grants.Add(new GrantRow
            {
                UserId = user.Id,
                Role = role,
                MemberId = role is Role.MemberRepresentative or Role.Payroll ? MemberA.Id : null,
                ProfessionalId = role == Role.Professional ? Professional.Id : null,
            });
        }
    }

    private sealed record SampleUser(Guid? Id, string Name) : ICurrentUser
    {
        public bool IsOperator => false;
    }
}
