using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Rosters;
using StaffPool.Domain.Calendar;
using StaffPool.Domain.Rosters;
using StaffPool.Domain.Rules;

namespace StaffPool.Application.Rosters;

/// <summary>
/// Makes a rota the one that counts: whoever takes turns sees it, and one of the same zone over the same days is replaced.
/// One that breaks a rule is refused with every reason; a turn that nobody has is not a reason.
/// </summary>
[Permits(Role.Administrator, Role.Coordinator)]
public sealed class PublishRota(Work work) : IUseCase<RotaPublication, Nothing>
{
    public Task<Nothing> RunAsync(Guid groupingId, RotaPublication request, CancellationToken stop) =>
        work.WriteAsync(this, groupingId, async scope =>
        {
            await scope.TakeTurnAsync(stop);
            var rota = WorkScope.Found(await scope.Db.Rotas.Include(r => r.Turns).SingleOrDefaultAsync(r => r.Id == request.RotaId, stop), "not-found.rota");
            scope.Expect(rota, request.Version);
            if (rota.Status != RotaStatus.Draft)
            {
                throw RefusedException.Of(Refusal.Invalid, RotaTexts.Of("rota.not-draft"));
            }

            var loaded = await LoadedRota.ReadAsync(scope, rota.ZoneId, new Period(rota.FirstDay, rota.LastDay), null, stop);
            RefusedException.IfAny([.. RosterChecker.Check(loaded.Problem, ReadRota.RosterOf(rota, loaded.Problem)).Where(v => v.Severity == Severity.Blocking)]);
            foreach (var other in await scope.Db.Rotas
                .Where(r => r.ZoneId == rota.ZoneId && r.Status == RotaStatus.Published && r.FirstDay <= rota.LastDay && r.LastDay >= rota.FirstDay).ToListAsync(stop))
            {
                other.Status = RotaStatus.Replaced;
            }

            rota.Status = RotaStatus.Published;
            return Nothing.More;
        }, stop);
}

/// <param name="RotaId">Which rota.</param>
/// <param name="Version">As read.</param>
public sealed record RotaPublication(Guid RotaId, int Version);
