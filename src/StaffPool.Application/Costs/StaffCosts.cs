using StaffPool.Domain.Calculations;
using StaffPool.Domain.Costs;
using StaffPool.Domain.Costs.Staff;

namespace StaffPool.Application.Costs;

/// <summary>What shared professionals cost: reimbursements of employers, kilometres, bonuses and surcharges.</summary>
public sealed record StaffCosts
{
    public IReadOnlyList<Reimbursement> Reimbursements { get; init; } = [];

    public IReadOnlyList<RepaidTrip> Trips { get; init; } = [];

    public IReadOnlyList<PaidBonus> Bonuses { get; init; } = [];

    public IReadOnlyList<SurchargedHours> Surcharges { get; init; } = [];

    /// <summary>The surcharges that a cost centre bears, as expenses.</summary>
    public IEnumerable<CostItem> SurchargesOf(string centreId) =>
        from hours in Surcharges
        where hours.CentreId == centreId
        select new CostItem(hours.Id, CostNature.Wages, hours.Amount.Value, hours.PaidBy);
}

/// <param name="Cost">What the professional cost its employer.</param>
/// <param name="Times">Hours at each host.</param>
/// <param name="Invoiced">What the hosts were invoiced; empty where nothing is to be checked.</param>
public sealed record Reimbursement(ProfessionalCost Cost, IReadOnlyList<HostTime> Times, IReadOnlyList<InvoicedLending> Invoiced);

/// <param name="Id">Name of the line.</param>
/// <param name="Table">In force on the day.</param>
/// <param name="Vehicle">Class of the vehicle.</param>
/// <param name="Before">Kilometres repaid since 1 January.</param>
/// <param name="Kilometres">Kilometres to repay.</param>
public sealed record RepaidTrip(string Id, MileageTable Table, VehicleClass Vehicle, decimal Before, decimal Kilometres);

/// <param name="Id">Name of the line.</param>
/// <param name="Table">In force on the day.</param>
/// <param name="Profession">Identifier of the profession.</param>
/// <param name="Trips">Trips, in the unit of the table.</param>
/// <param name="Structures">Distinct structures other than the main one.</param>
public sealed record PaidBonus(string Id, MultiSiteBonusTable Table, string Profession, decimal Trips, int Structures);

/// <param name="Id">Name of the line.</param>
/// <param name="Table">In force on the day.</param>
/// <param name="EurosPerHour">Pay or price of an hour before surcharge.</param>
/// <param name="Hours">Hours of each kind.</param>
public sealed record SurchargedHours(string Id, SurchargeTable Table, decimal EurosPerHour, IReadOnlyList<SpecialHours> Hours)
{
    /// <summary>The cost centre that bears them; null where they are told beside the costs.</summary>
    public string? CentreId { get; init; }

    /// <summary>The member that paid them, or null for the grouping.</summary>
    public string? PaidBy { get; init; }

    public Traced<Money> Amount => Table.For(EurosPerHour, Hours);
}
