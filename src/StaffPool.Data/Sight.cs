namespace StaffPool.Data;

/// <summary>What a transaction sees beside its grouping.</summary>
/// <param name="UserId">Whose own grants, in whatever grouping; null for nobody's.</param>
/// <param name="AllGroupings">Whether the database shows the rows of all: for the operator of the service and its workers alone.</param>
public sealed record Sight(Guid? UserId = null, bool AllGroupings = false);
