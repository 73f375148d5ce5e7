using StaffPool.Domain.Calculations;
using StaffPool.Domain.Costs;
using StaffPool.Domain.Governance.Life;
using StaffPool.Domain.Governance.Shares;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Simulations.Changes;

/// <summary>What becomes of the costs that a leaver paid for all, and of the posts that it employs: no source says, so the caller does.</summary>
public enum CostsOfLeaver
{
    /// <summary>The others keep the post or the contract (engaged contracts of the site « M. », étude GEPSo).</summary>
    GoOn,

    /// <summary>They leave with it.</summary>
    Stop,
}

/// <summary>
/// A member leaves. Rights are those of the day and costs those of a whole period, as though it had never been there;
/// what it pays on leaving is in <see cref="SimulationOutcome.ExitBills"/>.
/// </summary>
/// <param name="MemberId">Who leaves.</param>
/// <param name="NotifiedOn">Day when the grouping is told.</param>
/// <param name="WantedOn">Last day that it wants as a member; null for the first that is possible.</param>
/// <param name="PaidCosts">What becomes of the costs that the grouping pays back to it; its free contributions stop.</param>
public sealed record MemberLeaves(
    string MemberId, DateOnly NotifiedOn, DateOnly? WantedOn = null, CostsOfLeaver PaidCosts = CostsOfLeaver.GoOn) : SimulatedChange
{
    /// <summary>Penalty that the agreement sets, if any (mémoire EHESP 2018: a GIP has some); not negative.</summary>
    public Money Penalty { get; init; }

    public override IEnumerable<Violation> Assess(GroupingSnapshot snapshot)
    {
        if (snapshot.MembershipOf(MemberId) is not { } membership)
        {
            return NeedsMember(snapshot, MemberId);
        }

        return
        [
            .. Decide(snapshot, membership).Violations,
            .. Penalty < Money.Zero ? [Breach("simulations.penalty", [MemberId], Penalty)] : Array.Empty<Violation>(),
            .. from centre in snapshot.Costs?.Exercise.Centres ?? []
               where centre.Subscriptions.Count > 0 && centre.Subscriptions.All(s => s.MemberId == MemberId)
               select Breach("simulations.last-subscriber", [MemberId, centre.Id], membership.Member.Name, centre.Name),
        ];
    }

    /// <summary>Last day as a member; as assessed without anything blocking.</summary>
    internal DateOnly LastDay(GroupingSnapshot snapshot) => Decide(snapshot, snapshot.MembershipOf(MemberId)!).LastDay!.Value;

    internal override GroupingSnapshot Apply(GroupingSnapshot snapshot) => snapshot with
    {
        Memberships = [.. snapshot.Memberships.Where(m => m != snapshot.MembershipOf(MemberId))],
        Rights = snapshot.Rights is { } rights ? Without(rights, snapshot.Day) : null,
        Costs = snapshot.Costs is { } costs
            ? costs with
            {
                Exercise = Without(costs.Exercise),
                Calls = [.. costs.Calls.Where(c => c.MemberId != MemberId)],
            }
            : null,
    };

    private WithdrawalOutcome Decide(GroupingSnapshot snapshot, Membership membership) =>
        new Withdrawal(membership.Member, NotifiedOn, WantedOn).Decide(snapshot.Memberships, snapshot.Agreement);

    private RightsSituation Without(RightsSituation rights, DateOnly day) => (rights with
    {
        Facts = new RightsFacts
        {
            Members = [.. rights.Facts.Members.Where(m => m.Id != MemberId)],
            Figures = [.. rights.Facts.Figures.Where(f => f.MemberId != MemberId)],
            Contributions = [.. rights.Facts.Contributions.Where(c => c.MemberId != MemberId)],
            Mandates = [.. rights.Facts.Mandates.Where(m => m.MemberId != MemberId)],
        },
    }).WithTerms(day, terms => WrittenRights.Remove(terms, MemberId));

    private CostExercise Without(CostExercise exercise) => exercise with
    {
        Members = [.. exercise.Members.Where(m => m.MemberId != MemberId)],
        Facts = [.. exercise.Facts.Where(f => f.MemberId != MemberId)],
        Orders = [.. exercise.Orders.Where(o => o.MemberId != MemberId)],
        Centres =
        [
            .. exercise.Centres.Select(c => c with
            {
                Subscriptions = [.. c.Subscriptions.Where(s => s.MemberId != MemberId)],
                Items = [.. c.Items.Where(i => i.PaidBy != MemberId || Stays(i)).Select(i => i.PaidBy == MemberId ? i with { PaidBy = null } : i)],
            }),
        ],
    };

    private bool Stays(CostItem item) => PaidCosts == CostsOfLeaver.GoOn && item.Settlement == Settlement.Reimbursed;
}
