using StaffPool.Application.Access;
using StaffPool.Application.Interchange;
using StaffPool.Data;
using StaffPool.Data.Access;
using StaffPool.Data.Costs;
using StaffPool.Data.Governance;
using StaffPool.Data.Interchange;
using StaffPool.Data.Members;
using StaffPool.Data.Needs;
using StaffPool.Data.Planning;
using StaffPool.Data.Replacements;
using StaffPool.Data.Rosters;
using StaffPool.Data.Runs;
using StaffPool.Data.Timetables;
using StaffPool.Data.Webhooks;
using StaffPool.Data.Workforce;
using StaffPool.Domain.Costs;
using StaffPool.Domain.Governance.Assemblies;
using StaffPool.Domain.Members;
using StaffPool.Domain.Needs;
using StaffPool.Domain.Rosters.OnCall;
using StaffPool.Domain.Replacements;

namespace StaffPool.Testing.Databases;

/// <summary>A sample grouping in which everything that a use case may ask for exists: needs, plans, an absence with its cause, an assembly, money.</summary>
public sealed class BusyGrouping
{
    /// <summary>What nobody but the employer and the person may read.</summary>
    public const string SecretNote = "confidence-reservee-a-l-employeur";

    public const AbsenceCause SecretCause = AbsenceCause.WorkAccident;

    private BusyGrouping(SampleGrouping sample) => Sample = sample;

    public SampleGrouping Sample { get; }

    public Guid Id => Sample.Id;

    public CampaignRow Former { get; private set; } = null!;

    public NeedRow Need { get; private set; } = null!;

    public DeclarationRow Declaration { get; private set; } = null!;

    public PlanRow Draft { get; private set; } = null!;

    public PlanRow Published { get; private set; } = null!;

    /// <summary>A draft of the published plan, in which the professional goes to site A once.</summary>
    public TimetableRow Timetable { get; private set; } = null!;

    public TimetableRow PublishedTimetable { get; private set; } = null!;

    public BookingRow Booking { get; private set; } = null!;

    public AbsenceRow Absence { get; private set; } = null!;

    public AssemblyRow Assembly { get; private set; } = null!;

    public CommitmentRow Commitment { get; } = new()
    {
        Kind = CommitmentKind.Secondment, Title = "Mise à disposition d’essai", Parties = "Résidence A, GCSMS d’essai", FirstDay = new DateOnly(2020, 1, 1),
    };

    public ExpenseRow Expense { get; private set; } = null!;

    public CallRow Call { get; private set; } = null!;

    public RunRow Run { get; private set; } = null!;

    public RunRow FailedRun { get; } = new()
    {
        Request = "{}", RequestedBy = "Essai", RequestedAt = DateTime.UnixEpoch, Status = RunStatus.Failed, EndedAt = DateTime.UnixEpoch,
    };

    /// <summary>Sent to the professional of the sample.</summary>
    public SolicitationRow Solicitation { get; private set; } = null!;

    public MissionOrderRow Mission { get; private set; } = null!;

    public AvailabilityRow Availability { get; private set; } = null!;

    /// <summary>A half-day of training of the professional of the sample.</summary>
    public BookingRow Training { get; private set; } = null!;

    /// <summary>Works on the Fridays and Mondays after <see cref="Booking"/>.</summary>
    public ProfessionalRow Colleague { get; private set; } = null!;

    /// <summary>Asked of the professional of the sample and the colleague: neither has answered.</summary>
    public SwapRow Swap { get; } = new() { AskedBy = "Essai", AskedAt = DateTime.UnixEpoch };

    /// <summary>A change of the needs that an administrator and the representative of member A may both make.</summary>
    public static SentFile SentNeeds { get; } =
        new("besoins.csv", "Site;Profession;Quantité;Unité\nSite A;Ergothérapeute;33,5;demi-journées par an\n"u8.ToArray());

    /// <summary>One synthetic establishment in the layout of the public file.</summary>
    public static byte[] SentFiness { get; } =
        "structureet;800000001;800000900;EHPAD SYNTHETIQUE;;;;;;;;;585;80;SOMME;80190 NESLE;;;500;EHPAD;4401;;;;;;;;;;;\n"u8.ToArray();

    /// <summary>Sent by the representative of member A.</summary>
    public UploadRow Upload { get; private set; } = null!;

    public InvitationRow Invitation { get; } = new()
    {
        Email = "invitee@exemple.invalid", DisplayName = "Personne", Role = Role.Coordinator, TokenHash = $"essai-{Guid.CreateVersion7():N}",
        ExpiresAt = new DateTime(2099, 1, 1, 0, 0, 0, DateTimeKind.Utc), InvitedBy = "Essai",
    };

    public ApiTokenRow Token { get; private set; } = null!;

    public WebhookRow Webhook { get; } = new() { Url = "https://exemple.invalid/", Secret = "whsec_AAAA", CreatedAt = DateTime.UnixEpoch, CreatedBy = "Essai" };

    public WebhookDeliveryRow Delivery { get; private set; } = null!;

    /// <summary>On call by night, with a draft of one turn and a call.</summary>
    public ZoneRow Zone { get; } = new() { Name = "Nuits", Duty = ZoneDuty.OnCall, StartsAt = new TimeOnly(20, 0), EndsAt = new TimeOnly(7, 0) };

    /// <summary>Never served.</summary>
    public ZoneRow SpareZone { get; } = new() { Name = "Zone libre", StartsAt = new TimeOnly(20, 0), EndsAt = new TimeOnly(7, 0) };

    public RotaRow Rota { get; private set; } = null!;

    public RotaRow PublishedRota { get; private set; } = null!;

    public ZoneCallRow ZoneCall { get; private set; } = null!;

    /// <summary>Of a user who has no other.</summary>
    public GrantRow Grant { get; private set; } = null!;

    /// <summary>To be removed: nothing refers to them.</summary>
    public MemberRow SpareMember { get; } = new() { Code = "c", Name = "Résidence C", Kind = MemberKind.LocalAuthority };

    public SiteRow SpareSite { get; private set; } = null!;

    public ProfessionalRow SpareProfessional { get; private set; } = null!;

    public static async Task<BusyGrouping> AddAsync(ServiceDatabase database)
    {
        var busy = new BusyGrouping(await SampleGrouping.AddAsync(database));
        await using var db = database.NewContext();
        db.GroupingId = busy.Id;
        await using var transaction = await db.BeginAsync(new Sight(AllGroupings: true), writes: true, CancellationToken.None);
        busy.Sample.Agreement.Sections = Sections;
        db.Update(busy.Sample.Agreement);
        busy.AddStaff(db);
        busy.AddNeeds(db);
        busy.AddPlans(db);
        busy.AddAbsence(db);
        busy.AddRotas(db);
        busy.AddMoneyAndVotes(db);
        busy.AddReplacements(db);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return busy;
    }

    public const string Sections =
        """
        agreement: {name: Convention d’essai, seat: a, settings: []}
        rights:
          - {from: 2020-01-01, shares: {policy: equal, each: 1}, voting: {scheme: by-shares}, no-majority: {policy: cap-to-the-others}, revision: formula, reference: Essai}
        costs:
          exercise: 2026
          centres:
            - id: equipe
              name: Équipe
              keys: [{from: 2020-01-01, key: equal, reference: Essai}]
              items: [{label: Salaires, nature: wages, amount: 1000.00, paid-by: a}]
          budget:
            centres: [{centre: equipe, items: [{label: Budget, nature: wages, amount: 1200.00}]}]
        """;

    private void AddStaff(StaffPoolContext db)
    {
        SpareSite = new SiteRow { Code = "libre", Name = "Site libre", InseeCode = "80585", Kind = SiteKind.Esat, MemberId = Sample.MemberB.Id };
        SpareProfessional = new ProfessionalRow
        {
            Code = "libre", Name = "Personne libre", ProfessionId = Sample.Profession.Id, EmployerId = Sample.MemberA.Id,
            BaseId = Sample.SiteA.Id, FullTimeEquivalent = 0.5m,
        };
        var user = new User { DisplayName = "Deuxième auditeur", UserName = $"auditeur-{Guid.CreateVersion7():N}@exemple.invalid" };
        user.NormalizedUserName = user.UserName.ToUpperInvariant();
        Grant = new GrantRow { UserId = user.Id, Role = Role.Auditor };
        Token = new ApiTokenRow
        {
            Name = "Essai", Prefix = "sp_", SecretHash = $"{Guid.CreateVersion7():N}", UserId = Sample.Users[Role.Administrator].Id,
            CreatedAt = DateTime.UnixEpoch, ExpiresAt = DateTime.UnixEpoch,
        };
        Delivery = new WebhookDeliveryRow
        {
            WebhookId = Webhook.Id, Payload = "{}", OccurredAt = DateTime.UnixEpoch, TriedSince = DateTime.UnixEpoch, NextAttemptAt = DateTime.UnixEpoch,
        };
        db.AddRange(SpareMember, SpareSite, SpareProfessional, user, Grant, Invitation, Token, Webhook, Delivery);
    }

    private void AddNeeds(StaffPoolContext db)
    {
        Former = new CampaignRow
        {
            PeriodStart = new DateOnly(2026, 7, 1), PeriodEnd = new DateOnly(2026, 12, 31),
            OpensOn = new DateOnly(2026, 5, 1), ClosesOn = new DateOnly(2026, 6, 1), Status = CampaignStatus.Closed,
        };
        Need = NeedOf(Sample.Campaign.Id, Sample.SiteA.Id, 40);
        Declaration = new DeclarationRow
        {
            CampaignId = Sample.Campaign.Id, MemberId = Sample.MemberA.Id, Status = DeclarationStatus.InProgress, ChangedAt = DateTime.UnixEpoch,
        };
        db.AddRange(Former, Need, Declaration, NeedOf(Sample.Campaign.Id, Sample.SiteB.Id, 60), NeedOf(Former.Id, Sample.SiteA.Id, 30), NeedOf(Former.Id, Sample.SiteB.Id, 50));
    }

    private NeedRow NeedOf(Guid campaignId, Guid siteId, decimal amount) => new()
    {
        CampaignId = campaignId, SiteId = siteId, ProfessionId = Sample.Profession.Id, Amount = amount, Unit = NeedUnit.HalfDaysPerYear,
    };

    private void AddPlans(StaffPoolContext db)
    {
        Draft = PlanOf("Brouillon", PlanStatus.Draft);
        Published = PlanOf("Plan en vigueur", PlanStatus.Published);
        Published.PublishedAt = DateTime.UnixEpoch;
        Booking = new BookingRow
        {
            ProfessionalId = Sample.Professional.Id, Day = new DateOnly(2099, 1, 5), Part = DayPart.Morning, SiteId = Sample.SiteA.Id, BookedBy = "Essai",
        };
        Training = new BookingRow
        {
            ProfessionalId = Sample.Professional.Id, Day = new DateOnly(2099, 1, 14), Part = DayPart.Morning, SiteId = Sample.SiteA.Id, Training = "Essai", BookedBy = "Essai",
        };
        Run = new RunRow { Request = "{}", RequestedBy = "Essai", RequestedAt = DateTime.UnixEpoch };
        Upload = new UploadRow
        {
            FileName = SentNeeds.FileName, Content = SentNeeds.Content, UserId = Sample.Users[Role.MemberRepresentative].Id, ReceivedAt = DateTime.UnixEpoch,
        };
        Timetable = TimetableOf("Emploi du temps", TimetableStatus.Draft);
        PublishedTimetable = TimetableOf("Emploi du temps en vigueur", TimetableStatus.Published);
        db.AddRange(Draft, Published, Booking, Training, Run, FailedRun, Upload, Timetable, PublishedTimetable, new CalendarFeedRow
        {
            ProfessionalId = Sample.Professional.Id, TokenHash = OneTimeToken.HashOf($"agenda-{Id}"), CreatedAt = DateTime.UnixEpoch,
        });
    }

    private TimetableRow TimetableOf(string name, TimetableStatus status)
    {
        var timetable = new TimetableRow
        {
            Name = name, PlanId = Published.Id, PeriodStart = Published.PeriodStart, PeriodEnd = Published.PeriodEnd, CycleWeeks = 2, Status = status,
            RunId = Run.Id, CreatedAt = DateTime.UnixEpoch, Notes = "[]",
        };
        timetable.People.Add(new TimetablePersonRow
        {
            ProfessionalId = Sample.Professional.Id,
            Cycle = "[]",
            Calendar = $$"""[{"day":"2027-03-09","half":0,"siteId":"{{Sample.SiteA.Id}}","inCycle":false}]""",
            Promises = $$"""[{"siteId":"{{Sample.SiteA.Id}}","allocated":20,"carriedOver":0}]""",
        });
        return timetable;
    }

    private PlanRow PlanOf(string name, PlanStatus status)
    {
        var plan = new PlanRow
        {
            Name = name, PeriodStart = Sample.Campaign.PeriodStart, PeriodEnd = Sample.Campaign.PeriodEnd, Status = status, CreatedAt = DateTime.UnixEpoch,
        };
        plan.Assignments.Add(new AssignmentRow { ProfessionalId = Sample.Professional.Id, NeedId = Need.Id, HalfDays = 20 });
        return plan;
    }

    private void AddRotas(StaffPoolContext db)
    {
        Zone.Sites.Add(new ZoneSiteRow { SiteId = Sample.SiteA.Id });
        Zone.People.Add(new ZonePersonRow { ProfessionalId = Sample.Professional.Id });
        Rota = RotaOf(new DateOnly(2098, 3, 2), RotaStatus.Draft);
        PublishedRota = RotaOf(new DateOnly(2098, 2, 3), RotaStatus.Published);
        ZoneCall = new ZoneCallRow
        {
            ZoneId = Zone.Id, SiteId = Sample.SiteA.Id, ProfessionalId = Sample.Professional.Id, At = DateTime.UnixEpoch, Minutes = 20, RecordedBy = "Essai",
        };
        db.AddRange(Zone, SpareZone, Rota, PublishedRota, ZoneCall);
    }

    private RotaRow RotaOf(DateOnly day, RotaStatus status)
    {
        var start = day.ToDateTime(new TimeOnly(19, 0), DateTimeKind.Utc);
        var rota = new RotaRow
        {
            ZoneId = Zone.Id, FirstDay = day, LastDay = day, Status = status, RunId = Run.Id, CreatedAt = DateTime.UnixEpoch,
            Document = "{\"levels\":[],\"seconds\":1}",
        };
        rota.Turns.Add(new RotaTurnRow { Day = day, StartsAt = start, EndsAt = start.AddHours(11), ProfessionalId = Sample.Professional.Id });
        return rota;
    }

    private void AddAbsence(StaffPoolContext db)
    {
        Absence = new AbsenceRow
        {
            ProfessionalId = Sample.Professional.Id, FirstDay = new DateOnly(2027, 2, 1), FirstPart = DayPart.Morning,
            LastDay = new DateOnly(2027, 2, 5), LastPart = DayPart.Afternoon, RecordedBy = "Essai",
        };
        db.AddRange(Absence, new AbsenceCauseRow
        {
            AbsenceId = Absence.Id, EmployerId = Sample.MemberA.Id, Cause = SecretCause, Note = SecretNote,
        });
    }

    private void AddReplacements(StaffPoolContext db)
    {
        var open = OfferOf(Sample.SiteB.Id, OfferStatus.Open, new DateTime(2099, 1, 1, 0, 0, 0, DateTimeKind.Utc), new DateOnly(2099, 1, 6));
        Solicitation = new SolicitationRow
        {
            ProfessionalId = Sample.Professional.Id, Rank = 1, Status = SolicitationStatus.Sent, SentAt = DateTime.UnixEpoch, TokenHash = $"offre-{Id:N}",
        };
        open.Solicitations.Add(Solicitation);
        var late = OfferOf(Sample.SiteA.Id, OfferStatus.Open, DateTime.UnixEpoch.AddHours(1), new DateOnly(2099, 1, 8));
        var done = OfferOf(Sample.SiteB.Id, OfferStatus.Accepted, DateTime.UnixEpoch.AddHours(1), new DateOnly(2026, 3, 2));
        Mission = new MissionOrderRow
        {
            Number = "OM-2026-0001", OfferId = done.Id, ProfessionalId = Sample.Professional.Id, SiteId = Sample.SiteB.Id, EmployerId = Sample.MemberA.Id,
            BorrowerId = Sample.MemberB.Id, IssuedAt = DateTime.UnixEpoch, FirstDay = new DateOnly(2026, 3, 2), LegalGround = "Essai",
            PlannedHours = 3.5m, HourlyCents = 1950,
        };
        Availability = new AvailabilityRow { ProfessionalId = Sample.Professional.Id, FirstDay = new DateOnly(2098, 1, 6), LastDay = new DateOnly(2098, 1, 7) };
        db.AddRange(open, late, done, Mission, Availability);
        AddSwap(db);
    }

    private void AddSwap(StaffPoolContext db)
    {
        Colleague = new ProfessionalRow
        {
            Code = "ergo-2", Name = "Ergothérapeute 2", ProfessionId = Sample.Profession.Id, EmployerId = Sample.MemberA.Id, BaseId = Sample.SiteA.Id,
            FullTimeEquivalent = 0.5m,
        };
        Swap.Sides.AddRange([SideOf(Sample.Professional.Id, Booking.Day), SideOf(Colleague.Id, new DateOnly(2099, 1, 12))]);
        db.AddRange(Colleague, Swap);
        db.AddRange(new[] { new DateOnly(2099, 1, 9), new DateOnly(2099, 1, 12) }.Select(day => new BookingRow
        {
            ProfessionalId = Colleague.Id, Day = day, Part = DayPart.Morning, SiteId = Sample.SiteA.Id, BookedBy = "Essai",
        }));
    }

    private SwapSideRow SideOf(Guid professionalId, DateOnly day) =>
        new() { ProfessionalId = professionalId, Day = day, Part = DayPart.Morning, SiteId = Sample.SiteA.Id };

    private OfferRow OfferOf(Guid siteId, OfferStatus status, DateTime expires, DateOnly day)
    {
        var offer = new OfferRow
        {
            SiteId = siteId, Professions = [Sample.Profession.Code], Status = status, StartedAt = DateTime.UnixEpoch, ExpiresAt = expires,
            WaveSize = 3, WaveMinutes = 30, StartedBy = "Essai",
        };
        offer.Duties.Add(new OfferDutyRow { Day = day, Part = DayPart.Morning });
        return offer;
    }

    private void AddMoneyAndVotes(StaffPoolContext db)
    {
        Assembly = new AssemblyRow
        {
            Code = "ag", ConvenedOn = new DateOnly(2026, 10, 1), ConvenedAt = new TimeOnly(9, 0), Day = new DateOnly(2026, 11, 2),
            OpensAt = new TimeOnly(14, 0), Place = "Siège",
        };
        Assembly.Agenda.Add(new AgendaItemRow { Position = 1, Code = "budget", Matter = AssemblyMatter.Budget, Title = "Budget" });
        Assembly.Motions.Add(new MotionRow { Position = 1, Code = "budget", Item = "budget", Wording = "Adopter le budget" });
        Expense = new ExpenseRow
        {
            Centre = "equipe", Label = "Fournitures", Nature = CostNature.Overhead, Cents = 1250, Day = new DateOnly(2026, 3, 2), RecordedBy = "Essai",
        };
        Call = new CallRow
        {
            MemberId = Sample.MemberA.Id, PeriodStart = new DateOnly(2020, 1, 1), PeriodEnd = new DateOnly(2020, 3, 31), Cents = 10000,
            IssuedOn = new DateOnly(2020, 1, 1),
        };
        db.AddRange(Assembly, Commitment, Expense, Call);
    }
}
