using StaffPool.Domain.Calculations;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Costs.Analysis;

/// <summary>
/// What a member pays through the grouping, hidden costs included, beside agency work and beside a post of its own: the
/// grouping is not always cheaper, and must not raise the daily tariff (Guide ANAP 2011, Centre de Picardie).
/// </summary>
public static class CostComparison
{
    private static readonly LegalReference Neutrality = new("Guide ANAP 2011, GCSMS du Centre de Picardie");

    /// <param name="member">What the member pays and what it would pay.</param>
    /// <returns>The comparison, and a warning where an alternative is cheaper or the daily tariff would rise.</returns>
    /// <exception cref="DomainException">No half-day, or no day of residents where a tariff is to be compared.</exception>
    public static (ComparedCost Compared, IReadOnlyList<Violation> Warnings) Of(MemberCosts member)
    {
        if (member.HalfDays <= 0 || member.ResidentDays <= 0)
        {
            throw new DomainException(CostTexts.Of("costs.comparison-input", member.MemberId, member.HalfDays, member.ResidentDays));
        }

        var hidden = member.Hidden.Sum(h => h.Amount);
        var full = member.Due + hidden;
        var perHalfDay = full.Euros / member.HalfDays;
        var perDay = (full - member.CostBefore).Euros / member.ResidentDays;
        var compared = new ComparedCost(
            member.MemberId,
            new Traced<Money>(full, [CostTexts.Of("costs.step.full-cost", member.Due, hidden, full)]),
            new Traced<decimal>(perHalfDay, [CostTexts.Of("costs.step.per-half-day", full, member.HalfDays, perHalfDay)]),
            member.Alternatives,
            new Traced<decimal>(
                perDay, [CostTexts.Of("costs.step.daily-tariff", full, member.CostBefore, member.ResidentDays, perDay)]));
        return (compared,
        [
            .. from alternative in member.Alternatives
               where alternative.Cost < full
               select Warning(
                   alternative.Kind == AlternativeKind.AgencyWork ? "costs.agency-is-cheaper" : "costs.alone-is-cheaper",
                   member.MemberId, member.MemberId, full, alternative.Cost),
            .. perDay > 0 ? [Warning("costs.daily-tariff-rises", member.MemberId, member.MemberId, perDay)] : Array.Empty<Violation>(),
        ]);
    }

    private static Violation Warning(string code, string memberId, params object?[] arguments) =>
        new(code, Severity.Warning, CostTexts.Of(code, arguments), [memberId], Neutrality);
}

/// <param name="MemberId">The member.</param>
/// <param name="HalfDays">What it received in the period; above zero.</param>
/// <param name="Due">What it owes the grouping.</param>
/// <param name="Hidden">What sharing costs it besides.</param>
/// <param name="Alternatives">What the same service would cost otherwise.</param>
/// <param name="CostBefore">What its tariff already pays for the same service: the basis of the effect on it.</param>
/// <param name="ResidentDays">Days of residents in the period, on which the daily tariff is spread; above zero.</param>
public sealed record MemberCosts(
    string MemberId,
    decimal HalfDays,
    Money Due,
    IReadOnlyList<HiddenCost> Hidden,
    IReadOnlyList<Alternative> Alternatives,
    Money CostBefore,
    decimal ResidentDays);

/// <param name="Kind">What for.</param>
/// <param name="Amount">Cost to the member in the period.</param>
public sealed record HiddenCost(HiddenCostKind Kind, Money Amount);

public enum HiddenCostKind
{
    Travel,
    Meetings,
    Accompaniment,
    Reporting,
}

/// <param name="Kind">Which one.</param>
/// <param name="Cost">For the same service.</param>
public sealed record Alternative(AlternativeKind Kind, Money Cost);

public enum AlternativeKind
{
    AgencyWork,

    /// <summary>A post of its own, or a provider.</summary>
    Alone,
}

/// <param name="MemberId">The member.</param>
/// <param name="FullCost">Through the grouping, hidden costs included.</param>
/// <param name="EurosPerHalfDay">The same by half-day.</param>
/// <param name="Alternatives">As given.</param>
/// <param name="DailyTariffEuros">Euros that it adds to the price of a day; negative when it lowers it.</param>
public sealed record ComparedCost(
    string MemberId,
    Traced<Money> FullCost,
    Traced<decimal> EurosPerHalfDay,
    IReadOnlyList<Alternative> Alternatives,
    Traced<decimal> DailyTariffEuros);
