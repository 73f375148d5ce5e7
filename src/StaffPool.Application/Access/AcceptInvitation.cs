using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;

namespace StaffPool.Application.Access;

/// <summary>
/// Gives the invited person their role: whoever holds the link, as a new user or as the one signed in. The service does it
/// for them, for they have no right in the grouping yet.
/// </summary>
[Permits]
public sealed class AcceptInvitation(Work work, IPasswordHasher<User> hasher) : IUseCase<AcceptedInvitation, Guid>
{
    /// <returns>The user.</returns>
    /// <exception cref="RefusedException">The invitation was used, has expired or never was; or the address has an account.</exception>
    public Task<Guid> RunAsync(Guid groupingId, AcceptedInvitation request, CancellationToken stop) => work.WriteAsync(
        this,
        groupingId,
        async scope =>
        {
            var invitation = await ReadInvitation.FindAsync(scope, request.Token, stop);
            scope.Subject = invitation.Id;
            invitation.AcceptedAt = scope.Now;
            var userId = request.UserId ?? await NewUserAsync(scope, invitation, request, stop);
            if (!await scope.Db.Grants.AnyAsync(
                g => g.UserId == userId && g.Role == invitation.Role
                    && g.MemberId == invitation.MemberId && g.ProfessionalId == invitation.ProfessionalId,
                stop))
            {
                scope.Db.Grants.Add(new GrantRow
                {
                    UserId = userId, Role = invitation.Role, MemberId = invitation.MemberId, ProfessionalId = invitation.ProfessionalId,
                });
            }

            return userId;
        },
        stop);

    private async Task<Guid> NewUserAsync(WorkScope scope, InvitationRow invitation, AcceptedInvitation request, CancellationToken stop)
    {
        var key = UserAccounts.Normalized(invitation.Email);
        if (await scope.Db.Users.AnyAsync(u => u.NormalizedEmail == key, stop))
        {
            throw RefusedException.Of(Refusal.Taken, AccessTexts.Of("invitation.has-account", invitation.Email));
        }

        var user = UserAccounts.New(invitation.Email, invitation.DisplayName, scope.Now);
        // They hold a link that went to this address.
        user.EmailConfirmed = true;
        user.PasswordHash = request.Password is { } password ? hasher.HashPassword(user, password) : null;
        scope.Db.Users.Add(user);
        return user.Id;
    }
}

/// <param name="Token">Of the link.</param>
/// <param name="UserId">Who accepts, where they are signed in; null to make a user.</param>
/// <param name="Password">Of the new user, found good already; null where another service proves who they are.</param>
public sealed record AcceptedInvitation(string Token, Guid? UserId, string? Password);
