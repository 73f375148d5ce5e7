using StaffPool.Data.Access;
using StaffPool.Domain.Texts;

namespace StaffPool.Application.UseCases;

/// <summary>What a caller is held to beyond their roles: a token does one grouping's work, and no more of it than it says.</summary>
/// <param name="GroupingId">The only grouping.</param>
/// <param name="IsReadOnly">Whether nothing may be written.</param>
/// <param name="Roles">Roles of the user that it acts in; empty for all.</param>
/// <param name="Modules">Modules that it may use; empty for all.</param>
public sealed record CallerLimits(Guid GroupingId, bool IsReadOnly, IReadOnlyList<Role> Roles, IReadOnlyList<string> Modules)
{
    /// <summary>Module of a use case, as its folder is called: <c>Needs</c>.</summary>
    public static string ModuleOf(Type useCase) => useCase.Namespace!.Split('.')[^1];

    internal bool Covers(Grant grant) => Roles.Count == 0 || Roles.Contains(grant.Role);

    /// <returns>Null where the use case is within them.</returns>
    internal Text? Refuse(Guid groupingId, Type useCase, bool writes) => this switch
    {
        _ when groupingId != GroupingId => UseCaseTexts.Of("not-permitted"),
        _ when writes && IsReadOnly => UseCaseTexts.Of("token.read-only"),
        _ when Modules.Count > 0 && !Modules.Contains(ModuleOf(useCase)) => UseCaseTexts.Of("token.module", ModuleOf(useCase)),
        _ => null,
    };
}
