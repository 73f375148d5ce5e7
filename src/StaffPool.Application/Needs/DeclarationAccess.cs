using StaffPool.Application.UseCases;
using StaffPool.Data.Access;

namespace StaffPool.Application.Needs;

/// <summary>A representative sees and changes the declaration of its own member alone.</summary>
internal static class DeclarationAccess
{
    /// <exception cref="RefusedException">The member is another's.</exception>
    public static void Check(Caller caller, Guid memberId, params Role[] anyMember)
    {
        if (!caller.Is(anyMember) && !caller.MembersAs(Role.MemberRepresentative).Contains(memberId))
        {
            throw RefusedException.Of(Refusal.NotPermitted, DeclarationTexts.Of("declaration.not-yours"));
        }
    }
}
