using StaffPool.Domain.Planning;

namespace StaffPool.Application.Planning;

/// <summary>Road travel of a plan over the period.</summary>
/// <param name="Metres">Of everybody, both ways.</param>
/// <param name="ByProfessional">Those who travel, the farthest first.</param>
public sealed record Travel(long Metres, IReadOnlyList<WhoGoesWhere> ByProfessional)
{
    public decimal Kilometres => Metres / 1000m;

    public static Travel Of(AllocationProblem problem, AllocationPlan plan)
    {
        var people = WhoGoesWhere.All(problem, plan);
        return new Travel(people.Sum(p => p.Metres), [.. people.Where(p => p.Metres > 0).OrderByDescending(p => p.Metres)]);
    }
}
