using StaffPool.Data.Access;

namespace StaffPool.Application.UseCases;

/// <summary>Who may run a use case: docs/droits.md shows them all, and a test tries each.</summary>
/// <param name="roles">Any one of them is enough. The operator of the service (terminal, jobs) always may.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PermitsAttribute(params Role[] roles) : Attribute
{
    public IReadOnlyList<Role> Roles { get; } = roles;
}
