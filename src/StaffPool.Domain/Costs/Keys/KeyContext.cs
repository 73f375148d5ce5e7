using StaffPool.Domain.Calendar;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Texts;

namespace StaffPool.Domain.Costs.Keys;

/// <summary>What a key needs to know to share the cost of one centre.</summary>
/// <param name="centreId">The centre.</param>
/// <param name="centreName">Its name.</param>
/// <param name="period">The period shared.</param>
/// <param name="participants">Who shares it, by identifier.</param>
/// <param name="facts">Figures of the members, general or of this centre.</param>
/// <param name="orders">Catalogue lines taken by the members.</param>
public sealed class KeyContext(
    string centreId,
    string centreName,
    Period period,
    IReadOnlyList<Participant> participants,
    IReadOnlyList<MemberFact> facts,
    IReadOnlyList<ServiceOrder> orders)
{
    private readonly ILookup<(Measure, bool IsOfCentre, string MemberId), decimal> _figures =
        facts.ToLookup(f => (f.Measure, f.CentreId is not null, f.MemberId), f => f.Quantity);

    private readonly HashSet<Measure> _ofCentre = [.. facts.Where(f => f.CentreId is not null).Select(f => f.Measure)];

    public string CentreId { get; } = centreId;

    public string CentreName { get; } = centreName;

    public Period Period { get; } = period;

    public IReadOnlyList<Participant> Participants { get; } = participants;

    public IReadOnlyList<ServiceOrder> Orders { get; } = orders;

    /// <summary>
    /// The figure of a participant: that of the centre where there is one for anybody, else the general one. Null
    /// when it is missing, which is not zero.
    /// </summary>
    public decimal? Quantity(Participant participant, Measure measure)
    {
        var figures = _figures[(measure, _ofCentre.Contains(measure), participant.MemberId)];
        return figures.Any()
            ? figures.Sum() * (measure.IsState() ? (decimal)participant.Days / Period.Days : 1)
            : null;
    }

    /// <summary>The figure of each participant, in their order; zero where it is missing.</summary>
    internal IReadOnlyList<decimal> Quantities(Measure measure) => [.. Participants.Select(p => Quantity(p, measure) ?? 0)];

    /// <summary>Missing or negative figures: one violation per participant.</summary>
    internal IEnumerable<Violation> AssessData(Measure measure) =>
        from participant in Participants
        let quantity = Quantity(participant, measure)
        where quantity is null or < 0
        select quantity is null
            ? Breach("costs.key-without-data", [participant.MemberId], CentreName, participant.Name, measure.Name())
            : Breach("costs.key-negative-data", [participant.MemberId], CentreName, participant.Name, measure.Name(), quantity);

    internal Violation Breach(string code, IReadOnlyList<string> members, params object?[] arguments) =>
        new(code, Severity.Blocking, CostTexts.Of(code, arguments), [CentreId, .. members]);

    /// <summary>Shares in proportion to weights, with a step for each.</summary>
    /// <param name="cents">What is shared.</param>
    /// <param name="weights">One per participant, in their order; some above zero, unless nothing is shared.</param>
    /// <param name="step">The sentence for a weight, the sum of weights and the exact share in euros.</param>
    internal IReadOnlyList<KeyShare> InProportion(
        decimal cents, IReadOnlyList<decimal> weights, Func<decimal, decimal, decimal, Text> step)
    {
        var sum = weights.Sum();
        return
        [
            .. Participants.Zip(weights, (participant, weight) =>
            {
                var exact = sum == 0 ? 0 : cents * weight / sum;
                return new KeyShare(participant.MemberId, exact, [step(weight, sum, exact / 100)]);
            }),
        ];
    }
}

/// <param name="MemberId">The member.</param>
/// <param name="Name">Its name.</param>
/// <param name="Days">Days of the period when it takes part.</param>
public sealed record Participant(string MemberId, string Name, int Days);

/// <param name="MemberId">The member.</param>
/// <param name="Cents">Its exact share in cents, before rounding.</param>
/// <param name="Steps">How it was reached.</param>
public sealed record KeyShare(string MemberId, decimal Cents, IReadOnlyList<Text> Steps);
