using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Rosters;
using StaffPool.Domain.Calendar;
using StaffPool.Domain.Rosters;
using StaffPool.Domain.Rules;

namespace StaffPool.Application.Rosters;

/// <summary>
/// Gives a turn to somebody, or to nobody. It is pinned, so that a rota computed again keeps it; what the law forbids is
/// refused, in a published rota as in a draft.
/// </summary>
[Permits(Role.Administrator, Role.Coordinator)]
public sealed class GiveTurn(Work work) : IUseCase<TurnGiven, Nothing>
{
    public Task<Nothing> RunAsync(Guid groupingId, TurnGiven request, CancellationToken stop) =>
        work.WriteAsync(this, groupingId, async scope =>
        {
            // Two turns given at once to one person must be held against the rules together.
            await scope.TakeTurnAsync(stop);
            var turn = WorkScope.Found(await scope.Db.RotaTurns.SingleOrDefaultAsync(t => t.Id == request.TurnId, stop), "not-found.turn");
            var rota = await scope.Db.Rotas.Include(r => r.Turns).SingleAsync(r => r.Id == turn.RotaId, stop);
            scope.Expect(turn, request.Version);
            if (rota.Status == RotaStatus.Replaced)
            {
                throw RefusedException.Of(Refusal.Invalid, RotaTexts.Of("rota.replaced"));
            }

            var loaded = await LoadedRota.ReadAsync(scope, rota.ZoneId, new Period(rota.FirstDay, rota.LastDay), null, stop);
            if (request.ProfessionalId is { } id && loaded.Problem.People.All(p => p.Id != id.ToString()))
            {
                throw RefusedException.Of(Refusal.Invalid, RotaTexts.Of("rota.not-in-zone"));
            }

            var before = BlockingOf(rota, loaded.Problem);
            (turn.ProfessionalId, turn.IsPinned) = (request.ProfessionalId, request.ProfessionalId is not null);
            RefusedException.IfAny([.. BlockingOf(rota, loaded.Problem).ExceptBy(before.Select(Key), Key)]);
            return Nothing.More;
        }, stop);

    private static IReadOnlyList<Violation> BlockingOf(RotaRow rota, RosterProblem problem) =>
        [.. RosterChecker.Check(problem, ReadRota.RosterOf(rota, problem)).Where(v => v.Severity == Severity.Blocking)];

    private static string Key(Violation violation) => $"{violation.Code} {violation.Message}";
}

/// <param name="TurnId">Which turn.</param>
/// <param name="Version">As read.</param>
/// <param name="ProfessionalId">Who takes it; null for nobody.</param>
public sealed record TurnGiven(Guid TurnId, int Version, Guid? ProfessionalId);
