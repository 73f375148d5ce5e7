using StaffPool.Domain.Calendar;
using StaffPool.Domain.Costs;
using StaffPool.Domain.Costs.Keys;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Simulations.Changes;

/// <summary>The cost of a centre is shared by another key, over the whole period.</summary>
/// <param name="CentreId">The centre.</param>
/// <param name="Key">The key instead of the one in force.</param>
/// <param name="Reference">The clause looked at.</param>
public sealed record KeyReplaced(string CentreId, AllocationKey Key, LegalReference Reference) : SimulatedChange
{
    public override IEnumerable<Violation> Assess(GroupingSnapshot snapshot) =>
        [.. NeedsCosts(snapshot), .. NeedsCentre(snapshot, CentreId)];

    internal override GroupingSnapshot Apply(GroupingSnapshot snapshot) => snapshot.WithExercise(exercise =>
        exercise.WithCentre(CentreId, centre => centre with
        {
            Keys = [.. Outside(centre, exercise.Period), new DatedKey(exercise.Period.Start, Key, Reference)],
        }));

    private static IEnumerable<DatedKey> Outside(CostCentre centre, Period period) =>
        centre.Keys.Where(k => k.EffectiveFrom < period.Start || k.EffectiveFrom > period.End);
}

/// <summary>A figure that keys and thresholds read: half-days, meals, places, charges.</summary>
/// <param name="MemberId">The member.</param>
/// <param name="Measure">What is counted.</param>
/// <param name="Quantity">How much, in the period.</param>
/// <param name="CentreId">The centre that it is counted for, or null for all of them.</param>
public sealed record CostFigureChanged(string MemberId, Measure Measure, decimal Quantity, string? CentreId = null) : SimulatedChange
{
    public override IEnumerable<Violation> Assess(GroupingSnapshot snapshot) =>
    [
        .. NeedsCosts(snapshot),
        .. NeedsMember(snapshot, MemberId),
        .. CentreId is null ? [] : NeedsCentre(snapshot, CentreId),
    ];

    internal override GroupingSnapshot Apply(GroupingSnapshot snapshot) => snapshot.WithExercise(exercise => exercise with
    {
        Facts =
        [
            .. exercise.Facts.Where(f => (f.MemberId, f.Measure, f.CentreId) != (MemberId, Measure, CentreId)),
            new MemberFact(MemberId, Measure, Quantity, CentreId),
        ],
    });
}
