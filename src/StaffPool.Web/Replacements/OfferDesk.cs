using StaffPool.Application.Replacements;
using StaffPool.Application.UseCases;
using StaffPool.Data;

namespace StaffPool.Web.Replacements;

/// <summary>Offers, for people who hold a link and need not sign in: the service acts for them, under their name.</summary>
public sealed class OfferDesk(ServiceDatabase database, PoolLoader pools, TimeProvider clock)
{
    /// <exception cref="RefusedException">There is no such link.</exception>
    public Task<OfferedMission> ReadAsync(Guid groupingId, string token, CancellationToken stop) =>
        new ReadSolicitation(WorkAs("lien")).RunAsync(groupingId, new OfferAnswer(token, null), stop);

    /// <inheritdoc cref="AcceptOffer"/>
    /// <param name="groupingId">The grouping.</param>
    /// <param name="name">Of the person, for the audit log.</param>
    /// <param name="token">Of the link.</param>
    /// <param name="stop">Gives up.</param>
    public Task<MissionAccepted> AcceptAsync(Guid groupingId, string name, string token, CancellationToken stop) =>
        new AcceptOffer(WorkAs(name), pools).RunAsync(groupingId, new OfferAnswer(token, null), stop);

    /// <inheritdoc cref="DeclineOffer"/>
    public Task DeclineAsync(Guid groupingId, string name, string token, CancellationToken stop) =>
        new DeclineOffer(WorkAs(name)).RunAsync(groupingId, new OfferAnswer(token, null), stop);

    private Work WorkAs(string name) => new(database, new Operator(name), clock);
}
