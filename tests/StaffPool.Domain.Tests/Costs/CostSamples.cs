using StaffPool.Domain.Calculations;
using StaffPool.Domain.Calendar;
using StaffPool.Domain.Costs;
using StaffPool.Domain.Costs.Keys;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Tests.Costs;

/// <summary>Exercises of three members, and random ones of every key.</summary>
internal static class CostSamples
{
    public static readonly LegalReference Convention = new("Convention constitutive");

    public static readonly Period Year = Period.Year(2026);

    public static readonly DateOnly Before = new(2020, 1, 1);

    public static Money Euros(decimal euros) => Money.FromEuros(euros);

    public static IReadOnlyList<Contributor> Contributors(params string[] ids) => [.. ids.Select(id => new Contributor(id, id, Before))];

    public static CostCentre Centre(AllocationKey key, decimal euros, string id = "psy") => new()
    {
        Id = id,
        Name = id,
        Keys = [new DatedKey(Before, key, Convention)],
        Items = euros == 0 ? [] : [new CostItem("coût", CostNature.Wages, Euros(euros))],
    };

    public static MemberFact[] Facts(Measure measure, params (string Member, decimal Quantity)[] facts) =>
        [.. facts.Select(f => new MemberFact(f.Member, measure, f.Quantity))];

    public static CostExercise Exercise(AllocationKey key, decimal euros, params MemberFact[] facts) => new()
    {
        Period = Year,
        Members = Contributors("a", "b", "c"),
        Centres = [Centre(key, euros)],
        Facts = facts,
    };

    /// <summary>Shares of the members in their order, in euros.</summary>
    public static decimal[] Shares(CostExercise exercise) =>
        [.. CostAllocation.Run(exercise, RoundingLedger.Empty).Statements.Select(s => s.Share.Euros)];

    /// <summary>Any number of members, one centre per kind of key, any costs, receipts that may exceed them.</summary>
    public static CostExercise Random(Random random)
    {
        var ids = Enumerable.Range(0, random.Next(1, 12)).Select(i => $"m{i:00}").ToArray();
        var facts = ids.SelectMany(id => Enum.GetValues<Measure>().Select(m => new MemberFact(id, m, random.Next(1, 5_000) / 4m))).ToList();
        var lines = new[] { new ServiceLine("amp", "AMP", new Money(19_50)), new ServiceLine("paie", "Paie", new Money(random.Next(1, 9_999))) };
        AllocationKey[] keys =
        [
            .. Enum.GetValues<Measure>().Select(m => new MeasuredKey(m)),
            new EqualKey(),
            Decided(ids),
            new FixedFeeKey(new Money(random.Next(1, 200_000))),
            new FixedFeeKey(new Money(random.Next(0, 200_000))) { Residual = new EqualKey() },
            new PercentageKey(random.Next(1, 300) / 100m, Measure.OperatingCharges),
            new CatalogueKey(lines),
            new CatalogueKey(lines) { Residual = new MeasuredKey(Measure.Places) },
            new CapacityKey(Measure.HalfDaysWorked, random.Next(1, 9_000), new EqualKey()),
            new CompositeKey([new KeyPart(60, new MeasuredKey(Measure.HalfDaysDeclared)), new KeyPart(40, new EqualKey())]),
            new CompositeKey(
            [
                new KeyPart(33.3m, new CompositeKey([new KeyPart(12.5m, Decided(ids)), new KeyPart(87.5m, new EqualKey())])),
                new KeyPart(66.7m, new CapacityKey(Measure.ActualHours, 4_000, Decided(ids))),
            ]),
        ];
        return new CostExercise
        {
            Period = Year,
            Members = Contributors(ids),
            Centres =
            [
                .. keys.Select((key, i) => new CostCentre
                {
                    Id = $"c{i:00}",
                    Name = $"Centre {i}",
                    Keys = [new DatedKey(Before, key, Convention)],
                    Items =
                    [
                        new CostItem("coût", CostNature.Wages, new Money(random.Next(0, 20_000_000)), ids[random.Next(ids.Length)]),
                        new CostItem("apport", CostNature.Purchases, new Money(random.Next(0, 100_000)), ids[0], Settlement.Credited),
                        new CostItem("don", CostNature.Purchases, new Money(random.Next(0, 100_000)), ids[0], Settlement.Given),
                    ],
                    Receipts = [new Receipt("subvention", ReceiptNature.Subsidy, new Money(random.Next(0, 10_000_000)))],
                }),
            ],
            Facts = facts,
            Orders = [.. ids.Select(id => new ServiceOrder(id, random.Next(2) == 0 ? "amp" : "paie", random.Next(1, 400) / 4m))],
        };
    }

    private static DecidedKey Decided(string[] ids) =>
        new([.. ids.Select((id, i) => new MemberPercent(id, i == 0 ? 100m - (7.77m * (ids.Length - 1)) : 7.77m))]);
}
