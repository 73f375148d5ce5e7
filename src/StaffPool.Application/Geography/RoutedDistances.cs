using StaffPool.Domain.Geography;
using StaffPool.Domain.Members;

namespace StaffPool.Application.Geography;

/// <param name="Known">One distance for each pair that has a road, in the form that a scenario takes.</param>
/// <param name="WithoutRoute">Pairs left to the great circle: the service finds no road between them.</param>
public sealed record RoutedDistances(
    IReadOnlyList<(Site From, Site To, Distance Distance)> Known, IReadOnlyList<(Site From, Site To)> WithoutRoute);
