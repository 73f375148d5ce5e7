using StaffPool.Application.Scenarios;
using StaffPool.Application.UseCases;
using StaffPool.Domain.Rules;

namespace StaffPool.Application.Governance;

/// <summary>
/// Refuses a removal after which the agreement in force would speak of something that is no longer there: its text names
/// members and sites by their identifiers, which no reference of the database holds.
/// </summary>
public sealed class AgreementStaysValid(IScenarioFormat format)
{
    /// <param name="scope">The grouping, as it is before the change.</param>
    /// <param name="change">What it would be.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="RefusedException">The change breaks the agreement; with every problem.</exception>
    public async Task CheckAsync(WorkScope scope, Func<GroupingRows, GroupingRows> change, CancellationToken stop)
    {
        var rows = await GroupingLoader.RowsAsync(scope, null, null, stop);
        if (Problems(change(rows)) is { Count: > 0 } problems && Problems(rows).Count == 0)
        {
            throw new RefusedException(Refusal.Invalid, problems);
        }
    }

    /// <summary>What keeps the rows from being a valid grouping.</summary>
    public IReadOnlyList<Violation> Problems(GroupingRows rows)
    {
        try
        {
            format.Read(rows);
            return [];
        }
        catch (RefusedException refused)
        {
            return refused.Reasons;
        }
    }
}
