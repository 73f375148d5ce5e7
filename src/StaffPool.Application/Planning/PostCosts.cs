using StaffPool.Domain.Workforce;
using StaffPool.Solver.Planning.Posts;

namespace StaffPool.Application.Planning;

/// <summary>
/// What posts are reckoned to cost a year. The defaults are round figures chosen by StaffPool to give an order of
/// magnitude, from no source: a grouping puts its own in their place.
/// </summary>
/// <param name="PerFullTimeEquivalent">Euros a year for a full-time post, all charges included, where no profession says otherwise.</param>
/// <param name="PerKilometre">Euros.</param>
/// <param name="ByProfession">Euros a year by identifier of the profession.</param>
public sealed record PostCosts(
    decimal PerFullTimeEquivalent, decimal PerKilometre, IReadOnlyDictionary<string, decimal> ByProfession)
{
    public static PostCosts Default { get; } = new(45_000, 0.40m, new Dictionary<string, decimal>(StringComparer.Ordinal));

    /// <summary>Euros a year of a full-time post of the profession.</summary>
    public decimal Of(Profession profession) => ByProfession.GetValueOrDefault(profession.Id, PerFullTimeEquivalent);

    /// <summary>Whole euros a year of a post, travel apart.</summary>
    public decimal Salary(ProposedPost post) =>
        decimal.Round(Of(post.Professional.Profession) * post.Professional.FullTimeEquivalent, MidpointRounding.AwayFromZero);

    /// <summary>Whole euros of travel.</summary>
    public decimal Travel(decimal kilometres) => decimal.Round(kilometres * PerKilometre, MidpointRounding.AwayFromZero);
}
