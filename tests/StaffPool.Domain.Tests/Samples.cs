using StaffPool.Domain.Geography;
using StaffPool.Domain.Members;
using StaffPool.Domain.Workforce;

namespace StaffPool.Domain.Tests;

/// <summary>One of each, for tests that need some.</summary>
internal static class Samples
{
    public static Member Member { get; } =
        new() { Id = "member", Name = "Membre", Kind = MemberKind.PublicEstablishment, IsEmployer = true };

    public static Profession Profession { get; } = new() { Id = "ergotherapeute", Name = "Ergothérapeute" };

    public static Site Site(string id, GeoPoint? location = null) => new()
    {
        Id = id,
        Name = id,
        Member = Member,
        Commune = new Commune("80585", "Nesle", ["80190"], new GeoPoint(49.7588, 2.9165)),
        Location = location ?? new GeoPoint(49.7588, 2.9165),
        Kind = SiteKind.Ehpad,
    };

    public static Professional Professional(decimal fte, int reserved = 0) => new()
    {
        Id = "ergo-1",
        Name = "Ergothérapeute 1",
        Profession = Profession,
        Employer = Member,
        Base = Site("base"),
        FullTimeEquivalent = fte,
        ReservedHalfDaysPerYear = reserved,
    };
}
