using StaffPool.Domain.Calculations;
using StaffPool.Domain.Costs;
using StaffPool.Domain.Costs.Accounts;
using StaffPool.Domain.Governance.Life;
using StaffPool.Domain.Governance.Voting;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Texts;

namespace StaffPool.Domain.Simulations;

/// <summary>All that is computed from one state.</summary>
internal sealed class SnapshotFigures
{
    private readonly GroupingSnapshot _snapshot;
    private readonly RightsOutcome? _rights;

    /// <param name="snapshot">The state.</param>
    /// <param name="inForce">The table until then, for a policy that goes back to it.</param>
    public SnapshotFigures(GroupingSnapshot snapshot, VoteTable? inForce)
    {
        _snapshot = snapshot;
        _rights = snapshot.Rights is { } rights
            ? RightsComputation.Compute(rights.Agreement, rights.Facts, snapshot.Day, inForce)
            : null;
        IReadOnlyList<Violation> ofCosts = snapshot.Costs is { } given
            ? [.. CostExerciseCheck.Assess(given.Exercise), .. given.AssessThresholds()]
            : [];
        Costs = snapshot.Costs is { } costs && ofCosts.Count == 0 ? CostAllocation.Run(costs.Exercise, costs.Ledger) : null;
        Violations =
        [
            .. _rights?.Violations ?? [],
            .. OfDebts(),
            .. ofCosts,
            .. Costs is null ? [] : TrueUp.Assess(Costs, snapshot.Costs!.Calls),
        ];
    }

    public IReadOnlyList<Violation> Violations { get; }

    /// <summary>Who owes what, or null where nothing is shared or something keeps it from being shared.</summary>
    public CostAllocationResult? Costs { get; }

    public VoteTable? Votes => _rights?.Table?.Value;

    public Traced<long>? SharesOf(string memberId, string name) => _rights is { Table: { } table, Shares: { } shares }
        ? Of(memberId, name, shares.Of(memberId), () =>
        [
            .. table.Trace,
            SimulationTexts.Of("simulations.step.shares", name, shares.Of(memberId), shares.Total),
        ])
        : null;

    public Traced<long>? VotesOf(string memberId, string name) => _rights is { Table: { } table, BeforeNoMajority: { } free }
        ? Of(memberId, name, table.Value.VotesOf(memberId), () =>
        [
            .. table.Trace,
            SimulationTexts.Of(
                "simulations.step.votes", name, free.VotesOf(memberId), table.Value.VotesOf(memberId)),
        ])
        : null;

    public Traced<decimal>? VotePercentOf(string memberId, string name)
    {
        if (Votes is not { } votes)
        {
            return null;
        }

        var percent = decimal.Round(100m * votes.VotesOf(memberId) / votes.TotalVotes, 2, MidpointRounding.AwayFromZero);
        return Of(memberId, name, percent, () =>
            [SimulationTexts.Of("simulations.step.vote-percent", votes.VotesOf(memberId), votes.TotalVotes, percent)]);
    }

    public bool IsCapped(string memberId) =>
        _rights is { Table: { } table, BeforeNoMajority: { } free } && table.Value.VotesOf(memberId) < free.VotesOf(memberId);

    public Traced<Money>? CapitalOf(string memberId, string name)
    {
        if (_rights?.Shares is not { HasCapital: true } shares || _snapshot.Rights?.NominalValues is not { } values)
        {
            return null;
        }

        var (count, value) = (shares.Of(memberId), values.On(_snapshot.Day));
        return Of(memberId, name, value * count, () => [SimulationTexts.Of("simulations.step.capital", count, value, value * count)]);
    }

    public Traced<Money>? DueOf(string memberId, string name) => Costs is null
        ? null
        : Costs.Statements.FirstOrDefault(s => s.MemberId == memberId)?.ExplainedDue
            ?? new(Money.Zero, [SimulationTexts.Of("simulations.step.takes-no-part", name)]);

    private IEnumerable<Violation> OfDebts() => (_snapshot.Rights, Votes) switch
    {
        (null, _) when _snapshot.Debts.Count > 0 =>
        [
            new Violation(
                "simulations.debts-without-rights",
                Severity.Warning,
                SimulationTexts.Of("simulations.debts-without-rights", _snapshot.Debts.Count),
                []),
        ],
        (_, { } votes) => _snapshot.Debts.SelectMany(d => DebtSharing.Assess(d, votes, _snapshot.Memberships, _snapshot.Agreement)),
        _ => [],
    };

    // One that is not a member counts for zero, and its steps say so.
    private Traced<T> Of<T>(string memberId, string name, T value, Func<IReadOnlyList<Text>> trace) =>
        new(value, _snapshot.Rights!.Facts.Knows(memberId)
            ? trace()
            : [SimulationTexts.Of("simulations.step.not-a-member", name, _snapshot.Day)]);
}
