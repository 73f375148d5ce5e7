using StaffPool.Application.UseCases;
using StaffPool.Data.Members;
using StaffPool.Domain.Geography;
using StaffPool.Domain.Members;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Workforce;

namespace StaffPool.Application.Members;

/// <param name="Name">Unlike that of every other site.</param>
/// <param name="MemberId">Whose it is.</param>
/// <param name="Place">Where.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Places">Authorised places, where known.</param>
/// <param name="OpeningDaysPerYear">1 to 365.</param>
/// <param name="OpeningDaysPerWeek">1 to 7.</param>
/// <param name="AcceptedStatuses">Statuses of the staff that it can host, at least one.</param>
public sealed record SiteDescription(
    string Name,
    Guid MemberId,
    Place Place,
    SiteKind Kind,
    int? Places,
    int OpeningDaysPerYear,
    int OpeningDaysPerWeek,
    IReadOnlyList<EmploymentStatus> AcceptedStatuses)
{
    private const int MostPlaces = 100_000;

    // A year has parts of 53 weeks.
    private const int MostWeeks = 53;

    /// <param name="members">Members of the grouping.</param>
    /// <param name="others">The other sites.</param>
    /// <returns>The commune.</returns>
    /// <exception cref="RefusedException">With every problem.</exception>
    internal Commune Check(IEnumerable<MemberRow> members, IEnumerable<SiteRow> others)
    {
        var problems = new List<Violation>();
        var commune = Assess(Names.Of(others, s => s.Name).Contains, id => members.Any(m => m.Id == id), problems);
        RefusedException.IfAny(problems);
        return commune!;
    }

    /// <param name="isTaken">Whether another site has a name.</param>
    /// <param name="isMember">Whether it is the key of a member.</param>
    /// <param name="problems">Added to.</param>
    /// <returns>The commune; null where it is among the problems.</returns>
    internal Commune? Assess(Func<string, bool> isTaken, Func<Guid, bool> isMember, List<Violation> problems)
    {
        problems.AddRange(TextField.Assess("name", Name));
        if (TextField.Kept(Name) is { } name && isTaken(name))
        {
            problems.Add(MemberTexts.Blocking("site.name-taken", name));
        }

        if (!isMember(MemberId))
        {
            problems.Add(UseCaseTexts.Blocking("not-found.member"));
        }

        var commune = Place.Find(problems);
        if (!Enum.IsDefined(Kind))
        {
            problems.Add(MemberTexts.Blocking("site.kind"));
        }

        if (Places is < 0 or > MostPlaces)
        {
            problems.Add(MemberTexts.Blocking("site.places", MostPlaces, Places));
        }

        if (OpeningDaysPerYear is < 1 or > 365 || OpeningDaysPerWeek is < 1 or > 7 || OpeningDaysPerYear > OpeningDaysPerWeek * MostWeeks)
        {
            problems.Add(MemberTexts.Blocking("site.opening", OpeningDaysPerYear, OpeningDaysPerWeek));
        }

        if (AcceptedStatuses.Count == 0 || !AcceptedStatuses.All(Enum.IsDefined))
        {
            problems.Add(MemberTexts.Blocking("site.statuses"));
        }

        return commune;
    }

    internal void WriteTo(SiteRow row, Commune commune)
    {
        (row.Name, row.MemberId, row.Kind, row.Places) = (Name.Trim(), MemberId, Kind, Places);
        (row.InseeCode, row.Latitude, row.Longitude) = (commune.InseeCode, Place.Latitude, Place.Longitude);
        (row.OpeningDaysPerYear, row.OpeningDaysPerWeek) = (OpeningDaysPerYear, OpeningDaysPerWeek);
        row.AcceptedStatuses = [.. AcceptedStatuses.Distinct().Order()];
    }
}
