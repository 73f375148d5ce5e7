using StaffPool.Domain.Calculations;
using StaffPool.Domain.Costs;
using StaffPool.Domain.Costs.Keys;
using StaffPool.Domain.Governance.Life;
using StaffPool.Domain.Governance.Shares;
using StaffPool.Domain.Governance.Voting;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Simulations;
using StaffPool.Domain.Simulations.Changes;
using StaffPool.Domain.Tests.Costs;
using StaffPool.Domain.Tests.Governance;

namespace StaffPool.Domain.Tests.Simulations;

/// <summary>Groupings to change: members a, b, c... since 2020, half-days for rights and costs alike.</summary>
internal static class Snapshots
{
    /// <summary>In time for a withdrawal at the end of the year.</summary>
    public static readonly DateOnly Day = Rights.Day;

    public static readonly DateOnly EndOfYear = new(2026, 12, 31);

    public static GroupingSnapshot Of(params decimal[] halfDays) => Of(new CapToTheOthers(), 1_000, halfDays);

    public static GroupingSnapshot Of(NoMajorityPolicy policy, decimal euros, params decimal[] halfDays)
    {
        var facts = Rights.HalfDays(halfDays);
        var ids = facts.Members.Select(m => m.Id).ToArray();
        return new GroupingSnapshot
        {
            Day = Day,
            Agreement = Agreements.Silent,
            Memberships = [.. facts.Members.Select(m => new Membership(m, new DateOnly(2020, 1, 1)))],
            Rights = new RightsSituation(
                new RightsAgreement([Rights.Terms(noMajority: policy)]), facts, Rights.OneThenTenEuros),
            Costs = new CostSituation(
                new CostExercise
                {
                    Period = CostSamples.Year,
                    Members = [.. facts.Members.Select(m => new Contributor(m.Id, m.Name, CostSamples.Before))],
                    Centres = [CostSamples.Centre(new MeasuredKey(Measure.HalfDaysDeclared), euros)],
                    Facts = [.. ids.Zip(halfDays, (id, amount) => new MemberFact(id, Measure.HalfDaysDeclared, amount))],
                },
                RoundingLedger.Empty),
        };
    }

    /// <summary>Members, exercise and rights drawn at random, with a centre à la carte.</summary>
    public static GroupingSnapshot Random(Random random)
    {
        NoMajorityPolicy[] policies = [new CapToTheOthers(), new MajorityAllowed(), new RequireAgreeingMembers(2)];
        var snapshot = Of(
            policies[random.Next(policies.Length)],
            random.Next(0, 500_000),
            [.. Enumerable.Range(0, random.Next(2, 10)).Select(_ => (decimal)random.Next(1, 3_000))]);
        var ids = snapshot.Memberships.Select(m => m.Member.Id).ToList();
        var carte = CostSamples.Centre(new EqualKey(), random.Next(0, 90_000), "carte") with
        {
            Subscriptions = [.. ids.Take(2).Select(id => new Presence(id, CostSamples.Before))],
        };
        return snapshot.WithExercise(e => e with
        {
            Centres =
            [
                e.Centres[0] with
                {
                    Items = [.. e.Centres[0].Items, new CostItem("poste", CostNature.Wages, new Money(random.Next(9_000_000)), ids[0])],
                },
                carte,
            ],
        });
    }

    public static GroupingSnapshot WithExercise(this GroupingSnapshot snapshot, Func<CostExercise, CostExercise> change) =>
        snapshot with { Costs = snapshot.Costs! with { Exercise = change(snapshot.Costs.Exercise) } };

    public static GroupingSnapshot WithThreshold(this GroupingSnapshot snapshot, decimal limit, decimal euros, DateOnly? until = null) =>
        snapshot with
        {
            Costs = snapshot.Costs! with
            {
                Thresholds =
                [
                    .. snapshot.Costs.Thresholds,
                    new CostThreshold(
                        $"palier {limit}", "psy", Measure.HalfDaysDeclared, limit,
                        [new CostItem("technicien", CostNature.Wages, Money.FromEuros(euros))], until, Rights.Clause),
                ],
            },
        };

    public static MemberJoins Join(string id, decimal halfDays) => new(
        new Admission(Rights.Member(id), Day, Day),
        new Newcomer
        {
            Rights = [new NewcomerRight(FigureKind.HalfDaysDeclared, halfDays)],
            Use = [new NewcomerUse(Measure.HalfDaysDeclared, halfDays)],
        });

    public static MemberLeaves Leave(string id, CostsOfLeaver paid = CostsOfLeaver.GoOn) => new(id, Day, PaidCosts: paid);

    public static MemberComparison Of(this SimulationOutcome outcome, string id) => outcome.Members.Single(m => m.MemberId == id);

    public static string[] Codes(this SimulationOutcome outcome, Severity severity) =>
        [.. outcome.Violations.Where(v => v.Severity == severity).Select(v => v.Code)];
}
