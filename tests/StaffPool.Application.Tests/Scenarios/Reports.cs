using StaffPool.Application.Governance;
using StaffPool.Application.Planning;
using StaffPool.Application.Scenarios;
using StaffPool.Application.Scenarios.Reports;
using StaffPool.Application.Timetables;
using StaffPool.Domain.Governance;
using StaffPool.Domain.Governance.Assemblies;
using StaffPool.Domain.Governance.Shares;
using StaffPool.Domain.Governance.Voting;
using StaffPool.Domain.Members;
using StaffPool.Domain.Rules;
using StaffPool.Solver.Engines;
using StaffPool.Solver.Planning;
using StaffPool.Solver.Timetables;

namespace StaffPool.Application.Tests.Scenarios;

/// <summary>A synthetic grouping of three members with 60, 30 and 10 half-days, and what is reported of it.</summary>
internal static class Reports
{
    public static readonly LegalReference Clause = new("Convention constitutive, article 8");
    public static readonly DateOnly Founded = new(2020, 1, 1);

    public static Member Member(string id, MemberKind kind = MemberKind.PublicEstablishment) =>
        new() { Id = id, Name = id.ToUpperInvariant(), Kind = kind };

    /// <summary>Rights by half-days, votes by rights, none above half.</summary>
    public static Scenario Scenario(ScenarioGovernance? governance = null) => new()
    {
        Name = "essai",
        Title = "Essai",
        Grouping = new Grouping
        {
            Name = "GCSMS Essai",
            Agreement = new FoundingAgreement { Name = "Convention" },
            Members = [Member("a"), Member("b"), Member("c")],
            Sites = [],
            Professions = [],
            Professionals = [],
            Needs = [],
        },
        Period = null,
        InputHash = new string('0', 64),
        HasSyntheticValues = true,
        Governance = governance ?? Governance(),
    };

    public static ScenarioGovernance Governance() => new()
    {
        Figures = [Figure("a", 60), Figure("b", 30), Figure("c", 10)],
        Rights = new RightsAgreement(
        [
            new RightsTerms
            {
                EffectiveFrom = Founded,
                Shares = new SharesByFigure(FigureKind.HalfDaysDeclared),
                Voting = new VotesByShares(),
                NoMajority = new CapToTheOthers(),
                Reference = Clause,
            },
        ]),
    };

    public static MemberFigure Figure(string member, decimal halfDays, DateOnly? from = null) =>
        new(member, FigureKind.HalfDaysDeclared, halfDays, from ?? Founded);

    /// <summary>A sitting with one motion, called twenty days before, everyone there.</summary>
    public static DeclaredAssembly Assembly(DateOnly day, Participants agreeing, Participants against) => new()
    {
        Id = $"ag-{day.Year}",
        Notice = new AssemblyNotice
        {
            SentAt = At(day.AddDays(-20)),
            OpensAt = At(day),
            Place = "Siège",
            Agenda = [new AgendaItem("divers", AssemblyMatter.Other, "Divers")],
        },
        Present = new Participants(true, []),
        Motions = [new DeclaredMotion { Id = "m", AgendaItem = "divers", Wording = "Délibération", For = agreeing, Against = against }],
    };

    public static Participants Of(params string[] members) => new(false, members);

    /// <summary>Nothing is planned, so no engine starts.</summary>
    public static async Task<ScenarioReport> RunAsync(Scenario scenario)
    {
        await using var engines = new EnginePool();
        return await new RunScenario(
                new PlanAllocation(new AllocationPlanner(engines, TimeProvider.System)), new PlanTimetable(new TimetablePlanner(engines, TimeProvider.System)))
            .RunAsync(scenario, new AllocationOptions(), null, TestContext.Current.CancellationToken);
    }

    public static IReadOnlyList<string> Codes(this ScenarioReport report, string section) =>
        [.. report.Sections.Single(s => s.Id == section).Findings.Select(f => f.Code)];

    private static DateTimeOffset At(DateOnly day) => new(day, new TimeOnly(14, 0), TimeSpan.FromHours(1));
}
