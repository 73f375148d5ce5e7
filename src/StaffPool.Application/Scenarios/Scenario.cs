using StaffPool.Application.Costs;
using StaffPool.Domain.Calendar;
using StaffPool.Domain.Geography;
using StaffPool.Domain.Governance;
using StaffPool.Domain.Members;
using StaffPool.Domain.Planning;

namespace StaffPool.Application.Scenarios;

/// <summary>A grouping and a period to plan, whole and valid, read from a scenario file.</summary>
public sealed record Scenario
{
    /// <summary>Name of the folder or file, for example <c>centre-de-picardie</c>.</summary>
    public required string Name { get; init; }

    /// <summary>One line for the reader.</summary>
    public required string Title { get; init; }

    public required Grouping Grouping { get; init; }

    public required Period Period { get; init; }

    public IReadOnlyList<(Site From, Site To, Distance Distance)> KnownDistances { get; init; } = [];

    public IReadOnlyList<Pin> Pins { get; init; } = [];

    public IReadOnlyList<DistanceWaiver> Waivers { get; init; } = [];

    public AllocationPlan? PlanInForce { get; init; }

    /// <summary>Where <see cref="PlanInForce"/> was read; null where it stands in the scenario itself, or there is none.</summary>
    public PlanFile? PlanInForceFile { get; init; }

    /// <summary>What it says about money; null where it says nothing.</summary>
    public CostScenario? Costs { get; init; }

    /// <summary>SHA-256 of the file as read, in lower-case hexadecimal: the same inputs have the same hash.</summary>
    public required string InputHash { get; init; }

    /// <summary>Whether any value is invented for the demonstration.</summary>
    public required bool HasSyntheticValues { get; init; }

    public AllocationProblem ToProblem()
    {
        var detour = Grouping.Agreement.ValueOf(AgreementSettings.DetourFactor, Period.Start);
        return new(Grouping, Period, new DistanceMatrix(KnownDistances, detour), Pins, Waivers, PlanInForce);
    }
}

/// <param name="Name">Without its folder.</param>
/// <param name="Hash">SHA-256 of the file as read, in lower-case hexadecimal.</param>
public sealed record PlanFile(string Name, string Hash)
{
    /// <summary>The start of the hash, enough for people to tell two files apart.</summary>
    public string ShortHash => Hash[..12];
}
