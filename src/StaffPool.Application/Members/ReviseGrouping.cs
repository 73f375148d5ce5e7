using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;

namespace StaffPool.Application.Members;

/// <summary>Changes what a grouping is called.</summary>
[Permits(Role.Administrator)]
public sealed class ReviseGrouping(Work work) : IUseCase<GroupingRevision, Nothing>
{
    public Task<Nothing> RunAsync(Guid groupingId, GroupingRevision request, CancellationToken stop) =>
        work.WriteAsync(this, groupingId, scope => WriteAsync(scope, request, stop), stop);

    private static async Task<Nothing> WriteAsync(WorkScope scope, GroupingRevision request, CancellationToken stop)
    {
        RefusedException.IfAny([.. TextField.Assess("name", request.Name), .. TextField.Assess("title", request.Title)]);
        var grouping = scope.Expect(await scope.Db.Groupings.SingleAsync(stop), request.Version);
        (grouping.Name, grouping.Title) = (request.Name.Trim(), request.Title.Trim());
        return Nothing.More;
    }
}

/// <param name="Version">As read.</param>
/// <param name="Name">Its name.</param>
/// <param name="Title">One line for the reader.</param>
public sealed record GroupingRevision(int Version, string Name, string Title);
