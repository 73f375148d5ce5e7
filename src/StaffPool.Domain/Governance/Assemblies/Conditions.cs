using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Governance.Assemblies;

/// <summary>What a vote can need, each with its figures (CASF R.312-194-22).</summary>
internal static class Conditions
{
    /// <summary>Rights there, not votes: at least their share of all rights, and nothing at a second call.</summary>
    public static MotionCondition Quorum(GeneralAssembly assembly, AttendanceSheet sheet)
    {
        var reference = assembly.ReferenceOf(AssemblySettings.QuorumPercent);
        var percent = assembly.Setting(AssemblySettings.QuorumPercent);
        return assembly.Notice.IsSecondCall
            ? new("assembly.no-quorum", sheet.Rights, 0, reference)
            : new("assembly.quorum", sheet.Rights, AtLeast(percent, sheet.TotalRights), reference) { Details = [sheet.TotalRights, percent] };
    }

    /// <summary>More than the share of the votes; at exactly half, the chair's vote where the agreement gives it weight.</summary>
    public static MotionCondition Majority(GeneralAssembly assembly, IReadOnlyList<BallotLine> lines, string? college = null)
    {
        var percent = assembly.Setting(AssemblySettings.MajorityPercent);
        var inFavour = lines.Sum(l => l.For);
        var counted = assembly.Setting(AssemblySettings.AbstentionsCount)
            ? lines.Sum(l => l.Row.Votes)
            : lines.Sum(l => l.For + l.Against);
        if (college is null && inFavour > 0 && inFavour * 2 == counted && percent == 50 && ChairDecidesFor(assembly, lines))
        {
            return new("assembly.casting-vote", inFavour, inFavour, assembly.ReferenceOf(AssemblySettings.ChairCastingVote))
            {
                Details = [counted, assembly.NameOf(assembly.Chair!)],
            };
        }

        var needed = (long)decimal.Floor(counted * percent / 100) + 1;
        return college is null
            ? new("assembly.majority", inFavour, needed, assembly.ReferenceOf(AssemblySettings.MajorityPercent)) { Details = [counted, percent] }
            : new("assembly.college-majority", inFavour, needed, assembly.ReferenceOf(AssemblySettings.MajorityInEachCollege))
            {
                Details = [counted, percent, assembly.NameOfCollege(college)],
                College = college,
            };
    }

    /// <summary>Members, not votes: each one there that may vote.</summary>
    public static MotionCondition Unanimity(GeneralAssembly assembly, IReadOnlyList<BallotLine> lines, LegalReference reference)
    {
        var breaks = assembly.Setting(AssemblySettings.AbstentionBreaksUnanimity);
        var members = lines.GroupBy(l => l.Row.MemberId)
            .Select(g => (For: g.Sum(l => l.For), Against: g.Sum(l => l.Against), Votes: g.Sum(l => l.Row.Votes)))
            .Where(m => breaks || m.For + m.Against > 0)
            .ToList();
        var agreeing = members.Count(m => m.Against == 0 && (!breaks || m.For == m.Votes));
        return new("assembly.unanimity", agreeing, Math.Max(1, members.Count), reference);
    }

    /// <summary>
    /// The share of the votes in the assembly that an exclusion takes. What that share is counted on and who must make
    /// it up are settings, because the text can be read both ways; the sentence says which were taken.
    /// </summary>
    public static MotionCondition ExclusionShare(
        GeneralAssembly assembly, Motion motion, IReadOnlyList<BallotLine> lines, LegalReference reference)
    {
        var percent = assembly.Setting(AssemblySettings.ExclusionPercent);
        var withMember = assembly.Setting(AssemblySettings.ExclusionCountsTheMember);
        var mustAgree = assembly.Setting(AssemblySettings.ExclusionShareMustAgree);
        var counted = assembly.Votes.Rows.Where(r => withMember || r.MemberId != motion.MemberToExclude).Sum(r => r.Votes);
        var reached = mustAgree ? lines.Sum(l => l.For) : lines.Sum(l => l.Row.Votes);
        return new("assembly.exclusion-share", reached, AtLeast(percent, counted), reference)
        {
            Details =
            [
                counted, percent,
                AssemblyTexts.Of(mustAgree ? "assembly.votes-for" : "assembly.votes-there"),
                AssemblyTexts.Of(withMember ? "assembly.with-member" : "assembly.without-member", assembly.NameOf(motion.MemberToExclude ?? "")),
            ],
        };
    }

    /// <summary>Members that give all their votes to the motion, however many votes these are.</summary>
    public static MotionCondition AgreeingMembers(GeneralAssembly assembly, IReadOnlyList<BallotLine> lines) => new(
        "assembly.agreeing-members",
        lines.GroupBy(l => l.Row.MemberId).Count(g => g.All(l => l.For == l.Row.Votes)),
        assembly.AgreeingMembers,
        new LegalReference("Guide ANAP 2011, Fil Rouge 35"));

    /// <summary>The other college does not suspend the decision: fewer than a majority of its votes there ask for it.</summary>
    public static MotionCondition NotSuspended(GeneralAssembly assembly, string college, IReadOnlyList<BallotLine> lines)
    {
        var there = lines.Sum(l => l.Row.Votes);
        var suspending = lines.Sum(l => l.For);
        return new("assembly.not-suspended", there - suspending, (there + 1) / 2, new LegalReference("Guide ANAP 2011, SAGESS"))
        {
            Details = [assembly.NameOfCollege(college), suspending, there],
            College = college,
        };
    }

    private static bool ChairDecidesFor(GeneralAssembly assembly, IReadOnlyList<BallotLine> lines)
    {
        var chair = lines.Where(l => l.Row.MemberId == assembly.Chair).ToList();
        return assembly.Setting(AssemblySettings.ChairCastingVote) && chair.Count > 0 && chair.All(l => l.For == l.Row.Votes);
    }

    private static long AtLeast(decimal percent, long total) => (long)decimal.Ceiling(total * percent / 100);
}
