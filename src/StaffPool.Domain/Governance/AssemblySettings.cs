using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Governance;

/// <summary>What the assembly reads from the founding agreement: how it is called, when it may decide, and by what majority.</summary>
public static class AssemblySettings
{
    private static readonly LegalReference Calling = new("CASF R.312-194-20", Confidence.Text);
    private static readonly LegalReference Deciding = new("CASF R.312-194-22", Confidence.Text);

    /// <summary>Fewest assemblies a year; an agreement may want more.</summary>
    public static SettingDefinition<int> AssembliesPerYear { get; } =
        new("assembly.least-per-year", 1, Calling) { Range = (1, 12) };

    /// <summary>Days between the written notice and the sitting, unless the agreement differs.</summary>
    public static SettingDefinition<int> NoticeDays { get; } =
        new("assembly.notice-days", 15, Calling) { Range = (1, 90) };

    /// <summary>Hours between the notice and the sitting in an emergency, unless the agreement differs.</summary>
    public static SettingDefinition<int> UrgentNoticeHours { get; } =
        new("assembly.urgent-notice-hours", 48, Calling) { Range = (1, 720) };

    /// <summary>One member in this many can have the assembly called as of right.</summary>
    public static SettingDefinition<int> CallOneMemberIn { get; } =
        new("assembly.call-one-member-in", 3, Calling) { IsLocked = true };

    /// <summary>Members may be represented where there are more of them than this.</summary>
    public static SettingDefinition<int> ProxiesAboveMembers { get; } =
        new("assembly.proxies-above-members", 2, Calling) { IsLocked = true };

    /// <summary>Most members that one member may represent.</summary>
    public static SettingDefinition<int> ProxiesPerMember { get; } =
        new("assembly.proxies-per-member", 1, Calling) { IsLocked = true };

    /// <summary>Share of all rights, in percent, that the members present or represented must hold.</summary>
    public static SettingDefinition<decimal> QuorumPercent { get; } =
        new("assembly.quorum-percent", 50, Deciding) { IsLocked = true };

    /// <summary>Days after a sitting without quorum in which the second, without quorum, is called.</summary>
    public static SettingDefinition<int> SecondCallDays { get; } =
        new("assembly.second-call-days", 15, Deciding) { IsLocked = true };

    public static SettingDefinition<int> UrgentSecondCallDays { get; } =
        new("assembly.urgent-second-call-days", 8, Deciding) { IsLocked = true };

    /// <summary>
    /// Whether the second sitting itself must fall in that time, the ordinary notice then not applying; otherwise the
    /// notice is sent in that time. The text says "called again within".
    /// </summary>
    public static SettingDefinition<bool> SecondCallCountsTheSitting { get; } =
        new("assembly.second-call-counts-sitting", false, Deciding with { Confidence = Confidence.Inferred });

    /// <summary>More than this share of the votes, in percent, decides an ordinary motion.</summary>
    public static SettingDefinition<decimal> MajorityPercent { get; } =
        new("assembly.majority-percent", 50, Deciding) { Range = (50, 99) };

    /// <summary>Whether the majority is of all votes present or represented; otherwise of the votes for and against.</summary>
    public static SettingDefinition<bool> AbstentionsCount { get; } = new("assembly.abstentions-count", true, Deciding);

    /// <summary>Whether an abstention stands in the way of unanimity.</summary>
    public static SettingDefinition<bool> AbstentionBreaksUnanimity { get; } =
        new("assembly.abstention-breaks-unanimity", true, Deciding with { Confidence = Confidence.Inferred });

    /// <summary>Whether the chair's vote decides a tie; without it a tie fails.</summary>
    public static SettingDefinition<bool> ChairCastingVote { get; } =
        new("assembly.chair-casting-vote", false, new LegalReference("StaffPool", Confidence.Choice));

    /// <summary>Whether each college must have its own majority as well.</summary>
    public static SettingDefinition<bool> MajorityInEachCollege { get; } =
        new("assembly.majority-in-each-college", false, new LegalReference("StaffPool", Confidence.Choice));

    /// <summary>At least this share of the votes in the assembly, in percent, excludes a member.</summary>
    public static SettingDefinition<decimal> ExclusionPercent { get; } =
        new("assembly.exclusion-percent", 50, Deciding) { IsLocked = true };

    /// <summary>
    /// Whether "the votes in the assembly" include those of the member to be excluded, who cannot cast them: literally
    /// they do, and a member with half of them could then never be excluded. To be settled with a lawyer.
    /// </summary>
    public static SettingDefinition<bool> ExclusionCountsTheMember { get; } =
        new("assembly.exclusion-counts-the-member", true, Deciding with { Confidence = Confidence.Inferred });

    /// <summary>Whether those votes must be cast for the exclusion; otherwise it is enough that they be there.</summary>
    public static SettingDefinition<bool> ExclusionShareMustAgree { get; } =
        new("assembly.exclusion-share-must-agree", true, Deciding with { Confidence = Confidence.Inferred });

    public static IReadOnlyList<SettingDefinition> All { get; } =
    [
        AssembliesPerYear, NoticeDays, UrgentNoticeHours, CallOneMemberIn, ProxiesAboveMembers, ProxiesPerMember,
        QuorumPercent, SecondCallDays, UrgentSecondCallDays, SecondCallCountsTheSitting, MajorityPercent,
        AbstentionsCount, AbstentionBreaksUnanimity, ChairCastingVote, MajorityInEachCollege,
        ExclusionPercent, ExclusionCountsTheMember, ExclusionShareMustAgree,
    ];
}
