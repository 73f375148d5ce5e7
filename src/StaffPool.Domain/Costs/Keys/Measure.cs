using StaffPool.Domain.Texts;

namespace StaffPool.Domain.Costs.Keys;

/// <summary>What a key weighs the members by.</summary>
public enum Measure
{
    HalfDaysDeclared,
    HalfDaysPlanned,
    HalfDaysWorked,

    /// <summary>Half-days after the sharing of absences.</summary>
    HalfDaysBilled,
    ActualHours,

    /// <summary>Kilograms, meals, payslips: whatever the centre counts.</summary>
    Volume,
    Places,

    /// <summary>Operating charges of the member, in euros a year.</summary>
    OperatingCharges,

    /// <summary>Gross operating budget of the member, in euros a year.</summary>
    GrossOperatingBudget,
}

public static class Measures
{
    /// <summary>
    /// Whether the quantity is a state of the member (places, budget) and not an amount used: a member present for
    /// half of the period then counts for half.
    /// </summary>
    public static bool IsState(this Measure measure) =>
        measure is Measure.Places or Measure.OperatingCharges or Measure.GrossOperatingBudget;

    public static Text Name(this Measure measure) => CostTexts.Of(measure switch
    {
        Measure.HalfDaysDeclared => "costs.measure.half-days-declared",
        Measure.HalfDaysPlanned => "costs.measure.half-days-planned",
        Measure.HalfDaysWorked => "costs.measure.half-days-worked",
        Measure.HalfDaysBilled => "costs.measure.half-days-billed",
        Measure.ActualHours => "costs.measure.actual-hours",
        Measure.Volume => "costs.measure.volume",
        Measure.Places => "costs.measure.places",
        Measure.OperatingCharges => "costs.measure.operating-charges",
        Measure.GrossOperatingBudget => "costs.measure.gross-operating-budget",
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "Unknown measure."),
    });
}

/// <summary>A figure of one member in the period; several of one kind add up (the places of its sites).</summary>
/// <param name="MemberId">The member.</param>
/// <param name="Measure">What is counted.</param>
/// <param name="Quantity">How much: half-days, hours, units, places or euros.</param>
/// <param name="CentreId">The centre that it is counted for, or null for all of them.</param>
public sealed record MemberFact(string MemberId, Measure Measure, decimal Quantity, string? CentreId = null);

/// <summary>Hours of one catalogue line that a member took in the period.</summary>
/// <param name="MemberId">The member.</param>
/// <param name="LineId">The line of the catalogue.</param>
/// <param name="Hours">Hours, not negative.</param>
public sealed record ServiceOrder(string MemberId, string LineId, decimal Hours);
