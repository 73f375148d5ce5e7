using StaffPool.Domain.Governance;
using StaffPool.Domain.Governance.Assemblies;
using StaffPool.Domain.Governance.Voting;

namespace StaffPool.Domain.Tests.Governance.Assemblies;

/// <summary>What holds for any sitting: five hundred random ones, the same each time.</summary>
public sealed class MotionPropertyTests
{
    private const int Trials = 500;

    [Fact]
    public void The_order_of_members_proxies_and_ballots_changes_nothing()
    {
        for (var seed = 0; seed < Trials; seed++)
        {
            var sitting = RandomSitting(new Random(seed));
            var random = new Random(seed + Trials);
            var motion = sitting.Motions[0];
            var shuffled = sitting with
            {
                Votes = new VoteTable(Shuffle(random, sitting.Votes.Rows)),
                Present = Shuffle(random, sitting.Present),
                Proxies = Shuffle(random, sitting.Proxies),
                Motions = [motion with { Ballots = Shuffle(random, motion.Ballots) }],
            };

            Told(shuffled).ShouldBe(Told(sitting), $"seed {seed}");
        }
    }

    [Fact]
    public void More_yes_never_passes_less()
    {
        for (var seed = 0; seed < Trials; seed++)
        {
            var random = new Random(seed);
            var sitting = RandomSitting(random);
            var motion = sitting.Motions[0];
            if (!MotionDecision.Decide(sitting, motion).IsPassed || motion.Ballots.Count == 0)
            {
                continue;
            }

            var changed = random.Next(motion.Ballots.Count);
            var more = motion with { Ballots = [.. motion.Ballots.Select((b, i) => i == changed ? b with { Choice = VoteChoice.For } : b)] };

            MotionDecision.Decide(sitting, more).IsPassed.ShouldBeTrue($"seed {seed}");
        }
    }

    [Fact]
    public void Every_vote_there_is_for_against_or_abstained()
    {
        for (var seed = 0; seed < Trials; seed++)
        {
            var sitting = RandomSitting(new Random(seed));
            var motion = sitting.Motions[0];
            var sheet = AttendanceSheet.Of(sitting);

            var result = MotionDecision.Decide(sitting, motion);

            (result.For + result.Against + result.Abstained).ShouldBe(
                sitting.Votes.Rows.Where(r => sheet.IsThere(r.MemberId) && !motion.Bars(r.MemberId)).Sum(r => r.Votes), $"seed {seed}");
            result.IsPassed.ShouldBe(
                result.Conditions.All(c => c.Shortfall == 0) && result.Violations.All(v => v.Severity != Domain.Rules.Severity.Blocking));
        }
    }

    [Fact]
    public void Random_sittings_pass_and_fail_on_every_matter()
    {
        var outcomes = Enumerable.Range(0, Trials)
            .Select(seed => RandomSitting(new Random(seed)))
            .Select(s => (MatterRule.Of(s.ItemOf(s.Motions[0])!.Matter, s).Majority, MotionDecision.Decide(s, s.Motions[0]).IsPassed))
            .Distinct();

        outcomes.Count().ShouldBe(6);
    }

    private static List<string> Told(GeneralAssembly sitting)
    {
        var minutes = Minutes.Of(sitting);
        var result = minutes.Results[0];
        return
        [
            $"{result.IsPassed} {result.For} {result.Against} {result.Abstained}",
            .. result.Conditions.Select(c => c.Sentence.ToString()),
            .. minutes.Violations.Select(v => v.Message.ToString()),
            .. minutes.Sheet.Lines.Select(l => l.ToString()),
        ];
    }

    private static GeneralAssembly RandomSitting(Random random)
    {
        var members = Enumerable.Range(0, random.Next(2, 8)).Select(i => $"m{i}").ToList();
        var colleges = random.Next(3) == 0;
        var rows = members
            .Select(m => new VoteRow(m, random.Next(1, 100), random.Next(5) == 0 ? 0 : random.Next(1, 100), colleges ? (random.Next(2) == 0 ? "x" : "y") : null))
            .ToList();
        var present = members.Where(_ => random.Next(4) > 0).ToList();
        var matter = (AssemblyMatter)random.Next(Enum.GetValues<AssemblyMatter>().Length);
        var sitting = Sittings.Regular
            .With(AssemblySettings.AbstentionsCount, random.Next(2) == 0)
            .With(AssemblySettings.AbstentionBreaksUnanimity, random.Next(2) == 0)
            .With(AssemblySettings.ChairCastingVote, random.Next(2) == 0)
            .With(AssemblySettings.MajorityInEachCollege, random.Next(4) == 0)
            .With(AssemblySettings.ExclusionCountsTheMember, random.Next(2) == 0)
            .With(AssemblySettings.ExclusionShareMustAgree, random.Next(2) == 0);
        var optimism = random.Next(1, 12);
        return sitting with
        {
            Votes = new VoteTable(rows),
            AgreeingMembers = random.Next(1, 4),
            RightsFollowAFormula = random.Next(2) == 0,
            Present = present,
            Proxies = [.. members.Except(present).Where(_ => random.Next(2) == 0).Select(m => new Proxy(m, members[random.Next(members.Count)]))],
            Chair = present.Count > 0 ? present[0] : null,
            Motions =
            [
                new Motion
                {
                    Id = "m",
                    AgendaItem = matter.ToString(),
                    Wording = "Délibération",
                    MemberToExclude = matter == AssemblyMatter.Exclusion ? members[random.Next(members.Count)] : null,
                    Recused = random.Next(5) == 0 ? [members[0]] : [],
                    Ballots = [.. members.Where(_ => random.Next(20) > 0).Select(m => new Ballot(m, Choice(random, optimism)))],
                },
            ],
        };
    }

    private static VoteChoice Choice(Random random, int optimism) =>
        random.Next(12) < optimism ? VoteChoice.For : random.Next(2) == 0 ? VoteChoice.Against : VoteChoice.Abstention;

    private static IReadOnlyList<T> Shuffle<T>(Random random, IReadOnlyList<T> items) => [.. items.OrderBy(_ => random.Next())];
}
