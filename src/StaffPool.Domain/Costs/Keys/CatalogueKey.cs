using StaffPool.Domain.Calculations;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Texts;

namespace StaffPool.Domain.Costs.Keys;

/// <summary>Lines of a service catalogue, each valued in hours and in euros (Guide ANAP 2011, GECAC).</summary>
public sealed record CatalogueKey(IReadOnlyList<ServiceLine> Lines) : PricedKey
{
    public override Text Name => CostTexts.Of("costs.key.catalogue", Lines.Count);

    internal override IEnumerable<ServiceLine> CatalogueLines => Lines.Concat(base.CatalogueLines);

    /// <summary>Hours of a line taken by a participant, and what they are worth.</summary>
    public IReadOnlyList<(ServiceLine Line, decimal Hours, decimal Euros)> LinesOf(string memberId, IReadOnlyList<ServiceOrder> orders) =>
    [
        .. from line in Lines
           let hours = orders.Where(o => o.MemberId == memberId && o.LineId == line.Id).Sum(o => o.Hours)
           where hours != 0
           select (line, hours, hours * line.PricePerHour.Euros),
    ];

    protected override decimal PriceOf(Participant participant, KeyContext context) =>
        LinesOf(participant.MemberId, context.Orders).Sum(l => l.Euros) * 100;

    protected override Text StepOf(Participant participant, decimal euros, KeyContext context)
    {
        var lines = LinesOf(participant.MemberId, context.Orders)
            .Select(l => CostTexts.Of("costs.step.catalogue-line", l.Line.Name, l.Hours, l.Line.PricePerHour, l.Euros))
            .ToList();
        return lines.Count == 0
            ? CostTexts.Of("costs.step.catalogue-none")
            : lines.Aggregate((all, line) => CostTexts.Of("costs.step.catalogue-lines", all, line));
    }

    protected override IEnumerable<Violation> AssessPrices(KeyContext context) =>
    [
        .. from line in Lines
           where line.PricePerHour < Money.Zero
           select context.Breach("costs.key-negative-price", [], context.CentreName, line.PricePerHour),
        .. from order in context.Orders
           where Lines.Any(l => l.Id == order.LineId) && order.Hours < 0
           select context.Breach("costs.order-negative", [order.MemberId], context.CentreName, order.MemberId, order.LineId, order.Hours),
    ];
}

/// <param name="Id">Stable name of the line.</param>
/// <param name="Name">What the user reads.</param>
/// <param name="PricePerHour">Price of an hour, 19.50 € for an AMP in GECAC.</param>
public sealed record ServiceLine(string Id, string Name, Money PricePerHour);
