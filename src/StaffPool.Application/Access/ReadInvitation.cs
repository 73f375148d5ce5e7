using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;

namespace StaffPool.Application.Access;

/// <summary>What an invitation offers, to whoever holds its link.</summary>
[Permits]
public sealed class ReadInvitation(Work work) : IUseCase<string, OfferedRole>
{
    /// <param name="groupingId">The grouping.</param>
    /// <param name="request">Token of the link.</param>
    /// <param name="stop">Gives up.</param>
    public Task<OfferedRole> RunAsync(Guid groupingId, string request, CancellationToken stop) => work.ReadAsync(
        this,
        groupingId,
        async scope =>
        {
            var invitation = await FindAsync(scope, request, stop);
            var key = UserAccounts.Normalized(invitation.Email);
            return new OfferedRole(
                await scope.Db.Groupings.Select(g => g.Code).SingleAsync(stop),
                await scope.Db.Groupings.Select(g => g.Name).SingleAsync(stop),
                invitation.Email,
                invitation.DisplayName,
                invitation.Role,
                invitation.InvitedBy,
                await scope.Db.Users.AnyAsync(u => u.NormalizedEmail == key, stop));
        },
        stop);

    /// <exception cref="RefusedException">There is none that can be accepted now.</exception>
    internal static async Task<InvitationRow> FindAsync(WorkScope scope, string token, CancellationToken stop)
    {
        var hash = OneTimeToken.HashOf(token);
        return WorkScope.Found(
            await scope.Db.Invitations.SingleOrDefaultAsync(i => i.TokenHash == hash && i.AcceptedAt == null && i.ExpiresAt > scope.Now, stop),
            "not-found.invitation");
    }
}

/// <param name="GroupingCode">Name of the grouping in addresses.</param>
/// <param name="Grouping">Its name.</param>
/// <param name="Email">Address invited.</param>
/// <param name="Name">Of the person.</param>
/// <param name="Role">The role offered.</param>
/// <param name="InvitedBy">Who invites.</param>
/// <param name="HasAccount">Whether the address has an account: they sign in to accept.</param>
public sealed record OfferedRole(string GroupingCode, string Grouping, string Email, string Name, Role Role, string InvitedBy, bool HasAccount);
