using StaffPool.Application.Access;
using StaffPool.Application.Audit;
using StaffPool.Application.Costs;
using StaffPool.Application.Governance;
using StaffPool.Application.Interchange;
using StaffPool.Application.Members;
using StaffPool.Application.Needs;
using StaffPool.Application.Planning;
using StaffPool.Application.Replacements;
using StaffPool.Application.Rosters;
using StaffPool.Application.Runs;
using StaffPool.Application.Scenarios;
using StaffPool.Application.Timetables;
using StaffPool.Application.UseCases;
using StaffPool.Application.Webhooks;
using StaffPool.Application.Workforce;
using StaffPool.Data.Access;
using StaffPool.Data.Needs;
using StaffPool.Data.Planning;
using StaffPool.Data.Governance;
using StaffPool.Data.Rosters;
using StaffPool.Data.Replacements;
using StaffPool.Data.Webhooks;
using StaffPool.Data.Workforce;
using StaffPool.Domain.Calendar;
using StaffPool.Domain.Costs;
using StaffPool.Domain.Governance.Assemblies;
using StaffPool.Domain.Members;
using StaffPool.Domain.Needs;
using StaffPool.Domain.Rosters.OnCall;
using StaffPool.Domain.Replacements;
using StaffPool.Domain.Workforce;

namespace StaffPool.Testing.Databases;

/// <summary>A request for each use case that goes through in a busy grouping, whichever role that is permitted makes it.</summary>
public static class SampleRequests
{
    private static readonly MemberDescription Member = new("Résidence D", MemberKind.PrivateNonProfit, IsEmployer: true, QuotaPerYear: null);

    private static readonly CampaignDates Dates = new(new(2027, 7, 1), new(2027, 12, 31), new(2027, 5, 1), new(2027, 6, 1));

    private static readonly AbsenceSpan Span = new(new(2027, 3, 1), DayPart.Morning, new(2027, 3, 2), DayPart.Afternoon, IsEndExpected: false);

    private static readonly Dictionary<Type, Func<BusyGrouping, object>> All = new()
    {
        [typeof(ReadGrouping)] = _ => Nothing.More,
        [typeof(ReviseGrouping)] = _ => new GroupingRevision(1, "GCSMS renommé", "Essai"),
        [typeof(ListMembers)] = _ => Nothing.More,
        [typeof(AddMember)] = _ => Member,
        [typeof(ReviseMember)] = g => new MemberRevision(g.SpareMember.Id, 1, Member),
        [typeof(RemoveMember)] = g => new Removal(g.SpareMember.Id, 1),
        [typeof(ListSites)] = _ => Nothing.More,
        [typeof(AddSite)] = Site,
        [typeof(ReviseSite)] = g => new SiteRevision(g.SpareSite.Id, 1, Site(g)),
        [typeof(RemoveSite)] = g => new Removal(g.SpareSite.Id, 1),

        [typeof(ListUsers)] = _ => Nothing.More,
        [typeof(InviteUser)] = _ => new NewInvitation("personne@exemple.invalid", "Personne invitée", Role.Auditor, null, null),
        [typeof(ReadInvitation)] = _ => "jeton",
        [typeof(AcceptInvitation)] = g => new AcceptedInvitation("jeton", g.Sample.Users[Role.Auditor].Id, null),
        [typeof(CancelInvitation)] = g => g.Invitation.Id,
        [typeof(RevokeGrant)] = g => g.Grant.Id,
        [typeof(RequireSecondFactor)] = _ => new SecondFactorPolicy(IsRequired: true),
        [typeof(CreateApiToken)] = _ => new NewApiToken("paie", true, [], ["Costs"], 30),
        [typeof(ListApiTokens)] = _ => Nothing.More,
        [typeof(RevokeApiToken)] = g => g.Token.Id,
        [typeof(GrantAdministrator)] = g => new NewAdministrator(g.Sample.Users[Role.Auditor].Id),

        [typeof(ReadAgreement)] = _ => Nothing.More,
        [typeof(ListCommitments)] = _ => Nothing.More,
        [typeof(AddCommitment)] = _ => Commitment,
        [typeof(ReviseCommitment)] = g => new CommitmentRevision(g.Commitment.Id, 1, Commitment),
        [typeof(RemoveCommitment)] = g => new CommitmentRemoval(g.Commitment.Id, 1),
        [typeof(AmendAgreement)] = _ => new Amendment(new(2027, 1, 1), "AG du 2 novembre 2026", BusyGrouping.Sections),
        [typeof(ReadRights)] = g => new CampaignChoice(g.Sample.Campaign.Id),
        [typeof(ListAssemblies)] = _ => Nothing.More,
        [typeof(ReadAssembly)] = g => g.Assembly.Id,
        [typeof(ConveneAssembly)] = _ => new Convocation(
            null, new(2027, 1, 10), new(9, 0), new(2027, 2, 15), new(14, 0), "Siège", false, null,
            [new(AssemblyMatter.Budget, "Budget", "Adopter le budget")]),
        [typeof(RecordSitting)] = g => new SittingRecord(g.Assembly.Id, 1, [new(g.Sample.MemberA.Id, null)], []),
        [typeof(CloseAssembly)] = g => new AssemblyVersion(g.Assembly.Id, 1),

        [typeof(ListProfessions)] = _ => Nothing.More,
        [typeof(AddProfession)] = _ => new ProfessionDescription("Diététicien", null),
        [typeof(ReviseProfession)] = g => new ProfessionRevision(g.Sample.Profession.Id, 1, new("Ergothérapeute D.E.", null)),
        [typeof(ListProfessionals)] = _ => Nothing.More,
        [typeof(AddProfessional)] = Professional,
        [typeof(ReviseProfessional)] = g => new ProfessionalRevision(g.SpareProfessional.Id, 1, Professional(g)),
        [typeof(RemoveProfessional)] = g => new Removal(g.SpareProfessional.Id, 1),
        [typeof(ReadConsents)] = g => new ConsentsOf(g.Sample.Professional.Id),
        [typeof(AnswerForSite)] = g => new SiteAnswer(g.Sample.Professional.Id, g.Sample.SiteB.Id, 0, SiteConsent.Granted, SitePreference.Avoided),
        [typeof(ReadOwnWork)] = _ => Nothing.More,

        [typeof(ListCampaigns)] = _ => Nothing.More,
        [typeof(PrepareCampaign)] = _ => Dates,
        [typeof(ReviseCampaign)] = g => new CampaignRevision(
            g.Sample.Campaign.Id, 1, new(g.Sample.Campaign.PeriodStart, g.Sample.Campaign.PeriodEnd, new(2026, 11, 2), new(2026, 12, 20))),
        [typeof(ChangeCampaignStatus)] = g => new CampaignStatusChange(g.Sample.Campaign.Id, 1, CampaignStatus.Closed),
        [typeof(FollowCampaign)] = g => new CampaignAsked(g.Sample.Campaign.Id),
        [typeof(ReadNeedsAgainstStaff)] = g => new CampaignAsked(g.Sample.Campaign.Id),
        [typeof(ReadDeclaration)] = g => new DeclarationOfMember(g.Sample.Campaign.Id, g.Sample.MemberA.Id),
        [typeof(DeclareNeeds)] = g => new Declaration(
            g.Sample.Campaign.Id, g.Sample.MemberA.Id, 1, true,
            [new(g.Sample.SiteA.Id, g.Sample.Profession.Id, 44, NeedUnit.HalfDaysPerYear, 1, IsPriority: false, AcceptsSmallBlocks: false)]),

        [typeof(ListPlans)] = _ => Nothing.More,
        [typeof(ReadPlan)] = g => g.Published.Id,
        [typeof(RequestPlan)] = g => new PlanAsked(g.Sample.Campaign.Id, 5),
        [typeof(EditAssignment)] = g => new AssignmentEdit(g.Draft.Id, 1, g.Sample.Professional.Id, g.Need.Id, 18, IsPinned: true),
        [typeof(CopyPlan)] = g => g.Published.Id,
        [typeof(DiscardPlan)] = g => new PlanVersion(g.Draft.Id, 1),
        [typeof(PublishPlan)] = g => new PlanVersion(g.Draft.Id, 1),
        [typeof(ComparePlans)] = g => new TwoPlans(g.Published.Id, g.Draft.Id),
        [typeof(BookHalfDay)] = g => new HalfDayOfProfessional(g.Sample.Professional.Id, new(2027, 4, 1), DayPart.Morning, g.Sample.SiteA.Id),
        [typeof(FreeHalfDay)] = g => new BookedHalfDay(g.Booking.Id, 1),
        [typeof(ListRuns)] = _ => Nothing.More,
        [typeof(ReadRun)] = g => g.Run.Id,
        [typeof(CancelRun)] = g => g.Run.Id,
        [typeof(RetryRun)] = g => g.FailedRun.Id,

        [typeof(ReadCosts)] = _ => Nothing.More,
        [typeof(ListExpenses)] = _ => Nothing.More,
        [typeof(RecordExpense)] = _ => new Expense("equipe", "Papeterie", CostNature.Overhead, 4200, null, new(2026, 4, 2)),
        [typeof(RemoveExpense)] = g => g.Expense.Id,
        [typeof(ListCalls)] = _ => Nothing.More,
        [typeof(IssueCalls)] = _ => new CallsDue(new(2026, 12, 31)),
        [typeof(RecordPayment)] = g => new Payment(g.Call.Id, 1, new(2020, 2, 1)),

        [typeof(RecordAbsence)] = g => new Absence(g.Sample.Professional.Id, Span, null),
        [typeof(ReviseAbsence)] = g => new AbsenceRevision(g.Absence.Id, 1, Span, null),
        [typeof(RemoveAbsence)] = g => new Removal(g.Absence.Id, 1),
        [typeof(ListAbsences)] = _ => new AbsencesBetween(new(2027, 1, 1), new(2027, 12, 31)),
        [typeof(ReadAbsenceCause)] = g => new AbsenceAsked(g.Absence.Id),

        [typeof(ListZones)] = _ => Nothing.More,
        [typeof(AddZone)] = Zone,
        [typeof(ReviseZone)] = g => new ZoneRevision(g.Zone.Id, 1, Zone(g)),
        [typeof(RemoveZone)] = g => new Removal(g.SpareZone.Id, 1),
        [typeof(RequestRota)] = g => new RotaAsked(g.Zone.Id, new(2098, 4, 1), new(2098, 4, 7), 5),
        [typeof(ReadRota)] = g => g.PublishedRota.Id,
        [typeof(GiveTurn)] = g => new TurnGiven(g.Rota.Turns[0].Id, 1, null),
        [typeof(PublishRota)] = g => new RotaPublication(g.Rota.Id, 1),
        [typeof(ListZoneCalls)] = g => new ZoneCallsBetween(g.Zone.Id, new(1970, 1, 1), new(2027, 12, 31)),
        [typeof(RecordZoneCall)] = g => new ZoneCall(
            g.Zone.Id, g.Sample.SiteA.Id, g.Sample.Professional.Id, new(2026, 3, 1), new(2, 30), ZoneCallOutcome.Intervention, 25, 40, AvoidedHospitalisation: true),
        [typeof(RemoveZoneCall)] = g => new Removal(g.ZoneCall.Id, 1),

        [typeof(ReceiveTables)] = _ => BusyGrouping.SentNeeds,
        [typeof(ReadTableImport)] = g => g.Upload.Id,
        [typeof(ConfirmTableImport)] = g => g.Upload.Id,
        [typeof(DiscardTableImport)] = g => g.Upload.Id,
        [typeof(ImportTables)] = _ => BusyGrouping.SentNeeds,
        [typeof(CompareTables)] = _ => BusyGrouping.SentNeeds,
        [typeof(ReceiveFiness)] = g => new SentFiness(g.Sample.MemberB.Id, "800000001", BusyGrouping.SentFiness),
        [typeof(ExportMember)] = g => new MemberToExport(g.Sample.MemberA.Id),
        [typeof(ExportTables)] = _ => new TablesAsked("professional"),
        [typeof(ReadAbsenceEffect)] = g => new AbsenceAsked(g.Absence.Id),
        [typeof(ReadReplacementCandidates)] = g => new CandidatesAsked(
            g.Sample.SiteA.Id, g.Absence.Id, [], [new(new(2027, 2, 2), DayPart.Morning)], IsSeconded: false),

        [typeof(ListTimetables)] = _ => Nothing.More,
        [typeof(RequestTimetable)] = g => new TimetableAsked(g.Published.Id, 2, 5),
        [typeof(ReadTimetable)] = g => new TimetableWeek(g.PublishedTimetable.Id),
        [typeof(ReviseTimetableCell)] = g => new TimetableCellRevision(
            g.Timetable.Id, 1, g.Sample.Professional.Id, new(2027, 3, 10), HalfDay.Morning, g.Sample.SiteA.Id),
        [typeof(PublishTimetable)] = g => new TimetablePublication(g.Timetable.Id, 1, "Essai"),
        [typeof(ListOwnHalfDays)] = _ => new DaysAsked(new(2027, 1, 1), new(2027, 12, 31)),
        [typeof(CreateOwnCalendarFeed)] = _ => Nothing.More,
        [typeof(RevokeOwnCalendarFeed)] = _ => Nothing.More,
        [typeof(ReadCalendarFeed)] = g => $"agenda-{g.Id}",
        [typeof(ReadCoverProposal)] = _ => new AbsencesBetween(new(2027, 1, 1), new(2027, 12, 31)),
        [typeof(StartOffer)] = g => new NewOffer(
            new(g.Sample.SiteB.Id, null, [g.Sample.Profession.Id], [new(new(2099, 1, 7), DayPart.Morning)], IsSeconded: false),
            new DateTime(2099, 1, 1, 0, 0, 0, DateTimeKind.Utc), null, null),
        [typeof(AdvanceOffers)] = _ => Nothing.More,
        [typeof(ReadSolicitation)] = g => new OfferAnswer(null, g.Solicitation.Id),
        [typeof(AcceptOffer)] = g => new OfferAnswer(null, g.Solicitation.Id),
        [typeof(DeclineOffer)] = g => new OfferAnswer(null, g.Solicitation.Id),
        [typeof(CancelOffer)] = g => new OfferAsked(g.Solicitation.OfferId),
        [typeof(ListOffers)] = _ => Nothing.More,
        [typeof(AskSwap)] = g => new NewSwap(Mine(g), new(g.Colleague.Id, new(2099, 1, 9), DayPart.Morning)),
        [typeof(AcceptSwap)] = g => new SwapAnswer(g.Swap.Id),
        [typeof(ApproveSwap)] = g => new SwapAnswer(g.Swap.Id),
        [typeof(DeclineSwap)] = g => new SwapAsked(g.Swap.Id),
        [typeof(ListPool)] = _ => Nothing.More,
        [typeof(PlanTraining)] = g => new Training(g.Sample.Professional.Id, "Premiers secours", new(2099, 1, 13), new(2099, 1, 13), Mornings: true, Afternoons: false),
        [typeof(ListTraining)] = _ => Nothing.More,
        [typeof(CancelTraining)] = g => new Removal(g.Training.Id, 1),
        [typeof(ListSwaps)] = _ => Nothing.More,
        [typeof(ListSwapChoices)] = Mine,
        [typeof(ListMissions)] = _ => new MissionsOfYear(2026),
        [typeof(ReadMission)] = g => new MissionAsked(g.Mission.Id),
        [typeof(ReportMission)] = g => new MissionReport(g.Mission.Id, 1, 3.5m, 24, MissionOutcome.AsPlanned),
        [typeof(AnswerPool)] = g => new PoolAnswerOf(g.Sample.Professional.Id, 0, new(true, "pool@exemple.invalid", null)),
        [typeof(RevisePoolStanding)] = g => new PoolStandingOf(g.Sample.Professional.Id, 0, new(PoolStage.Second, null, null)),
        [typeof(ReadOwnReplacements)] = _ => Nothing.More,
        [typeof(AddAvailability)] = g => new AvailabilityGiven(g.Sample.Professional.Id, new(2097, 1, 1), new(2097, 1, 2), AvailabilityKind.Offered),
        [typeof(RemoveAvailability)] = g => new Removal(g.Availability.Id, 1),
        [typeof(GrantReplacementCredit)] = g => new ReplacementCredit(g.Sample.MemberB.Id, 2026, 120, "Essai"),
        [typeof(ReadReplacementLedger)] = _ => new MissionsOfYear(2026),
        [typeof(ReadPoolDemand)] = _ => new PoolDemandAsked(new(2027, 2, 1), 6),
        [typeof(AddWebhook)] = _ => new NewWebhook("https://exemple.invalid/", [WebhookEvent.PlanPublished]),
        [typeof(ListWebhooks)] = _ => Nothing.More,
        [typeof(RemoveWebhook)] = g => new Removal(g.Webhook.Id, 1),
        [typeof(ListDeliveries)] = _ => Nothing.More,
        [typeof(RedeliverWebhook)] = g => g.Delivery.Id,

        [typeof(ReadAuditLog)] = _ => new AuditQuery(),
        [typeof(ExportGrouping)] = _ => new CampaignToExport(null),
    };

    /// <summary>Fails where a use case has no line here: add one.</summary>
    public static object Of(Type useCase, BusyGrouping grouping) =>
        All.TryGetValue(useCase, out var request)
            ? request(grouping)
            : throw new InvalidOperationException($"{useCase.Name} has no request in SampleRequests: add a line.");

    private static CommitmentDescription Commitment => new(
        CommitmentKind.Funding, "Crédits d’essai", "ARS, GCSMS d’essai", new(2027, 1, 1), new(2027, 12, 31), "Classeur 3");

    private static SwapHalfDay Mine(BusyGrouping g) => new(g.Booking.ProfessionalId, g.Booking.Day, g.Booking.Part);

    private static ZoneDescription Zone(BusyGrouping g) => new(
        "Nuits du sud", ZoneDuty.Telephone, ZoneTurn.WeekEnd, new(18, 0), new(8, 0), [g.Sample.SiteA.Id, g.Sample.SiteB.Id], [g.Sample.Professional.Id]);

    private static SiteDescription Site(BusyGrouping g) => new(
        "Site D", g.Sample.MemberB.Id, new Place("80585", null, null), SiteKind.Ehpad, 60, 365, 7, [EmploymentStatus.CivilServant]);

    private static ProfessionalDescription Professional(BusyGrouping g) => new(
        "Personne D", g.Sample.Profession.Id, g.Sample.MemberA.Id, g.Sample.SiteA.Id, 0.4m, null, EmploymentStatus.CivilServant, null, [], 0, false, null);
}
