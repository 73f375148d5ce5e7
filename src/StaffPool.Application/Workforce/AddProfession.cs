using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Workforce;

namespace StaffPool.Application.Workforce;

/// <summary>Adds a profession that members can ask for.</summary>
[Permits(Role.Administrator)]
public sealed class AddProfession(Work work) : IUseCase<ProfessionDescription, Added>
{
    public Task<Added> RunAsync(Guid groupingId, ProfessionDescription request, CancellationToken stop) =>
        work.WriteAsync(this, groupingId, scope => WriteAsync(scope, request, stop), stop);

    private static async Task<Added> WriteAsync(WorkScope scope, ProfessionDescription request, CancellationToken stop)
    {
        await scope.TakeTurnAsync(stop);
        var professions = await scope.Db.Professions.AsNoTracking().ToListAsync(stop);
        RefusedException.IfAny(request.Assess(Names.Of(professions, p => p.Name).Contains));
        var row = new ProfessionRow
        {
            Code = Codes.From(request.Name, professions.Select(p => p.Code).ToHashSet(StringComparer.Ordinal)), Name = "",
        };
        request.WriteTo(row);
        scope.Db.Professions.Add(row);
        scope.Subject = row.Id;
        return new Added(row.Id);
    }
}
