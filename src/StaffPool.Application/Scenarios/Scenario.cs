using StaffPool.Application.Costs;
using StaffPool.Application.Governance;
using StaffPool.Application.Simulations;
using StaffPool.Application.Timetables;
using StaffPool.Domain.Calendar;
using StaffPool.Domain.Geography;
using StaffPool.Domain.Governance;
using StaffPool.Domain.Members;
using StaffPool.Domain.Planning;
using StaffPool.Domain.Rules;

namespace StaffPool.Application.Scenarios;

/// <summary>A grouping with what it plans and what it decides, whole and valid, read from a scenario file.</summary>
public sealed record Scenario
{
    /// <summary>Name of the folder or file, for example <c>centre-de-picardie</c>.</summary>
    public required string Name { get; init; }

    /// <summary>One line for the reader.</summary>
    public required string Title { get; init; }

    public required Grouping Grouping { get; init; }

    /// <summary>The period to plan; null where the scenario plans nothing.</summary>
    public required Period? Period { get; init; }

    /// <summary>Rights, votes, assemblies and the life of the grouping; empty where the scenario says nothing of them.</summary>
    public ScenarioGovernance Governance { get; init; } = new();

    public IReadOnlyList<(Site From, Site To, Distance Distance)> KnownDistances { get; init; } = [];

    public IReadOnlyList<Pin> Pins { get; init; } = [];

    public IReadOnlyList<DistanceWaiver> Waivers { get; init; } = [];

    public AllocationPlan? PlanInForce { get; init; }

    /// <summary>Where <see cref="PlanInForce"/> was read; null where it stands in the scenario itself, or there is none.</summary>
    public PlanFile? PlanInForceFile { get; init; }

    /// <summary>What it says about its timetable; null where it says nothing.</summary>
    public TimetableScenario? Timetable { get; init; }

    /// <summary>What it says about money; null where it says nothing.</summary>
    public CostScenario? Costs { get; init; }

    /// <summary>What would change, case by case; null where the scenario does not ask.</summary>
    public DeclaredSimulations? Simulations { get; init; }

    /// <summary>SHA-256 of the file as read, in lower-case hexadecimal: the same inputs have the same hash.</summary>
    public required string InputHash { get; init; }

    /// <summary>Whether any value is invented for the demonstration.</summary>
    public required bool HasSyntheticValues { get; init; }

    /// <summary>The period to plan, where it was made sure that there is one.</summary>
    /// <exception cref="DomainException">The scenario plans nothing.</exception>
    public Period PlannedPeriod() => Period ?? throw new DomainException($"The scenario {Name} plans nothing.");

    /// <summary>What there is to plan.</summary>
    /// <exception cref="DomainException">The scenario plans nothing.</exception>
    public AllocationProblem ToProblem()
    {
        var period = PlannedPeriod();
        var detour = Grouping.Agreement.ValueOf(AgreementSettings.DetourFactor, period.Start);
        return new(Grouping, period, new DistanceMatrix(KnownDistances, detour), Pins, Waivers, PlanInForce);
    }
}

/// <param name="Name">Without its folder.</param>
/// <param name="Hash">SHA-256 of the file as read, in lower-case hexadecimal.</param>
public sealed record PlanFile(string Name, string Hash)
{
    public string ShortHash => ShortOf(Hash);

    /// <summary>The start of a hash, enough for people to tell two files apart.</summary>
    public static string ShortOf(string hash) => hash.Length <= 12 ? hash : hash[..12];
}
