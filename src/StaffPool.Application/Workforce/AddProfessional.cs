using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Workforce;

namespace StaffPool.Application.Workforce;

/// <summary>Shares a professional through the grouping. An employer does it for its own people.</summary>
[Permits(Role.Administrator, Role.MemberRepresentative)]
[Limits("own-people", Role.MemberRepresentative)]
public sealed class AddProfessional(Work work) : IUseCase<ProfessionalDescription, Added>
{
    public Task<Added> RunAsync(Guid groupingId, ProfessionalDescription request, CancellationToken stop) =>
        work.WriteAsync(this, groupingId, scope => WriteAsync(scope, request, stop), stop);

    private static async Task<Added> WriteAsync(WorkScope scope, ProfessionalDescription request, CancellationToken stop)
    {
        request.CheckEmployer(scope.Caller);
        await scope.TakeTurnAsync(stop);
        RefusedException.IfAny(await request.AssessAsync(scope, null, stop));
        var codes = await scope.Db.Professionals.Select(p => p.Code).ToListAsync(stop);
        var row = new ProfessionalRow
        {
            Code = Codes.From(request.Name, codes.ToHashSet(StringComparer.Ordinal)), Name = "", FullTimeEquivalent = request.FullTimeEquivalent,
        };
        request.WriteTo(row);
        scope.Db.Professionals.Add(row);
        scope.Subject = row.Id;
        return new Added(row.Id);
    }
}
