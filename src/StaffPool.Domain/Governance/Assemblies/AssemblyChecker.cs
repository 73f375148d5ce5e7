using StaffPool.Domain.Governance.Assemblies.Rules;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Governance.Assemblies;

/// <summary>Holds a sitting against every rule: how it was called, who is there, what is voted and by whom.</summary>
public static class AssemblyChecker
{
    private static readonly IReadOnlyList<IAssemblyRule> Rules =
    [
        new NoticeIsGivenInTime(), new SecondCallFollowsInTime(), new NoticeStatesPlaceAndAgenda(),
        new EnoughMembersCall(), new AttendanceIsOfMembers(), new ProxiesAreValid(), new MotionsAreOnTheAgenda(),
        new MotionsAreDecidedByWhoMay(), new BallotsAreCastByWhoMay(),
    ];

    /// <summary>Every violation of every rule: blocking ones first, then in the order of the rules.</summary>
    public static IReadOnlyList<Violation> Check(GeneralAssembly assembly) =>
        [.. Rules.SelectMany(rule => rule.Assess(assembly)).OrderByDescending(v => v.Severity)];
}
