using Microsoft.EntityFrameworkCore;
using StaffPool.Application.Needs;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;

namespace StaffPool.Application.Access;

/// <summary>Who has which role in the grouping, who is invited, and whom a role can be tied to.</summary>
[Permits(Role.Administrator, Role.Auditor)]
public sealed class ListUsers(Work work) : IUseCase<Nothing, UsersView>
{
    public Task<UsersView> RunAsync(Guid groupingId, Nothing request, CancellationToken stop) => work.ReadAsync(
        this,
        groupingId,
        async scope => new UsersView(
            await scope.Db.Groupings.Select(g => g.RequiresSecondFactor).SingleAsync(stop),
            await scope.Db.Groupings.Select(g => g.Version).SingleAsync(stop),
            scope.Caller.Is(Role.Administrator),
            await scope.Db.Grants
                .OrderBy(g => g.User!.DisplayName).ThenBy(g => g.Role)
                .Select(g => new GrantView(
                    g.Id, g.User!.DisplayName, g.User.Email ?? "", g.Role, g.Member!.Name ?? g.Professional!.Name, g.User.TwoFactorEnabled,
                    g.UserId == scope.Caller.UserId))
                .ToListAsync(stop),
            await scope.Db.Invitations
                .Where(i => i.AcceptedAt == null)
                .OrderBy(i => i.DisplayName)
                .Select(i => new InvitationView(
                    i.Id,
                    i.Email,
                    i.DisplayName,
                    i.Role,
                    scope.Db.Members.Where(m => m.Id == i.MemberId).Select(m => m.Name).SingleOrDefault()
                        ?? scope.Db.Professionals.Where(p => p.Id == i.ProfessionalId).Select(p => p.Name).SingleOrDefault(),
                    i.ExpiresAt,
                    i.ExpiresAt <= scope.Now))
                .ToListAsync(stop),
            await scope.Db.Members.OrderBy(m => m.Name).Select(m => new Choice(m.Id, m.Name)).ToListAsync(stop),
            await scope.Db.Professionals.OrderBy(p => p.Name).Select(p => new Choice(p.Id, p.Name)).ToListAsync(stop)),
        stop);
}

/// <param name="RequiresSecondFactor">Whether everyone must sign in with a second factor.</param>
/// <param name="GroupingVersion">To be sent back with a change of that.</param>
/// <param name="MayChange">Whether the caller may change anything here.</param>
/// <param name="Grants">Who has which role.</param>
/// <param name="Invitations">Those not accepted yet.</param>
/// <param name="Members">For the roles that act for one.</param>
/// <param name="Professionals">For the role of one.</param>
public sealed record UsersView(
    bool RequiresSecondFactor,
    int GroupingVersion,
    bool MayChange,
    IReadOnlyList<GrantView> Grants,
    IReadOnlyList<InvitationView> Invitations,
    IReadOnlyList<Choice> Members,
    IReadOnlyList<Choice> Professionals);

/// <param name="Id">The grant.</param>
/// <param name="Name">Of the user.</param>
/// <param name="Email">Of the user.</param>
/// <param name="Role">The role.</param>
/// <param name="For">Member or professional that it is tied to, or null.</param>
/// <param name="HasSecondFactor">Whether the user has a second factor.</param>
/// <param name="IsMine">Whether it is the caller's own.</param>
public sealed record GrantView(Guid Id, string Name, string Email, Role Role, string? For, bool HasSecondFactor, bool IsMine);

/// <param name="Id">The invitation.</param>
/// <param name="Email">Where it was sent.</param>
/// <param name="Name">Of the person.</param>
/// <param name="Role">The role offered.</param>
/// <param name="For">Member or professional that it is tied to, or null.</param>
/// <param name="ExpiresAt">UTC.</param>
/// <param name="HasExpired">Whether it can no longer be accepted.</param>
public sealed record InvitationView(Guid Id, string Email, string Name, Role Role, string? For, DateTime ExpiresAt, bool HasExpired);
