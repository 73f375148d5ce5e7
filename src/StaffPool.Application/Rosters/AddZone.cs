using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Rosters;

namespace StaffPool.Application.Rosters;

/// <summary>Makes a zone of sites that share nights or somebody on call.</summary>
[Permits(Role.Administrator, Role.Coordinator)]
public sealed class AddZone(Work work) : IUseCase<ZoneDescription, Added>
{
    public Task<Added> RunAsync(Guid groupingId, ZoneDescription request, CancellationToken stop) =>
        work.WriteAsync(this, groupingId, async scope =>
        {
            await scope.TakeTurnAsync(stop);
            await request.CheckAsync(scope, null, stop);
            var row = new ZoneRow { Name = "" };
            request.WriteTo(row);
            scope.Db.Zones.Add(row);
            scope.Subject = row.Id;
            return new Added(row.Id);
        }, stop);
}
