using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data;

namespace StaffPool.Application.Access;

/// <summary>Keeps what was answered to a write that may be asked again: see <see cref="OnceOnly"/>.</summary>
public sealed class KeptAnswers(ServiceDatabase database)
{
    public async Task KeepAsync(Guid groupingId, RepeatedRequest request, KeptAnswer answer, CancellationToken stop)
    {
        using var turn = await database.WriteTurnAsync(stop);
        await using var db = database.NewContext();
        db.GroupingId = groupingId;
        await using var transaction = await db.BeginAsync(new Sight(), writes: true, stop);
        await db.ApiRequests
            .Where(r => r.TokenId == request.TokenId && r.Key == request.Key && r.RequestHash == request.Hash)
            .ExecuteUpdateAsync(
                set => set.SetProperty(r => r.Status, answer.Status).SetProperty(r => r.Location, answer.Location).SetProperty(r => r.Answer, answer.Answer),
                stop);
        await transaction.CommitAsync(stop);
    }
}
