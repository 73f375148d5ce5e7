using StaffPool.Domain.Calculations;
using StaffPool.Domain.Costs;
using StaffPool.Domain.Costs.Keys;
using StaffPool.Domain.Governance.Shares;
using StaffPool.Domain.Members;
using StaffPool.Domain.Needs;
using StaffPool.Domain.Workforce;

namespace StaffPool.Domain.Simulations.Changes;

/// <summary>What an establishment brings when it joins: as much of it as the policies and keys of the grouping read.</summary>
public sealed record Newcomer
{
    /// <summary>Figures that rights follow.</summary>
    public IReadOnlyList<NewcomerRight> Rights { get; init; } = [];

    /// <summary>Cash paid in, where shares follow contributions.</summary>
    public Money Cash { get; init; }

    /// <summary>Shares written for it, where the agreement writes numbers.</summary>
    public long? WrittenShares { get; init; }

    /// <summary>Who would sit for it, where votes are cast by mandate holders.</summary>
    public IReadOnlyList<string> Representatives { get; init; } = [];

    /// <summary>Figures of the whole period that keys and thresholds read.</summary>
    public IReadOnlyList<NewcomerUse> Use { get; init; } = [];

    /// <summary>Catalogue lines that it would order in the period.</summary>
    public IReadOnlyList<NewcomerOrder> Orders { get; init; } = [];

    /// <summary>Centres à la carte that it takes; those without subscriptions are for every member.</summary>
    public IReadOnlyList<string> Subscriptions { get; init; } = [];

    /// <summary>Costs that it would pay for all: a post that it employs (mémoire EHESP 2018: half an IT post).</summary>
    public IReadOnlyList<NewcomerCost> Costs { get; init; } = [];

    /// <summary>Where it works.</summary>
    public IReadOnlyList<Site> Sites { get; init; } = [];

    /// <summary>Whom it employs and shares.</summary>
    public IReadOnlyList<Professional> Professionals { get; init; } = [];

    /// <summary>What it asks of the staff of all.</summary>
    public IReadOnlyList<NeedDeclaration> Needs { get; init; } = [];

    internal IEnumerable<string> CentresNamed =>
        Use.Select(u => u.CentreId).OfType<string>()
            .Concat(Subscriptions)
            .Concat(Costs.Select(c => c.CentreId))
            .Distinct(StringComparer.Ordinal);
}

/// <param name="Kind">Which figure.</param>
/// <param name="Amount">How much, in its unit.</param>
public sealed record NewcomerRight(FigureKind Kind, decimal Amount);

/// <param name="Measure">What is counted.</param>
/// <param name="Quantity">How much in the period.</param>
/// <param name="CentreId">The centre, or null for all of them.</param>
public sealed record NewcomerUse(Measure Measure, decimal Quantity, string? CentreId = null);

/// <param name="LineId">Line of a catalogue.</param>
/// <param name="Hours">Hours in the period.</param>
public sealed record NewcomerOrder(string LineId, decimal Hours);

/// <param name="CentreId">Where the cost belongs.</param>
/// <param name="Label">As in the accounts.</param>
/// <param name="Nature">Kind of expense.</param>
/// <param name="Amount">Cost of the period.</param>
public sealed record NewcomerCost(string CentreId, string Label, CostNature Nature, Money Amount);
