using StaffPool.Domain.Calculations;
using StaffPool.Domain.Costs;
using StaffPool.Domain.Costs.Keys;
using StaffPool.Domain.Governance.Life;
using StaffPool.Domain.Governance.Shares;
using StaffPool.Domain.Governance.Voting;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Simulations.Changes;

/// <summary>
/// An establishment joins. Rights are those of the day and costs those of a whole period, as though it had always been
/// there: when its rights really begin is in <see cref="SimulationOutcome.Admissions"/>.
/// </summary>
/// <param name="Admission">Who joins, and when.</param>
/// <param name="Brings">Its figures.</param>
public sealed record MemberJoins(Admission Admission, Newcomer Brings) : SimulatedChange
{
    private string Id => Admission.Newcomer.Id;

    public override IEnumerable<Violation> Assess(GroupingSnapshot snapshot) =>
    [
        .. Admission.Assess(snapshot.Memberships),
        .. Brings.CentresNamed.SelectMany(centre => NeedsCentre(snapshot, centre)),
    ];

    internal override GroupingSnapshot Apply(GroupingSnapshot snapshot) => (snapshot with
    {
        Memberships = [.. snapshot.Memberships, new Membership(Admission.Newcomer, Admission.EffectiveOn)],
        Rights = snapshot.Rights is { } rights ? With(rights, snapshot.Day) : null,
    }).WithExercise(With);

    private RightsSituation With(RightsSituation rights, DateOnly day)
    {
        var facts = rights.Facts with
        {
            Members = [.. rights.Facts.Members, Admission.Newcomer],
            Figures = [.. rights.Facts.Figures, .. Brings.Rights.Select(r => new MemberFigure(Id, r.Kind, r.Amount, day))],
            Contributions =
            [
                .. rights.Facts.Contributions,
                .. Brings.Cash == Money.Zero
                    ? Array.Empty<Contribution>()
                    : [new Contribution(Id, ContributionKind.Cash, Admission.Newcomer.Name, Brings.Cash, day)],
            ],
            Mandates = [.. rights.Facts.Mandates, .. Brings.Representatives.Select(person => new Mandate(person, Id, day))],
        };
        return (rights with { Facts = facts }).WithTerms(
            day, terms => Brings.WrittenShares is { } shares ? terms with { Shares = WrittenRights.Add(terms.Shares, Id, shares) } : terms);
    }

    private CostExercise With(CostExercise exercise) => exercise with
    {
        Members =
        [
            .. exercise.Members.Where(m => m.MemberId != Id),
            new Contributor(Id, Admission.Newcomer.Name, exercise.Period.Start),
        ],
        Facts = [.. exercise.Facts, .. Brings.Use.Select(u => new MemberFact(Id, u.Measure, u.Quantity, u.CentreId))],
        Orders = [.. exercise.Orders, .. Brings.Orders.Select(o => new ServiceOrder(Id, o.LineId, o.Hours))],
        Centres =
        [
            .. exercise.Centres.Select(c => c with
            {
                // A centre without subscriptions is for all: a first one would shut the others out.
                Subscriptions = c.Subscriptions.Count > 0 && Brings.Subscriptions.Contains(c.Id, StringComparer.Ordinal)
                    ? [.. c.Subscriptions, new Presence(Id, exercise.Period.Start)]
                    : c.Subscriptions,
                Items =
                [
                    .. c.Items,
                    .. Brings.Costs.Where(cost => cost.CentreId == c.Id)
                        .Select(cost => new CostItem(cost.Label, cost.Nature, cost.Amount, Id)),
                ],
            }),
        ],
    };
}
