using StaffPool.Domain.Governance;
using StaffPool.Domain.Members;
using StaffPool.Domain.Planning;
using StaffPool.Domain.Workforce;

namespace StaffPool.Solver.Planning.Posts;

/// <summary>
/// What a new post looks like: the status and the working time of most professionals of the grouping, hired with every
/// qualification that its profession is asked for, agreeing to every site, employed where it is based.
/// </summary>
internal sealed class PostProfile(AllocationProblem problem)
{
    private readonly EmploymentStatus status = MostFrequent(
        problem.Grouping.Professionals.Select(p => p.Status), EmploymentStatus.CivilServant);

    private readonly WorkingTimeRuleSet workingTime = MostFrequent(
        problem.Grouping.Professionals.Select(p => p.WorkingTime), WorkingTimeRuleSet.PublicHospital);

    /// <summary>Where posts can be based: the sites of the members that employ, of all members where none does.</summary>
    public IReadOnlyList<Site> Bases { get; } = problem.Grouping.Sites.Any(s => s.Member.IsEmployer)
        ? [.. problem.Grouping.Sites.Where(s => s.Member.IsEmployer)]
        : problem.Grouping.Sites;

    /// <summary>Half-days of a tenth of a full-time post in the period, not rounded.</summary>
    public decimal HalfDaysPerTenth => workingTime.HalfDaysPerYear * problem.Period.YearFraction / 10;

    /// <summary>Whether the choice of the base can allow or forbid anything; else it only changes the kilometres.</summary>
    public bool BaseDecidesReach => problem.DistanceFromBase.Mode == LimitMode.Hard || !problem.BaseSiteCounts;

    public Professional Post(Profession profession, string id, string name, Site @base, int tenths) => new()
    {
        Id = id,
        Name = name,
        Profession = profession,
        Employer = @base.Member,
        Base = @base,
        FullTimeEquivalent = tenths / 10m,
        Status = status,
        WorkingTime = workingTime,
        Qualifications = [.. problem.Grouping.Needs
            .Where(n => n.Profession == profession)
            .SelectMany(n => n.RequiredQualifications)
            .Distinct(StringComparer.Ordinal)],
    };

    /// <summary>The same problem with these posts among its professionals.</summary>
    public static AllocationProblem With(AllocationProblem problem, IEnumerable<Professional> posts) => new(
        problem.Grouping with { Professionals = [.. problem.Grouping.Professionals, .. posts] },
        problem.Period,
        problem.Distances,
        problem.Pins,
        problem.Waivers,
        problem.PlanInForce);

    private static T MostFrequent<T>(IEnumerable<T> values, T byDefault) =>
        values.GroupBy(v => v).OrderByDescending(g => g.Count()).Select(g => g.Key).DefaultIfEmpty(byDefault).First();
}
