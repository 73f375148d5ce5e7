using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Replacements;
using StaffPool.Domain.Rules;

namespace StaffPool.Application.Replacements;

/// <summary>Records the replacement credits that funders grant a member for a year, as a number of hours; a new figure takes the place of the former.</summary>
[Permits(Role.Administrator)]
public sealed class GrantReplacementCredit(Work work) : IUseCase<ReplacementCredit, Nothing>
{
    private const decimal MostHours = 1_000_000;

    public Task<Nothing> RunAsync(Guid groupingId, ReplacementCredit request, CancellationToken stop) => work.WriteAsync(
        this,
        groupingId,
        async scope =>
        {
            WorkScope.Found(await scope.Db.Members.AsNoTracking().SingleOrDefaultAsync(m => m.Id == request.MemberId, stop), "not-found.member");
            RefusedException.IfAny(Assess(request));
            var row = await scope.Db.ReplacementCredits.SingleOrDefaultAsync(c => c.MemberId == request.MemberId && c.Year == request.Year, stop);
            if (row is null)
            {
                row = new ReplacementCreditRow { MemberId = request.MemberId, Year = request.Year, Reference = request.Reference.Trim() };
                scope.Db.ReplacementCredits.Add(row);
            }

            (row.Hours, row.Reference) = (request.Hours, request.Reference.Trim());
            scope.Subject = row.Id;
            return Nothing.More;
        },
        stop);

    private static IEnumerable<Violation> Assess(ReplacementCredit request)
    {
        if (request.Hours is < 0 or > MostHours || request.Year is < 2000 or > 2099)
        {
            yield return CoverTexts.Blocking("credit.hours", MostHours);
        }

        foreach (var problem in TextField.Assess("reference", request.Reference))
        {
            yield return problem;
        }
    }
}

/// <param name="MemberId">To whom.</param>
/// <param name="Year">For which year.</param>
/// <param name="Hours">How many.</param>
/// <param name="Reference">Decision of the funder.</param>
public sealed record ReplacementCredit(Guid MemberId, int Year, decimal Hours, string Reference);
