using StaffPool.Domain.Calculations;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Costs.Analysis;

/// <summary>
/// Replacement credits as a number of hours that funders grant (Guide ANAP 2011, GECAC-Tremplin: they accept to endow
/// them globally), beside the hours of replacement consumed: member by member and in all.
/// </summary>
public static class HoursEnvelope
{
    /// <param name="granted">Hours granted; several of one member add up.</param>
    /// <param name="consumed">Hours of replacement taken; several of one member add up.</param>
    /// <param name="nameOf">Name of a member, for the warnings.</param>
    /// <returns>
    /// One line per member of either list, by identifier, what is left to the grouping, and a warning for each member
    /// beyond its credit and for the grouping beyond all of them.
    /// </returns>
    /// <exception cref="DomainException">Negative hours.</exception>
    public static (HoursBalance Balance, IReadOnlyList<Violation> Warnings) Of(
        IReadOnlyList<MemberQuantity> granted, IReadOnlyList<MemberQuantity> consumed, Func<string, string> nameOf)
    {
        if (granted.Concat(consumed).FirstOrDefault(h => h.Quantity < 0) is { } wrong)
        {
            throw new DomainException(CostTexts.Of("costs.hours-negative", nameOf(wrong.MemberId), wrong.Quantity));
        }

        var lines = granted.Concat(consumed)
            .Select(h => h.MemberId)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(id => new HoursLine(id, HoursOf(granted, id), HoursOf(consumed, id)))
            .ToList();
        var balance = new HoursBalance(lines);
        return (balance,
        [
            .. from line in lines
               where line.Left.Value < 0
               select Warning("costs.hours-beyond-credit", [line.MemberId], nameOf(line.MemberId), line.Consumed, line.Granted, -line.Left.Value),
            .. balance.Left.Value < 0
                ? [Warning("costs.hours-beyond-envelope", [], lines.Sum(l => l.Consumed), lines.Sum(l => l.Granted), -balance.Left.Value)]
                : Array.Empty<Violation>(),
        ]);
    }

    private static decimal HoursOf(IReadOnlyList<MemberQuantity> hours, string memberId) =>
        hours.Where(h => h.MemberId == memberId).Sum(h => h.Quantity);

    private static Violation Warning(string code, IReadOnlyList<string> subjects, params object?[] arguments) =>
        new(code, Severity.Warning, CostTexts.Of(code, arguments), subjects, new LegalReference("Guide ANAP 2011, GECAC-Tremplin"));
}

/// <param name="CentreId">The cost centre whose catalogue is ordered with these credits.</param>
/// <param name="Granted">Hours granted, by member.</param>
public sealed record GrantedHours(string CentreId, IReadOnlyList<MemberQuantity> Granted);

/// <param name="Lines">One per member.</param>
public sealed record HoursBalance(IReadOnlyList<HoursLine> Lines)
{
    /// <summary>Hours that the whole grouping has left; negative where it took more than all the credits.</summary>
    public Traced<decimal> Left => HoursLine.Difference(Lines.Sum(l => l.Granted), Lines.Sum(l => l.Consumed));
}

/// <param name="MemberId">The member.</param>
/// <param name="Granted">Hours of credit.</param>
/// <param name="Consumed">Hours of replacement.</param>
public sealed record HoursLine(string MemberId, decimal Granted, decimal Consumed)
{
    /// <summary>Negative where more was taken than granted.</summary>
    public Traced<decimal> Left => Difference(Granted, Consumed);

    internal static Traced<decimal> Difference(decimal granted, decimal consumed) =>
        new(granted - consumed, [CostTexts.Of("costs.step.hours", granted, consumed, granted - consumed)]);
}
