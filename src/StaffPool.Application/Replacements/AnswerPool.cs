using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Replacements;

namespace StaffPool.Application.Replacements;

/// <summary>Says whether, and how, one wants to be written to about replacements: nobody is unless they choose a channel themselves.</summary>
[Permits(Role.Professional)]
[Limits("oneself", Role.Professional)]
public sealed class AnswerPool(Work work) : IUseCase<PoolAnswerOf, Nothing>
{
    public Task<Nothing> RunAsync(Guid groupingId, PoolAnswerOf request, CancellationToken stop) => work.WriteAsync(
        this,
        groupingId,
        async scope =>
        {
            if (!scope.Caller.Professionals.Contains(request.ProfessionalId))
            {
                throw RefusedException.Of(Refusal.NotFound, UseCaseTexts.Of("not-found.professional"));
            }

            RefusedException.IfAny(request.Answer.Assess());
            request.Answer.WriteTo(await PoolProfiles.TakeAsync(scope, request.ProfessionalId, request.Version, stop));
            return Nothing.More;
        },
        stop);
}

/// <param name="ProfessionalId">Who answers.</param>
/// <param name="Version">As read; 0 for a first answer.</param>
/// <param name="Answer">What they say.</param>
public sealed record PoolAnswerOf(Guid ProfessionalId, int Version, PoolAnswer Answer);

internal static class PoolProfiles
{
    /// <summary>The profile of somebody, to be changed; a new one where there is none.</summary>
    public static async Task<PoolProfileRow> TakeAsync(WorkScope scope, Guid professionalId, int version, CancellationToken stop)
    {
        var row = await scope.Db.PoolProfiles.SingleOrDefaultAsync(p => p.ProfessionalId == professionalId, stop);
        if (row is null)
        {
            row = new PoolProfileRow { ProfessionalId = professionalId, Version = 0 };
            scope.Db.PoolProfiles.Add(row);
        }

        return scope.Expect(row, version);
    }
}
