using StaffPool.Documents.Scenarios.Yaml;
using StaffPool.Domain.Calculations;
using StaffPool.Domain.Governance.Shares;
using StaffPool.Domain.Governance.Voting;

namespace StaffPool.Documents.Scenarios.Sections;

/// <summary>How votes follow from rights: each scheme has keys of its own.</summary>
internal static class VotingReader
{
    public static readonly string[] Keys = ["scheme", "seats", "per-member", "per-person", "incompatible", "colleges"];
    public static readonly string[] HolderKeys = ["role", "votes"];
    public static readonly string[] CollegeKeys = ["id", "name", "seats", "method", "basis"];
    public static readonly string[] SeatKeys = ["member", "person", "votes", "role"];

    private const int MostVotes = 1_000_000;

    private enum SchemeWord
    {
        ByShares,
        OneMemberOneVote,
        PerHolder,
        ByMandate,
        Colleges,
    }

    public static VotingScheme? Read(Node node, ScenarioContext context)
    {
        if (Fields.Of(node, "voting", Keys, context.Problems) is not { } fields)
        {
            return null;
        }

        return fields.RequiredChoice<SchemeWord>("scheme") switch
        {
            SchemeWord.ByShares => new VotesByShares(),
            SchemeWord.OneMemberOneVote => new OneMemberOneVote(),
            SchemeWord.PerHolder => PerHolder(fields, context),
            SchemeWord.ByMandate => ByMandate(fields, context.Problems),
            SchemeWord.Colleges => Colleges(fields, context),
            _ => null,
        };
    }

    private static VotesPerHolder? PerHolder(Fields fields, ScenarioContext context)
    {
        var seats = new List<HolderSeat>();
        foreach (var seat in context.Entries(fields.Required("seats"), "seats", HolderKeys))
        {
            var role = seat.RequiredText("role");
            var votes = seat.RequiredInteger("votes", 1, MostVotes);
            if (role is not null && votes is not null)
            {
                seats.Add(new HolderSeat(role, votes.Value));
            }
        }

        return Invariants.Build(fields.Position, context.Problems, () => new VotesPerHolder(seats));
    }

    private static VotesByMandate? ByMandate(Fields fields, ProblemList problems)
    {
        var perMember = fields.RequiredInteger("per-member", 1, 1000);
        var perPerson = fields.Integer("per-person", 1, 1000) ?? 1;
        var incompatible = new List<IncompatibleOffices>();
        foreach (var pair in fields.Node("incompatible") is ListNode list ? list.Items : [])
        {
            var offices = Values.Scalars(pair, "incompatible", problems);
            if (offices.Count == 2)
            {
                incompatible.Add(new IncompatibleOffices(offices[0].Value.Trim(), offices[1].Value.Trim()));
            }
            else
            {
                problems.Add(pair.Position, "voting.incompatible");
            }
        }

        return perMember is null ? null : new VotesByMandate(perMember.Value, perPerson, incompatible);
    }

    private static CollegeVoting? Colleges(Fields fields, ScenarioContext context)
    {
        var colleges = new List<College>();
        foreach (var college in context.Entries(fields.Required("colleges"), "colleges", CollegeKeys))
        {
            var id = Identifier.Read(college);
            var name = college.RequiredText("name");
            var seats = college.Required("seats") switch
            {
                ListNode list => Entered(list, context),
                ScalarNode => Apportioned(college),
                { } other => Refuse(other, context.Problems),
                null => null,
            };
            if (id is not null && name is not null && seats is not null)
            {
                colleges.Add(new College(id, name, seats));
            }
        }

        return Invariants.Build(fields.Position, context.Problems, () => new CollegeVoting(colleges));
    }

    private static ApportionedSeats? Apportioned(Fields college)
    {
        var total = college.RequiredInteger("seats", 1, 10_000);
        var method = college.RequiredChoice<ApportionmentMethod>("method");
        var basis = college.RequiredChoice<FigureKind>("basis");
        return total is null || method is null || basis is null ? null : new ApportionedSeats(total.Value, method.Value, basis.Value);
    }

    private static EnteredSeats Entered(ListNode list, ScenarioContext context)
    {
        var seats = new List<CollegeSeat>();
        foreach (var seat in context.Entries(list, "seats", SeatKeys))
        {
            var person = seat.Text("person");
            var member = person is null ? seat.RequiredReference("member", context.Members) : null;
            var votes = seat.RequiredInteger("votes", 0, MostVotes);
            var role = seat.Text("role");
            if ((person ?? member?.Id) is { } holder && votes is not null)
            {
                seats.Add(new CollegeSeat(holder, votes.Value, role, member is not null));
            }
        }

        return new EnteredSeats(seats);
    }

    private static CollegeSeats? Refuse(Node node, ProblemList problems)
    {
        problems.Add(node.Position, "type.list", "seats");
        return null;
    }
}
