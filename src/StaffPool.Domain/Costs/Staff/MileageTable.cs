using StaffPool.Domain.Calculations;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Costs.Staff;

public enum VehicleClass
{
    CarUpTo5Cv,
    Car6To7Cv,
    CarFrom8Cv,
    MotorcycleOver125,
    OtherTwoWheeler,
}

/// <summary>Euros per kilometre by class of vehicle and by kilometres since 1 January.</summary>
/// <param name="EffectiveFrom">First day.</param>
/// <param name="Rates">Each applies to the kilometres of the year above its start, up to the next one of its class.</param>
/// <param name="Reference">The order or decision.</param>
public sealed record MileageTable(DateOnly EffectiveFrom, IReadOnlyList<MileageRate> Rates, LegalReference Reference) : IDated
{
    /// <summary>
    /// Public agents in metropolitan France. Five concordant secondary sources; that each rate applies to its own band
    /// of kilometres only is deduced.
    /// </summary>
    public static MileageTable Public2022 { get; } = new(
        new DateOnly(2022, 1, 1),
        [
            new(VehicleClass.CarUpTo5Cv, 0, 0.32m), new(VehicleClass.CarUpTo5Cv, 2_000, 0.40m), new(VehicleClass.CarUpTo5Cv, 10_000, 0.23m),
            new(VehicleClass.Car6To7Cv, 0, 0.41m), new(VehicleClass.Car6To7Cv, 2_000, 0.51m), new(VehicleClass.Car6To7Cv, 10_000, 0.30m),
            new(VehicleClass.CarFrom8Cv, 0, 0.45m), new(VehicleClass.CarFrom8Cv, 2_000, 0.55m), new(VehicleClass.CarFrom8Cv, 10_000, 0.32m),
            new(VehicleClass.MotorcycleOver125, 0, 0.15m), new(VehicleClass.OtherTwoWheeler, 0, 0.12m),
        ],
        new LegalReference("Arrêté du 14 mars 2022", Confidence.Source));

    /// <summary>
    /// Repayment of some kilometres. Counted from the running total of the year, so that trips repaid one by one add up
    /// to the year repaid at once.
    /// </summary>
    /// <param name="vehicle">Class of the vehicle.</param>
    /// <param name="before">Kilometres repaid since 1 January; not negative.</param>
    /// <param name="kilometres">Kilometres to repay; not negative.</param>
    /// <exception cref="DomainException">Negative kilometres, or a vehicle that the table does not know.</exception>
    public Traced<Money> Repay(VehicleClass vehicle, decimal before, decimal kilometres)
    {
        var bands = Rates.Where(r => r.Vehicle == vehicle).OrderBy(r => r.AboveKilometres).ToList();
        if (before < 0 || kilometres < 0 || bands.Count == 0)
        {
            throw new DomainException(CostTexts.Of("costs.mileage-input", before, kilometres, bands.Count));
        }

        var amount = Year(before + kilometres) - Year(before);
        return new Traced<Money>(amount,
        [
            .. from band in bands.Zip(bands.Skip(1).Select(b => b.AboveKilometres).Append(decimal.MaxValue), (rate, until) => (rate, until))
               let driven = Math.Min(before + kilometres, band.until) - Math.Max(before, band.rate.AboveKilometres)
               where driven > 0
               select CostTexts.Of("costs.step.mileage", driven, band.rate.EurosPerKilometre, driven * band.rate.EurosPerKilometre),
            CostTexts.Of("costs.step.mileage-total", before, amount, EffectiveFrom, Reference.Citation),
        ]);

        Money Year(decimal total) => Money.Rounded(
            100 * bands.Select((band, i) =>
            {
                var until = i + 1 < bands.Count ? Math.Min(total, bands[i + 1].AboveKilometres) : total;
                return Math.Max(0, until - band.AboveKilometres) * band.EurosPerKilometre;
            }).Sum());
    }
}

/// <param name="Vehicle">Class of vehicle.</param>
/// <param name="AboveKilometres">Kilometres of the year from which it applies.</param>
/// <param name="EurosPerKilometre">Rate.</param>
public sealed record MileageRate(VehicleClass Vehicle, decimal AboveKilometres, decimal EurosPerKilometre);
