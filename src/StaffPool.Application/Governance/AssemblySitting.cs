using StaffPool.Application.Scenarios;
using StaffPool.Domain.Governance.Assemblies;
using StaffPool.Domain.Governance.Shares;
using StaffPool.Domain.Governance.Voting;
using StaffPool.Domain.Rules;

namespace StaffPool.Application.Governance;

/// <summary>From what a scenario declares of a sitting to the sitting itself, its table of votes frozen.</summary>
internal static class AssemblySitting
{
    /// <returns>No sitting where there is no table of votes; then the violations say why.</returns>
    public static (GeneralAssembly? Assembly, IReadOnlyList<Violation> Violations) Of(
        Scenario scenario, RightsOverTime rights, DeclaredAssembly declared)
    {
        var convenedOn = declared.Notice.SentOn;
        var inForce = rights.On(convenedOn);
        var revised = declared.RevisedOn is { } day ? rights.On(day) : null;
        if (inForce.Table is null || rights.TermsOn(convenedOn) is not { } terms || revised is { Table: null })
        {
            return (null, [.. inForce.Violations, .. revised?.Violations ?? []]);
        }

        var frozen = declared.Frozen ?? FrozenVotes.On(convenedOn, terms, inForce.Table.Value, revised?.Table?.Value).Value;
        var sitting = new GeneralAssembly
        {
            Agreement = scenario.Grouping.Agreement,
            Notice = declared.Notice,
            Votes = frozen.Table,
            AgreeingMembers = frozen.AgreeingMembers,
            RightsFollowAFormula = terms.Revision == RightsRevision.Formula,
            Proxies = declared.Proxies,
            Chair = declared.Chair,
            SuspensionRights = declared.SuspensionRights,
            Names = scenario.Grouping.Members.ToDictionary(m => m.Id, m => m.Name, StringComparer.Ordinal),
            CollegeNames = terms.Voting.CollegeNames,
        };
        sitting = sitting with { Present = declared.Present.Among(sitting.VotingMembers) };
        var there = AttendanceSheet.Of(sitting);
        return (sitting with { Motions = [.. declared.Motions.Select(m => MotionOf(m, sitting, there))] }, []);
    }

    private static Motion MotionOf(DeclaredMotion declared, GeneralAssembly sitting, AttendanceSheet sheet)
    {
        var college = sitting.Notice.Agenda.FirstOrDefault(i => i.Id == declared.AgendaItem)?.College;
        // "All" is everyone that may vote, so that nobody's ballot is refused for a word.
        var voters = sitting.VotingMembers
            .Where(m => sheet.IsThere(m) && m != declared.MemberToExclude && !declared.Recused.Contains(m))
            .Where(m => college is null || sitting.Votes.Rows.Any(r => r.MemberId == m && r.College == college && !r.IsConsultative))
            .ToList();
        return new Motion
        {
            Id = declared.Id,
            AgendaItem = declared.AgendaItem,
            Wording = declared.Wording,
            Ballots =
            [
                .. Cast(declared.For, VoteChoice.For),
                .. Cast(declared.Against, VoteChoice.Against),
                .. Cast(declared.Abstaining, VoteChoice.Abstention),
                .. declared.Ballots,
            ],
            Recused = declared.Recused,
            MemberToExclude = declared.MemberToExclude,
            SuspensionBallots =
            [
                .. from right in sitting.SuspensionRights
                   where right.SuspendedCollege == college
                   from member in declared.SuspendedBy
                   select new Ballot(member, VoteChoice.For, right.SuspendingCollege),
            ],
        };

        IEnumerable<Ballot> Cast(Participants members, VoteChoice choice) =>
            members.Among(voters).SelectMany(m => BallotsOf(m, choice));

        // One for each college where the member votes on this.
        IEnumerable<Ballot> BallotsOf(string member, VoteChoice choice)
        {
            var colleges = sitting.Votes.Rows
                .Where(r => r.MemberId == member && !r.IsConsultative && (college is null || r.College == college))
                .Select(r => r.College)
                .Distinct()
                .ToList();
            return colleges.Count == 0 ? [new Ballot(member, choice, college)] : colleges.Select(c => new Ballot(member, choice, c));
        }
    }
}
