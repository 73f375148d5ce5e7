using Microsoft.EntityFrameworkCore;
using StaffPool.Application.Scenarios;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Governance;
using StaffPool.Domain.Rules;

namespace StaffPool.Application.Governance;

/// <summary>
/// Adds a version of the founding agreement, in force from a day on. It is held against the grouping as it is, and
/// refused with every problem.
/// </summary>
[Permits(Role.Administrator)]
public sealed class AmendAgreement(Work work, AgreementStaysValid agreement) : IUseCase<Amendment, Added>
{
    private const int MostCharacters = 1_000_000;

    public Task<Added> RunAsync(Guid groupingId, Amendment request, CancellationToken stop) =>
        work.WriteAsync(this, groupingId, scope => WriteAsync(scope, request, stop), stop);

    private async Task<Added> WriteAsync(WorkScope scope, Amendment request, CancellationToken stop)
    {
        var problems = new List<Violation>(
        [
            .. TextField.Assess("reference", request.Reference),
            .. TextField.Assess("sections", request.Sections, most: MostCharacters, hasLines: true),
        ]);
        if (await scope.Db.Agreements.AnyAsync(a => a.ValidFrom == request.ValidFrom, stop))
        {
            problems.Add(AgreementTexts.Blocking("agreement.day-taken", request.ValidFrom));
        }

        var row = new AgreementRow { ValidFrom = request.ValidFrom, Reference = request.Reference.Trim(), Sections = request.Sections };
        if (TextField.Kept(request.Sections) is not null)
        {
            var rows = await GroupingLoader.RowsAsync(scope, null, null, stop);
            problems.AddRange(agreement.Problems(rows with { Agreement = row }));
        }

        RefusedException.IfAny(problems);
        scope.Db.Agreements.Add(row);
        scope.Subject = row.Id;
        return new Added(row.Id);
    }
}

/// <param name="ValidFrom">First day in force; one version per day.</param>
/// <param name="Reference">The decision that adopts it.</param>
/// <param name="Sections">All its sections, as YAML: what is left out is no longer agreed.</param>
public sealed record Amendment(DateOnly ValidFrom, string Reference, string Sections);
