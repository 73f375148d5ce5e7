using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Workforce;

namespace StaffPool.Application.Workforce;

/// <summary>Whose people a caller may deal with: an employer's own, or oneself.</summary>
internal static class PeopleAccess
{
    public static bool IsSelf(this Caller caller, Guid professionalId) => caller.Professionals.Contains(professionalId);

    /// <summary>Whether a caller may say what the people of a member are.</summary>
    public static bool IsEmployer(Caller caller, Guid memberId) =>
        caller.Is(Role.Administrator) || caller.MembersAs(Role.MemberRepresentative).Contains(memberId);

    /// <summary>Whether a caller may say how somebody stands in the pool: their employer, and whoever coordinates it.</summary>
    /// <exception cref="RefusedException">It is not theirs to deal with.</exception>
    public static void CheckPool(Caller caller, ProfessionalRow professional) =>
        Check(caller, professional, employers: [Role.MemberRepresentative], anybodys: [Role.Administrator, Role.Coordinator], oneself: false);

    /// <param name="caller">Who asks.</param>
    /// <param name="professional">About whom.</param>
    /// <param name="employers">Roles that deal with the people of their member.</param>
    /// <param name="anybodys">Roles that deal with everybody.</param>
    /// <param name="oneself">Whether people deal with themselves.</param>
    /// <exception cref="RefusedException">It is not theirs to deal with.</exception>
    public static void Check(Caller caller, ProfessionalRow professional, Role[] employers, Role[] anybodys, bool oneself)
    {
        if (!caller.Is(anybodys)
            && !caller.MembersAs(employers).Contains(professional.EmployerId)
            && !(oneself && caller.IsSelf(professional.Id)))
        {
            throw RefusedException.Of(Refusal.NotPermitted, WorkforceTexts.Of("professional.not-yours"));
        }
    }
}
