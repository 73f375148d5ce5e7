using StaffPool.Application.Planning;
using StaffPool.Application.Scenarios;
using StaffPool.Domain.Calendar;
using StaffPool.Domain.Geography;
using StaffPool.Domain.Governance;
using StaffPool.Domain.Members;
using StaffPool.Domain.Needs;
using StaffPool.Domain.Planning;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Workforce;
using StaffPool.Solver.Engines;
using StaffPool.Solver.Planning;

namespace StaffPool.Testing;

/// <summary>
/// Two members, three sites, two professions, three people and a plan made by hand: small enough to check every
/// figure by head.
/// </summary>
public static class TinyPlan
{
    private static readonly LegalReference Decision = new("Assemblée générale du 4 juin 2026, délibération 3", Confidence.Text);

    public static Member Hospital { get; } = new() { Id = "ch-nesle", Name = "CH de Nesle", Kind = MemberKind.PublicHospital, IsEmployer = true };

    public static Member Association { get; } = new() { Id = "asso", Name = "Association « Les Tilleuls »", Kind = MemberKind.PrivateNonProfit };

    public static Site Nesle { get; } = SiteOf("nesle", "EHPAD de Nesle", Hospital, "80585", "Nesle", 49.7583, 2.9083);

    public static Site Ham { get; } = SiteOf("ham", "EHPAD de Ham", Hospital, "80410", "Ham", 49.7486, 3.0733);

    public static Site Epehy { get; } = SiteOf("epehy", "Foyer d’Épehy", Association, "80271", "Épehy", 50.0069, 3.1283);

    public static Profession Dietician { get; } = new() { Id = "dieteticien", Name = "Diététicien" };

    public static Profession Psychologist { get; } = new() { Id = "psychologue", Name = "Psychologue" };

    public static Professional Anne { get; } = PersonOf("anne", "Diététicienne 1", Dietician, 0.5m);

    public static Professional Bruno { get; } = PersonOf("bruno", "Psychologue 1", Psychologist, 1m);

    public static Professional Chloe { get; } = PersonOf("chloe", "Psychologue 2", Psychologist, 0.2m);

    public static NeedDeclaration DieticianAtNesle { get; } = NeedOf("n1", Nesle, Dietician, 100);

    public static NeedDeclaration DieticianAtEpehy { get; } = NeedOf("n2", Epehy, Dietician, 60);

    public static NeedDeclaration PsychologistAtHam { get; } = NeedOf("n3", Ham, Psychologist, 300);

    public static NeedDeclaration PsychologistAtEpehy { get; } = NeedOf("n4", Epehy, Psychologist, 200) with { IsPriority = true };

    public static Scenario Scenario { get; } = new()
    {
        Name = "tiny",
        Title = "Deux adhérents, trois sites",
        Grouping = new Grouping
        {
            Name = "GCSMS d’essai",
            Agreement = new FoundingAgreement
            {
                Name = "Convention d’essai",
                Seat = Nesle,
                Settings =
                [
                    new DatedSetting(AgreementSettings.MaxSitesPerProfessional, new DateOnly(2026, 1, 1), 3, Decision),
                    new DatedSetting(AgreementSettings.DistanceFromSeat, new DateOnly(2026, 1, 1), new DistanceLimit(15, LimitMode.Soft), Decision),
                ],
            },
            Members = [Hospital, Association],
            Sites = [Nesle, Ham, Epehy],
            Professions = [Dietician, Psychologist],
            Professionals = [Anne, Bruno, Chloe],
            Needs = [DieticianAtNesle, DieticianAtEpehy, PsychologistAtHam, PsychologistAtEpehy],
        },
        Period = Period.HalfYear(2027, 1),
        KnownDistances =
        [
            (Nesle, Ham, new Distance(12_400, DistanceMethod.KnownRoad, "relevé IGN")),
            (Nesle, Epehy, new Distance(41_000, DistanceMethod.KnownRoad, "relevé IGN")),
            (Ham, Epehy, new Distance(38_000, DistanceMethod.KnownRoad, "relevé IGN")),
        ],
        Pins = [new Pin(Chloe, PsychologistAtHam, 0)],
        InputHash = "3f1c" + new string('0', 60),
        HasSyntheticValues = true,
    };

    public static AllocationPlan Plan { get; } = new(
        Scenario.Period,
        [
            new Assignment(Anne, DieticianAtNesle, 50),
            new Assignment(Anne, DieticianAtEpehy, 10),
            new Assignment(Bruno, PsychologistAtHam, 150),
            new Assignment(Bruno, PsychologistAtEpehy, 60),
            new Assignment(Chloe, PsychologistAtEpehy, 40),
        ]);

    public static AllocationResult Result { get; } = new()
    {
        Plan = Plan,
        Levels =
        [
            new LevelResult(AllocationObjectives.LegalMinimum, 0, 0, "construction", "arithmetic"),
            new LevelResult(AllocationObjectives.PriorityNeeds, 0, 0, "HiGHS 1.15.3", "HiGHS 1.15.3"),
            new LevelResult(AllocationObjectives.UnmetNeeds, 20, 20, "HiGHS 1.15.3", "HiGHS 1.15.3"),
            new LevelResult(AllocationObjectives.WorstServed, 6_667, 0, "HiGHS 1.15.3", "arithmetic"),
            new LevelResult(AllocationObjectives.Travel, 6_370_000, 6_000_000, "HiGHS 1.15.3", "HiGHS 1.15.3"),
        ],
        Pieces = 2,
        Elapsed = TimeSpan.FromSeconds(3.25),
        FirstPlan = TimeSpan.FromSeconds(0.4),
        Engines = ["HiGHS 1.15.3 (portable, Node 26.10.0)"],
        Incidents = [new Incident("HiGHS", EngineFailureKind.Crashed, "The engine host ended with code 137.")],
        PeakEngineMemory = 262_144_000,
        End = AllocationEnd.LimitReached,
        Options = new AllocationOptions { Seed = 7, Time = TimeSpan.FromSeconds(90) },
    };

    /// <summary>The whole outcome, checked by the real checker.</summary>
    public static PlannedAllocation Planned { get; } = Of(Result);

    public static PlannedAllocation Of(AllocationResult result)
    {
        var problem = Scenario.ToProblem();
        return new PlannedAllocation(Scenario, problem, result, PlanChecker.Check(problem, result.Plan));
    }

    private static Site SiteOf(string id, string name, Member member, string insee, string commune, double latitude, double longitude)
    {
        var place = new GeoPoint(latitude, longitude);
        return new Site { Id = id, Name = name, Member = member, Commune = new Commune(insee, commune, ["80190"], place), Location = place, Kind = SiteKind.Ehpad };
    }

    private static Professional PersonOf(string id, string name, Profession profession, decimal fullTimeEquivalent) =>
        new() { Id = id, Name = name, Profession = profession, Employer = Hospital, Base = Nesle, FullTimeEquivalent = fullTimeEquivalent };

    private static NeedDeclaration NeedOf(string id, Site site, Profession profession, decimal perYear) =>
        new() { Id = id, Site = site, Profession = profession, Quantity = new NeedQuantity(perYear, NeedUnit.HalfDaysPerYear) };
}
