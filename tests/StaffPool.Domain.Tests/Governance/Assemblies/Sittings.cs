using StaffPool.Domain.Governance;
using StaffPool.Domain.Governance.Assemblies;
using StaffPool.Domain.Governance.Voting;

namespace StaffPool.Domain.Tests.Governance.Assemblies;

/// <summary>A regular sitting of five members, everybody there, to change one thing at a time.</summary>
internal static class Sittings
{
    public static DateTimeOffset Opening { get; } = new(2026, 6, 20, 14, 0, 0, TimeSpan.FromHours(2));

    public static GeneralAssembly Regular { get; } = new()
    {
        Agreement = Agreements.Silent,
        Notice = new AssemblyNotice
        {
            SentAt = Opening.AddDays(-20),
            OpensAt = Opening,
            Place = "Siège",
            Agenda = [.. Enum.GetValues<AssemblyMatter>().Select(m => new AgendaItem(m.ToString(), m, m.ToString()))],
        },
        Votes = new VoteTable([new("a", 40, 40), new("b", 25, 25), new("c", 20, 20), new("d", 15, 15), new("associe", 0, 0)]),
        Present = ["a", "b", "c", "d", "associe"],
    };

    /// <summary>All votes of these members for; the other members with votes against.</summary>
    public static Motion Motion(this GeneralAssembly assembly, AssemblyMatter matter, params string[] agreeing) => new()
    {
        Id = "m1",
        AgendaItem = matter.ToString(),
        Wording = "Délibération",
        Ballots = [.. assembly.VotingMembers.Select(m => new Ballot(m, agreeing.Contains(m) ? VoteChoice.For : VoteChoice.Against))],
    };

    public static GeneralAssembly With<T>(this GeneralAssembly assembly, SettingDefinition<T> definition, T value) =>
        assembly with { Agreement = assembly.Agreement.With(definition, value) };

    public static GeneralAssembly Absent(this GeneralAssembly assembly, params string[] members) =>
        assembly with { Present = [.. assembly.Present.Except(members)] };

    public static MotionCondition Of(this MotionResult result, string code) => result.Conditions.Single(c => c.Code == code);

    public static IReadOnlyList<string> Codes(this GeneralAssembly assembly) => [.. AssemblyChecker.Check(assembly).Select(v => v.Code)];
}
