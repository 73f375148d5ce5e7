using StaffPool.Domain.Calculations;
using StaffPool.Domain.Governance.Shares;
using StaffPool.Domain.Governance.Voting;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Simulations.Changes;

/// <summary>A share is worth something else: capital changes, votes do not (Centre de Picardie, 1 € then 10 €).</summary>
/// <param name="Value">Value of one share.</param>
/// <param name="Reference">The decision looked at.</param>
public sealed record ShareValueChanged(Money Value, LegalReference Reference) : SimulatedChange
{
    public override IEnumerable<Violation> Assess(GroupingSnapshot snapshot) =>
    [
        .. NeedsRights(snapshot),
        .. Value <= Money.Zero ? [Breach("simulations.share-value", [], Value)] : Array.Empty<Violation>(),
        .. snapshot.Rights is { NominalValues: null } ? [Breach("simulations.no-capital", [])] : Array.Empty<Violation>(),
    ];

    internal override GroupingSnapshot Apply(GroupingSnapshot snapshot) => snapshot with
    {
        Rights = snapshot.Rights! with
        {
            NominalValues = new ShareNominalValues(
            [
                .. snapshot.Rights.NominalValues!.Values.Where(v => v.From != snapshot.Day),
                new ShareNominalValue(snapshot.Day, Value, Reference),
            ]),
        },
    };
}

/// <summary>Another way of keeping one member from deciding alone.</summary>
public sealed record NoMajorityChanged(NoMajorityPolicy Policy) : SimulatedChange
{
    public override IEnumerable<Violation> Assess(GroupingSnapshot snapshot) => NeedsRights(snapshot);

    internal override GroupingSnapshot Apply(GroupingSnapshot snapshot) => snapshot with
    {
        Rights = snapshot.Rights!.WithTerms(snapshot.Day, terms => terms with { NoMajority = Policy }),
    };
}

/// <summary>Another way for votes to follow, or not to follow, from rights.</summary>
public sealed record VotingSchemeChanged(VotingScheme Voting) : SimulatedChange
{
    public override IEnumerable<Violation> Assess(GroupingSnapshot snapshot) => NeedsRights(snapshot);

    internal override GroupingSnapshot Apply(GroupingSnapshot snapshot) => snapshot with
    {
        Rights = snapshot.Rights!.WithTerms(snapshot.Day, terms => terms with { Voting = Voting }),
    };
}

/// <summary>A figure that rights follow: half-days declared, places, posts lent.</summary>
public sealed record RightsFigureChanged(string MemberId, FigureKind Kind, decimal Amount) : SimulatedChange
{
    public override IEnumerable<Violation> Assess(GroupingSnapshot snapshot) =>
        [.. NeedsRights(snapshot), .. NeedsMember(snapshot, MemberId)];

    internal override GroupingSnapshot Apply(GroupingSnapshot snapshot) => snapshot with
    {
        Rights = snapshot.Rights! with
        {
            Facts = snapshot.Rights.Facts with
            {
                Figures =
                [
                    .. snapshot.Rights.Facts.Figures.Where(f => (f.MemberId, f.Kind, f.From) != (MemberId, Kind, snapshot.Day)),
                    new MemberFigure(MemberId, Kind, Amount, snapshot.Day),
                ],
            },
        },
    };
}
