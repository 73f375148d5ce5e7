using StaffPool.Domain.Calendar;
using StaffPool.Domain.Costs.Keys;

namespace StaffPool.Domain.Costs;

/// <summary>
/// All that decides who pays what for a period: the same for a budget (expected costs) and for the actual year, so
/// that a provision and its true-up follow one rule.
/// </summary>
public sealed record CostExercise
{
    public required Period Period { get; init; }

    public required IReadOnlyList<Contributor> Members { get; init; }

    public required IReadOnlyList<CostCentre> Centres { get; init; }

    public IReadOnlyList<MemberFact> Facts { get; init; } = [];

    public IReadOnlyList<ServiceOrder> Orders { get; init; } = [];

    /// <summary>The same with one centre changed.</summary>
    internal CostExercise WithCentre(string id, Func<CostCentre, CostCentre> change) => this with
    {
        Centres = [.. Centres.Select(c => c.Id == id ? change(c) : c)],
    };

    /// <summary>Who shares a centre in the period and for how many days, by identifier.</summary>
    internal KeyContext ContextOf(CostCentre centre) => new(
        centre.Id,
        centre.Name,
        Period,
        [
            .. from member in Members.OrderBy(m => m.MemberId, StringComparer.Ordinal)
               let present = member.DaysIn(Period)
               let subscribed = centre.Subscriptions.Count == 0
                   ? present
                   : Math.Min(present, centre.Subscriptions.Where(s => s.MemberId == member.MemberId).Sum(s => s.DaysIn(Period)))
               where subscribed > 0
               select new Participant(member.MemberId, member.Name, subscribed),
        ],
        [.. Facts.Where(f => f.CentreId is null || f.CentreId == centre.Id)],
        Orders);
}

/// <param name="MemberId">The member.</param>
/// <param name="Name">Its name, for the statements.</param>
/// <param name="From">First day in the grouping.</param>
/// <param name="Until">Last day, or null while it stays.</param>
public sealed record Contributor(string MemberId, string Name, DateOnly From, DateOnly? Until = null)
{
    /// <summary>Days of the period when it is in the grouping.</summary>
    public int DaysIn(Period period) => new Presence(MemberId, From, Until).DaysIn(period);
}
