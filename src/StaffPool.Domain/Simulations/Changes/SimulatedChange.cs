using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Simulations.Changes;

/// <summary>One thing done differently, to see what it gives. Nothing is recorded.</summary>
public abstract record SimulatedChange
{
    /// <summary>Every reason why the change cannot be made on this state, and what it leads to.</summary>
    public abstract IEnumerable<Violation> Assess(GroupingSnapshot snapshot);

    /// <summary>The state with the change, as assessed without anything blocking.</summary>
    internal abstract GroupingSnapshot Apply(GroupingSnapshot snapshot);

    protected static Violation Breach(string code, IReadOnlyList<string> subjects, params object?[] arguments) =>
        new(code, Severity.Blocking, SimulationTexts.Of(code, arguments), subjects);

    protected static IEnumerable<Violation> NeedsRights(GroupingSnapshot snapshot) =>
        snapshot.Rights is null ? [Breach("simulations.no-rights", [])] : [];

    protected static IEnumerable<Violation> NeedsCosts(GroupingSnapshot snapshot) =>
        snapshot.Costs is null ? [Breach("simulations.no-costs", [])] : [];

    protected static IEnumerable<Violation> NeedsMember(GroupingSnapshot snapshot, string memberId) =>
        snapshot.MembershipOf(memberId) is null ? [Breach("simulations.unknown-member", [memberId], memberId, snapshot.Day)] : [];

    protected static IEnumerable<Violation> NeedsCentre(GroupingSnapshot snapshot, string centreId) =>
        snapshot.Costs is { } costs && costs.Exercise.Centres.All(c => c.Id != centreId)
            ? [Breach("simulations.unknown-centre", [centreId], centreId)]
            : [];
}
