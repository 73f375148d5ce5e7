using StaffPool.Domain.Calculations;
using StaffPool.Domain.Costs;
using StaffPool.Domain.Costs.Keys;
using StaffPool.Domain.Governance.Voting;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Simulations;
using StaffPool.Domain.Simulations.Changes;
using StaffPool.Domain.Tests.Governance;

namespace StaffPool.Domain.Tests.Simulations;

public sealed class SimulationPropertyTests
{
    public static TheoryData<int> Seeds { get; } = [.. Enumerable.Range(0, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Nothing_changed_gives_no_difference(int seed) =>
        HasNoDifference(Simulation.Run(Snapshots.Random(new Random(seed)), []));

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Who_joins_then_leaves_gives_back_the_first_state(int seed)
    {
        var random = new Random(seed);
        var snapshot = Snapshots.Random(random).WithThreshold(1, 50).WithThreshold(random.Next(1, 30_000), 900);
        var join = Snapshots.Join("z", random.Next(1, 5_000));
        join = join with
        {
            Brings = join.Brings with
            {
                Subscriptions = ["carte"],
                Costs = [new NewcomerCost("psy", "poste", CostNature.Wages, new Money(random.Next(9_000_000)))],
            },
        };

        var outcome = Simulation.Run(snapshot, [join, Snapshots.Leave("z", CostsOfLeaver.Stop)]);

        HasNoDifference(outcome);
        outcome.Crossings.ShouldBeEmpty();
        outcome.After.ShouldNotBeNull().Memberships.ShouldBe(snapshot.Memberships);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Another_key_moves_cost_between_members_and_changes_no_total(int seed)
    {
        var random = new Random(seed);
        var snapshot = Snapshots.Random(random);
        AllocationKey[] keys =
        [
            new EqualKey(), new FixedFeeKey(new Money(random.Next(1, 90_000))), new CapacityKey(Measure.HalfDaysDeclared, random.Next(1, 9_000), new EqualKey()),
            new CompositeKey([new KeyPart(33.3m, new EqualKey()), new KeyPart(66.7m, new MeasuredKey(Measure.HalfDaysDeclared))]),
        ];

        var outcome = Simulation.Run(snapshot, [new KeyReplaced("psy", keys[seed % keys.Length], Rights.Clause)]);

        outcome.Violations.Where(v => v.Severity == Severity.Blocking).ShouldBeEmpty();
        outcome.Members.Sum(m => m.Due!.Difference.Value.Cents).ShouldBe(0);
        outcome.Members.ShouldAllBe(m => m.Votes!.Difference.Value == 0);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Votes_never_exceed_the_cap_whoever_comes_and_goes(int seed)
    {
        var random = new Random(seed);
        var snapshot = Snapshots.Random(random);

        var outcome = Simulation.Run(
            snapshot, [new NoMajorityChanged(new CapToTheOthers()), Snapshots.Join("z", random.Next(1, 90_000))]);

        outcome.Members.ShouldNotBeEmpty();
        outcome.Members.ShouldAllBe(m => m.VotePercent!.After.Value <= 50);
        var votes = outcome.Members.Select(m => m.Votes!.After.Value).ToList();
        (votes.Max() * 2).ShouldBeLessThanOrEqualTo(votes.Sum());
        outcome.Members.ShouldAllBe(m => m.IsCapped.After == (m.Votes!.After.Value < m.Shares!.After.Value));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void What_a_member_pays_more_is_the_redistribution_and_the_steps_to_the_cent(int seed)
    {
        var random = new Random(seed);
        var snapshot = Snapshots.Random(random);
        var size = (int)snapshot.Costs!.Exercise.Facts.Sum(f => f.Quantity);
        snapshot = snapshot.WithThreshold(size + 1, random.Next(1, 90_000)).WithThreshold(size + 2, random.Next(1, 90_000));

        var outcome = Simulation.Run(snapshot, [Snapshots.Join("z", random.Next(2, 5_000))]);

        outcome.Crossings.Count.ShouldBe(2);
        outcome.Crossings.ShouldAllBe(c => c.Surcharges.Sum(s => s.Amount.Value.Cents) == c.Threshold.Added[0].Amount.Cents);
        foreach (var member in outcome.Members)
        {
            var causes = outcome.Redistribution.Concat(outcome.Crossings.SelectMany(c => c.Surcharges))
                .Where(s => s.MemberId == member.MemberId).Sum(s => s.Amount.Value.Cents);
            causes.ShouldBe(member.Due!.Difference.Value.Cents);
        }
    }

    private static void HasNoDifference(SimulationOutcome outcome)
    {
        outcome.Violations.Where(v => v.Severity == Severity.Blocking).ShouldBeEmpty();
        outcome.Members.ShouldNotBeEmpty();
        outcome.Members.ShouldAllBe(m =>
            m.Shares!.Difference.Value == 0 && m.Votes!.Difference.Value == 0 && m.VotePercent!.Difference.Value == 0
            && m.Capital!.Difference.Value == Money.Zero && m.Due!.Difference.Value == Money.Zero && m.IsCapped.Before == m.IsCapped.After);
    }
}
