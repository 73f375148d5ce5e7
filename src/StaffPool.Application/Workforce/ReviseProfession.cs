using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;

namespace StaffPool.Application.Workforce;

/// <summary>Changes the name or the service of a profession.</summary>
[Permits(Role.Administrator)]
public sealed class ReviseProfession(Work work) : IUseCase<ProfessionRevision, Nothing>
{
    public Task<Nothing> RunAsync(Guid groupingId, ProfessionRevision request, CancellationToken stop) =>
        work.WriteAsync(this, groupingId, scope => WriteAsync(scope, request, stop), stop);

    private static async Task<Nothing> WriteAsync(WorkScope scope, ProfessionRevision request, CancellationToken stop)
    {
        await scope.TakeTurnAsync(stop);
        var professions = await scope.Db.Professions.ToListAsync(stop);
        var row = WorkScope.Found(professions.Find(p => p.Id == request.ProfessionId), "not-found.profession");
        scope.Expect(row, request.Version);
        RefusedException.IfAny(request.Profession.Assess(Names.Of(professions.Where(p => p != row), p => p.Name).Contains));
        request.Profession.WriteTo(row);
        return Nothing.More;
    }
}

/// <param name="ProfessionId">The profession.</param>
/// <param name="Version">As read.</param>
/// <param name="Profession">What it is from now on.</param>
public sealed record ProfessionRevision(Guid ProfessionId, int Version, ProfessionDescription Profession);
