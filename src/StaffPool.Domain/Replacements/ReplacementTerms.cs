using StaffPool.Domain.Costs.Staff;
using StaffPool.Domain.Governance;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Replacements;

/// <summary>What the agreement says of replacements on one day.</summary>
public sealed record ReplacementTerms
{
    /// <summary>In their order.</summary>
    public required IReadOnlyList<RankCriterion> Order { get; init; }

    public required int KnowsTheHouseFrom { get; init; }

    /// <summary>Kilometres.</summary>
    public required int DistanceBand { get; init; }

    /// <summary>Per cent of the contract.</summary>
    public required int HoursBand { get; init; }

    /// <summary>Euros.</summary>
    public required int CostBand { get; init; }

    public required decimal HourlyPrice { get; init; }

    /// <summary>Kilometres an hour.</summary>
    public required int RoadSpeed { get; init; }

    public required DistanceLimit FromBase { get; init; }

    /// <summary>Where the limit of distance comes from.</summary>
    public required LegalReference FromBaseReference { get; init; }

    public SurchargeTable Surcharges { get; init; } = SurchargeTable.PublicHospital2024;

    public MileageTable Mileage { get; init; } = MileageTable.Public2022;

    public DutyHours Hours { get; init; } = DutyHours.Usual;

    /// <exception cref="DomainException">The agreement orders by a criterion that does not exist.</exception>
    public static ReplacementTerms On(FoundingAgreement agreement, DateOnly day) => new()
    {
        Order =
        [
            .. agreement.ValueOf(ReplacementSettings.Order, day).Select(id => RankCriterion.All.FirstOrDefault(c => c.Id == id)
                ?? throw new DomainException(ReplacementTexts.Of(
                    "replacements.unknown-criterion", id, string.Join(", ", RankCriterion.All.Select(c => c.Id))))),
        ],
        KnowsTheHouseFrom = agreement.ValueOf(ReplacementSettings.KnowsTheHouseFrom, day),
        DistanceBand = agreement.ValueOf(ReplacementSettings.DistanceBand, day),
        HoursBand = agreement.ValueOf(ReplacementSettings.HoursBand, day),
        CostBand = agreement.ValueOf(ReplacementSettings.CostBand, day),
        HourlyPrice = agreement.ValueOf(ReplacementSettings.HourlyPrice, day),
        RoadSpeed = agreement.ValueOf(ReplacementSettings.RoadSpeed, day),
        FromBase = agreement.ValueOf(AgreementSettings.DistanceFromBase, day),
        FromBaseReference = agreement.ReferenceOf(AgreementSettings.DistanceFromBase, day),
    };
}
