using StaffPool.Application.Needs;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Costs;
using StaffPool.Data.Interchange;
using StaffPool.Data.Governance;
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
using StaffPool.Domain.Needs;
using StaffPool.Testing.Databases;

namespace StaffPool.Data.Tests;

/// <summary>A grouping with a row in every table, written as a use case writes.</summary>
internal static class EveryTable
{
    public const string SecretNote = "hernie discale";

    private static readonly DateOnly Day = new(2027, 3, 1);

    public static async Task<SampleGrouping> AddAsync(ServiceDatabase database)
    {
        var sample = await SampleGrouping.AddAsync(database);
        await WriteAsync(sample, Role.Administrator, scope => scope.Db.AddRange(RowsOf(sample)));
        return sample;
    }

    /// <summary>Any change, in the name of a use case that the role may run.</summary>
    public static Task WriteAsync(SampleGrouping sample, Role role, Action<WorkScope> write)
    {
        var work = sample.As(role);
        return work.WriteAsync(
            new DeclareNeeds(work),
            sample.Id,
            scope =>
            {
                write(scope);
                return Task.FromResult(Nothing.More);
            },
            TestContext.Current.CancellationToken);
    }

    private static IEnumerable<object> RowsOf(SampleGrouping sample)
    {
        var (member, site, profession, professional) = (sample.MemberA.Id, sample.SiteA.Id, sample.Profession.Id, sample.Professional.Id);
        var need = new NeedRow { CampaignId = sample.Campaign.Id, SiteId = site, ProfessionId = profession, Amount = 10, Unit = NeedUnit.HalfDaysPerYear };
        var run = new RunRow { Request = "{}", RequestedBy = "Essai", RequestedAt = DateTime.UnixEpoch };
        var plan = new PlanRow { Name = "Plan", PeriodStart = Day, PeriodEnd = Day, RunId = run.Id, CreatedAt = DateTime.UnixEpoch };
        var assembly = new AssemblyRow { Code = "ag", ConvenedOn = Day, Day = Day, Place = "Siège" };
        var motion = new MotionRow { AssemblyId = assembly.Id, Position = 1, Code = "m", Item = "i", Wording = "Adopter." };
        var absence = new AbsenceRow { ProfessionalId = professional, FirstDay = Day, LastDay = Day, RecordedBy = "Essai" };
        var timetable = new TimetableRow
        {
            Name = "Emploi du temps", PlanId = plan.Id, PeriodStart = Day, PeriodEnd = Day, CycleWeeks = 2, RunId = run.Id, CreatedAt = DateTime.UnixEpoch, Notes = "[]",
        };
        var offer = new OfferRow { SiteId = site, AbsenceId = absence.Id, StartedAt = DateTime.UnixEpoch, ExpiresAt = DateTime.UnixEpoch, StartedBy = "Essai" };
        var swap = new SwapRow { AskedBy = "Essai", AskedAt = DateTime.UnixEpoch, Justification = "Essai" };
        var token = new ApiTokenRow
        {
            Name = "Essai", Prefix = "sp_", SecretHash = sample.Id.ToString("N"), UserId = sample.Users[Role.Administrator].Id,
            CreatedAt = DateTime.UnixEpoch, ExpiresAt = DateTime.UnixEpoch,
        };
        var webhook = new WebhookRow { Url = "https://exemple.invalid/", Secret = "", CreatedAt = DateTime.UnixEpoch, CreatedBy = "Essai" };
        var zone = new ZoneRow { Name = "Nuits" };
        var rota = new RotaRow { ZoneId = zone.Id, FirstDay = Day, LastDay = Day, RunId = run.Id, CreatedAt = DateTime.UnixEpoch, Document = "{}" };
        return
        [
            need, run, plan, assembly, motion, absence, offer,
            new PoolProfileRow { ProfessionalId = professional, Email = "essai@exemple.invalid", Phone = "+33600000000" },
            new AvailabilityRow { ProfessionalId = professional, FirstDay = Day, LastDay = Day },
            new OfferDutyRow { OfferId = offer.Id, Day = Day },
            new SolicitationRow { OfferId = offer.Id, ProfessionalId = professional, Rank = 1, TokenHash = $"offre-{sample.Id:N}" },
            new MissionOrderRow
            {
                Number = "OM-2027-0001", OfferId = offer.Id, ProfessionalId = professional, SiteId = site, EmployerId = member,
                BorrowerId = sample.MemberB.Id, IssuedAt = DateTime.UnixEpoch, FirstDay = Day, LegalGround = "Essai",
            },
            swap,
            new SwapSideRow { SwapId = swap.Id, ProfessionalId = professional, Day = Day, SiteId = site, AcceptedAt = DateTime.UnixEpoch },
            new ReplacementCreditRow { MemberId = member, Year = 2027, Hours = 100, Reference = "Essai" },
            new DeclarationRow { CampaignId = sample.Campaign.Id, MemberId = member, ChangedAt = DateTime.UnixEpoch },
            new AssignmentRow { PlanId = plan.Id, ProfessionalId = professional, NeedId = need.Id, HalfDays = 3 },
            new BookingRow { ProfessionalId = professional, Day = Day, Part = DayPart.Morning, SiteId = site, BookedBy = "Essai", TimetableId = timetable.Id },
            timetable,
            new TimetablePersonRow { TimetableId = timetable.Id, ProfessionalId = professional, Cycle = "[]", Calendar = "[]", Promises = "[]" },
            new TimetableChangeRow
            {
                TimetableId = timetable.Id, ProfessionalId = professional, Day = Day, FromSiteId = site, ToSiteId = site, IsShortNotice = true,
                Justification = "Essai", ChangedBy = "Essai", ChangedAt = DateTime.UnixEpoch,
            },
            new CalendarFeedRow { ProfessionalId = professional, TokenHash = sample.Id.ToString("D"), CreatedAt = DateTime.UnixEpoch },
            new WorkDoneRow { ProfessionalId = professional, SiteId = site, Month = Day, HalfDays = 3.5m, Hours = 12.25m, RecordedBy = "Essai" },
            new UploadRow { FileName = "sites.csv", Content = [1, 2, 3], ReceivedAt = DateTime.UnixEpoch },
            new AgendaItemRow { AssemblyId = assembly.Id, Position = 1, Code = "i", Matter = Enum.GetValues<AssemblyMatter>()[0], Title = "Budget" },
            new BallotRow { MotionId = motion.Id, MemberId = member, Choice = Enum.GetValues<VoteChoice>()[0] },
            new AttendanceRow { AssemblyId = assembly.Id, MemberId = member, RepresentedById = sample.MemberB.Id },
            new AbsenceCauseRow { AbsenceId = absence.Id, EmployerId = member, Cause = AbsenceCause.Maternity, Note = SecretNote },
            new ExpenseRow { Centre = "siege", Label = "Loyer", Nature = Enum.GetValues<CostNature>()[0], Cents = 12_345, PaidById = member, Day = Day, RecordedBy = "Essai" },
            new CommitmentRow { Title = "Mise à disposition", Parties = "Essai", FirstDay = Day, LastDay = Day, DocumentReference = "Essai" },
            new CallRow { MemberId = member, PeriodStart = Day, PeriodEnd = Day, Cents = 100, IssuedOn = Day },
            new SiteAnswerRow { ProfessionalId = professional, SiteId = site, Consent = SiteConsent.Granted },
            new WorkingTimeRow { Code = "local", Name = "Accord local", AnnualHours = 1_607, WeeklyHours = 35 },
            token,
            new ApiRequestRow { TokenId = token.Id, Key = "essai", RequestHash = "", DoneAt = DateTime.UnixEpoch },
            webhook,
            new WebhookDeliveryRow { WebhookId = webhook.Id, Payload = "{}", OccurredAt = DateTime.UnixEpoch, TriedSince = DateTime.UnixEpoch, NextAttemptAt = DateTime.UnixEpoch },
            zone, rota,
            new ZoneSiteRow { ZoneId = zone.Id, SiteId = site },
            new ZonePersonRow { ZoneId = zone.Id, ProfessionalId = professional },
            new RotaTurnRow { RotaId = rota.Id, Day = Day, StartsAt = DateTime.UnixEpoch, EndsAt = DateTime.UnixEpoch, ProfessionalId = professional },
            new ZoneCallRow { ZoneId = zone.Id, SiteId = site, ProfessionalId = professional, At = DateTime.UnixEpoch, RecordedBy = "Essai" },
            new RunResultRow { RunId = run.Id, Document = "[]" },
            new SentLetterRow { Key = $"{run.Id} essai@exemple.invalid", SentAt = DateTime.UnixEpoch },
            new InvitationRow
            {
                Email = "essai@exemple.invalid", DisplayName = "Essai", MemberId = member, ProfessionalId = professional,
                TokenHash = sample.Id.ToString("N"), ExpiresAt = DateTime.UnixEpoch, InvitedBy = "Essai",
            },
        ];
    }
}
