using StaffPool.Domain.Calculations;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Costs.Staff;

public enum HourKind
{
    Night,
    Sunday,
    PublicHoliday,
}

/// <summary>What nights, Sundays and public holidays add to an hour.</summary>
/// <param name="EffectiveFrom">First day.</param>
/// <param name="Rates">One per kind of hour; a kind without a rate adds nothing.</param>
/// <param name="Reference">The decree, or the decision of the grouping for a price that it invoices.</param>
public sealed record SurchargeTable(DateOnly EffectiveFrom, IReadOnlyList<SurchargeRate> Rates, LegalReference Reference) : IDated
{
    /// <summary>
    /// Public hospital staff: 25 % of the hourly pay (yearly index pay and residence allowance over 1,820 h) at night,
    /// 60 € per 8 h on Sundays and holidays.
    /// </summary>
    public static SurchargeTable PublicHospital2024 { get; } = new(
        new DateOnly(2024, 1, 1),
        [
            new SurchargeRate(HourKind.Night, 25, 0),
            new SurchargeRate(HourKind.Sunday, 0, 7.50m),
            new SurchargeRate(HourKind.PublicHoliday, 0, 7.50m),
        ],
        new LegalReference("Décret n° 2023-1238", Confidence.Source));

    /// <param name="hourly">Euros an hour before surcharge: pay over 1,820 h, or the price of the line.</param>
    /// <param name="hours">Hours of each kind; an hour under two kinds is listed twice where they add up.</param>
    /// <exception cref="DomainException">Negative hours or pay.</exception>
    public Traced<Money> For(decimal hourly, IReadOnlyList<SpecialHours> hours)
    {
        if (hourly < 0 || hours.Any(h => h.Hours < 0))
        {
            throw new DomainException(CostTexts.Of("costs.surcharge-input", hourly));
        }

        var lines =
            (from worked in hours
             from rate in Rates
             where rate.Kind == worked.Kind
             let euros = worked.Hours * ((hourly * rate.PercentOfHourly / 100) + rate.EurosPerHour)
             select (euros, Step: CostTexts.Of(
                 StepKey(worked.Kind), worked.Hours, hourly, rate.PercentOfHourly, rate.EurosPerHour, euros)))
            .ToList();
        var amount = Money.Rounded(lines.Sum(l => l.euros) * 100);
        return new Traced<Money>(
            amount,
            [.. lines.Select(l => l.Step), CostTexts.Of("costs.step.surcharge-total", amount, EffectiveFrom, Reference.Citation)]);
    }

    private static string StepKey(HourKind kind) => kind switch
    {
        HourKind.Night => "costs.step.surcharge-night",
        HourKind.Sunday => "costs.step.surcharge-sunday",
        HourKind.PublicHoliday => "costs.step.surcharge-holiday",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of hour."),
    };
}

/// <param name="Kind">Kind of hour.</param>
/// <param name="PercentOfHourly">Part of the hourly pay or price, out of 100.</param>
/// <param name="EurosPerHour">Flat amount an hour.</param>
public sealed record SurchargeRate(HourKind Kind, decimal PercentOfHourly, decimal EurosPerHour);

/// <param name="Kind">Kind of hour.</param>
/// <param name="Hours">How many.</param>
public sealed record SpecialHours(HourKind Kind, decimal Hours);
