using StaffPool.Data.Access;

namespace StaffPool.Application.UseCases;

/// <summary>
/// What a role is held to inside a use case that permits it, for docs/droits.md. The use case itself holds it to that.
/// </summary>
/// <param name="key">Of the sentence <c>limit.…</c> among the texts of use cases.</param>
/// <param name="roles">The roles so limited.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class LimitsAttribute(string key, params Role[] roles) : Attribute
{
    public string Key { get; } = key;

    public IReadOnlyList<Role> Roles { get; } = roles;
}
