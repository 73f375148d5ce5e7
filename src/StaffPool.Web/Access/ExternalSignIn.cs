using Microsoft.AspNetCore.Identity;
using StaffPool.Application.Access;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;

namespace StaffPool.Web.Access;

/// <summary>
/// Which user an external identity is: the one tied to it, the one with the address that the provider has verified, or the
/// one invited. It never gives a right by itself.
/// </summary>
public sealed class ExternalSignIn(UserManager<User> users, InvitationDesk invitations)
{
    /// <param name="provider">Who identified them.</param>
    /// <param name="identity">As whom.</param>
    /// <param name="me">Who is signed in already and ties the identity to their account, or null.</param>
    /// <param name="invitation">Grouping and token, or null.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>The user; null where none matches.</returns>
    /// <exception cref="RefusedException">The invitation no longer works.</exception>
    public async Task<Guid?> FindAsync(
        OpenIdProvider provider, ExternalIdentity identity, SignedInUser? me, (Guid GroupingId, string Token)? invitation, CancellationToken stop)
    {
        var tied = await users.FindByLoginAsync(provider.Issuer.OriginalString, identity.Subject);
        if (me is not null)
        {
            return tied is null ? await TieAsync(me.Id, provider, identity) : tied.Id == me.Id ? me.Id : null;
        }

        var known = tied ?? (identity.VerifiedEmail is { } email ? await users.FindByEmailAsync(email) : null);
        if (invitation is { } offered)
        {
            var offer = await invitations.ReadAsync(offered.GroupingId, offered.Token, stop);
            var accepted = await invitations.AcceptAsync(
                offered.GroupingId, offer.Name, new AcceptedInvitation(offered.Token, known?.Id, null), stop);
            return tied is null ? await TieAsync(accepted, provider, identity) : accepted;
        }

        return known is null || tied is not null ? known?.Id : await TieAsync(known.Id, provider, identity);
    }

    private async Task<Guid> TieAsync(Guid userId, OpenIdProvider provider, ExternalIdentity identity)
    {
        var user = (await users.FindByIdAsync(userId.ToString()))!;
        await users.AddLoginAsync(user, new UserLoginInfo(provider.Issuer.OriginalString, identity.Subject, provider.Name));
        return userId;
    }
}
