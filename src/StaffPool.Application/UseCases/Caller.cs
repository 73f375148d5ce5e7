using StaffPool.Data.Access;

namespace StaffPool.Application.UseCases;

/// <summary>Who runs a use case, and as what in this grouping.</summary>
/// <param name="UserId">Null for the operator.</param>
/// <param name="Name">As shown to others.</param>
/// <param name="IsOperator">Whether it is the operator of the service.</param>
/// <param name="Grants">Roles in this grouping.</param>
public sealed record Caller(Guid? UserId, string Name, bool IsOperator, IReadOnlyList<Grant> Grants)
{
    public bool Is(params Role[] roles) => IsOperator || Grants.Any(g => roles.Contains(g.Role));

    /// <summary>Members that the caller acts for in a role.</summary>
    public IReadOnlyList<Guid> MembersAs(params Role[] roles) =>
        [.. Grants.Where(g => roles.Contains(g.Role)).Select(g => g.MemberId).OfType<Guid>().Distinct()];

    /// <summary>Who the caller is among the professionals.</summary>
    public IReadOnlyList<Guid> Professionals => [.. Grants.Select(g => g.ProfessionalId).OfType<Guid>()];
}

/// <param name="Role">The role.</param>
/// <param name="MemberId">Member acted for, or null.</param>
/// <param name="ProfessionalId">Professional that the user is, or null.</param>
public sealed record Grant(Role Role, Guid? MemberId, Guid? ProfessionalId);
