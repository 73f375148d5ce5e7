using StaffPool.Domain.Calculations;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Costs.Staff;

/// <summary>
/// Bonus for working on several sites, by number of trips and of structures (Guide ANAP 2011, GCSMS du Centre de
/// Picardie, which gives no scale). The highest band reached is paid.
/// </summary>
/// <param name="EffectiveFrom">First day.</param>
/// <param name="Professions">Professions that it is paid to.</param>
/// <param name="Bands">Scale.</param>
/// <param name="Reference">The order or decision.</param>
public sealed record MultiSiteBonusTable(
    DateOnly EffectiveFrom, IReadOnlyList<string> Professions, IReadOnlyList<BonusBand> Bands, LegalReference Reference) : IDated
{
    /// <summary>
    /// Territorial practice bonus, gross per month, by average half-days a week away from the main site, at 20 km or
    /// more. Medical staff only: it applies to nobody until a grouping names its medical professions.
    /// </summary>
    public static MultiSiteBonusTable TerritorialPractice2020 { get; } = new(
        new DateOnly(2020, 12, 28),
        [],
        [
            new BonusBand(1, IsReachedAt: true, 1, new Money(250_00)),
            new BonusBand(1, IsReachedAt: false, 1, new Money(450_00)),
            new BonusBand(3, IsReachedAt: false, 1, new Money(700_00)),
            new BonusBand(4, IsReachedAt: false, 1, new Money(1_000_00)),
            new BonusBand(4, IsReachedAt: true, 2, new Money(1_000_00)),
        ],
        new LegalReference("Arrêté du 14 mars 2017, montants de l’arrêté du 28 décembre 2020", Confidence.Text));

    /// <param name="profession">Identifier of the profession.</param>
    /// <param name="trips">Trips, in the unit of the table.</param>
    /// <param name="structures">Distinct structures other than the main one.</param>
    /// <returns>Zero where no band is reached or the profession is not entitled.</returns>
    public Traced<Money> For(string profession, decimal trips, int structures)
    {
        if (!Professions.Contains(profession, StringComparer.Ordinal))
        {
            return new Traced<Money>(Money.Zero, [CostTexts.Of("costs.step.bonus-not-entitled", profession, Reference.Citation)]);
        }

        var amount = Bands
            .Where(b => structures >= b.Structures && (trips > b.Trips || (b.IsReachedAt && trips == b.Trips)))
            .Select(b => b.Amount)
            .DefaultIfEmpty(Money.Zero)
            .Max();
        return new Traced<Money>(
            amount, [CostTexts.Of("costs.step.bonus", trips, structures, amount, EffectiveFrom, Reference.Citation)]);
    }
}

/// <param name="Trips">Trips from which it is paid.</param>
/// <param name="IsReachedAt">Whether that very number is enough, or more is needed.</param>
/// <param name="Structures">Fewest structures.</param>
/// <param name="Amount">Bonus for the time of the table, a month as a rule.</param>
public sealed record BonusBand(decimal Trips, bool IsReachedAt, int Structures, Money Amount);
