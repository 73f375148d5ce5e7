using StaffPool.Domain.Members;

namespace StaffPool.Application.Interchange;

/// <summary>What the categories of FINESS are among our kinds of site (FINESS, nomenclature "catégories d’établissement").</summary>
internal static class FinessCategories
{
    private static readonly Dictionary<string, SiteKind> Kinds = new(StringComparer.Ordinal)
    {
        ["500"] = SiteKind.Ehpad,
        ["501"] = SiteKind.Ehpad,
        ["502"] = SiteKind.Ehpad,
        ["202"] = SiteKind.ServiceResidence,
        ["207"] = SiteKind.DayCentre,
        ["362"] = SiteKind.Usld,
        ["101"] = SiteKind.Hospital,
        ["106"] = SiteKind.Hospital,
        ["109"] = SiteKind.Hospital,
        ["114"] = SiteKind.Hospital,
        ["122"] = SiteKind.Hospital,
        ["128"] = SiteKind.Hospital,
        ["129"] = SiteKind.Hospital,
        ["292"] = SiteKind.Hospital,
        ["355"] = SiteKind.Hospital,
        ["365"] = SiteKind.Hospital,
        ["252"] = SiteKind.ResidentialHome,
        ["382"] = SiteKind.ResidentialHome,
        ["449"] = SiteKind.ResidentialHome,
        ["437"] = SiteKind.Fam,
        ["448"] = SiteKind.Fam,
        ["255"] = SiteKind.Mas,
        ["246"] = SiteKind.Esat,
        ["183"] = SiteKind.Ime,
        ["186"] = SiteKind.Itep,
        ["182"] = SiteKind.Sessad,
        ["446"] = SiteKind.Savs,
        ["445"] = SiteKind.Samsah,
        ["354"] = SiteKind.Ssiad,
        ["209"] = SiteKind.Ssiad,
    };

    public static SiteKind KindOf(string category) => Kinds.GetValueOrDefault(category, SiteKind.Other);
}
