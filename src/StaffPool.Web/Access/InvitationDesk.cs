using Microsoft.AspNetCore.Identity;
using StaffPool.Application.Access;
using StaffPool.Application.UseCases;
using StaffPool.Data;
using StaffPool.Data.Access;

namespace StaffPool.Web.Access;

/// <summary>Invitations, for people who have no right yet: the service acts for whoever holds the link.</summary>
public sealed class InvitationDesk(ServiceDatabase database, IPasswordHasher<User> hasher, TimeProvider clock)
{
    /// <exception cref="RefusedException">It was used, has expired or never was.</exception>
    public Task<OfferedRole> ReadAsync(Guid groupingId, string token, CancellationToken stop) =>
        new ReadInvitation(WorkAs(FirstAdministrator.ServiceName)).RunAsync(groupingId, token, stop);

    /// <inheritdoc cref="AcceptInvitation"/>
    /// <param name="groupingId">The grouping.</param>
    /// <param name="name">Of the person, for the audit log.</param>
    /// <param name="accepted">How it is accepted.</param>
    /// <param name="stop">Gives up.</param>
    public Task<Guid> AcceptAsync(Guid groupingId, string name, AcceptedInvitation accepted, CancellationToken stop) =>
        new AcceptInvitation(WorkAs(name), hasher).RunAsync(groupingId, accepted, stop);

    private Work WorkAs(string name) => new(database, new Operator(name), clock);
}
