using Microsoft.EntityFrameworkCore;
using StaffPool.Application.Access;
using StaffPool.Application.UseCases;
using StaffPool.Data.Replacements;

namespace StaffPool.Application.Replacements;

/// <summary>Who answers an offer: whoever holds the link, for whom the service acts, or a professional who is signed in.</summary>
/// <param name="Token">Of the link; null for who is signed in.</param>
/// <param name="SolicitationId">Which one; null with a link.</param>
public sealed record OfferAnswer(string? Token, Guid? SolicitationId)
{
    /// <exception cref="RefusedException">There is none, or it is somebody else's.</exception>
    internal async Task<SolicitationRow> FindAsync(WorkScope scope, CancellationToken stop)
    {
        var hash = Token is null ? null : OneTimeToken.HashOf(Token);
        var solicitation = WorkScope.Found(
            await scope.Db.Solicitations
                .Include(s => s.Professional).ThenInclude(p => p!.Employer)
                .Include(s => s.Offer).ThenInclude(o => o!.Duties)
                .Include(s => s.Offer).ThenInclude(o => o!.Site).ThenInclude(s => s!.Member)
                .SingleOrDefaultAsync(s => hash != null ? s.TokenHash == hash : s.Id == SolicitationId && s.SentAt != null, stop),
            "not-found.solicitation");
        return scope.Caller.IsOperator || scope.Caller.Professionals.Contains(solicitation.ProfessionalId)
            ? solicitation
            : throw RefusedException.Of(Refusal.NotFound, UseCaseTexts.Of("not-found.solicitation"));
    }
}
