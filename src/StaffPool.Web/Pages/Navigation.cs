using StaffPool.Application.Access;
using StaffPool.Data.Access;

namespace StaffPool.Web.Pages;

/// <summary>
/// The pages of a grouping by topic, in the order of the menu: the one place to add one. Its title and what it is for are
/// <c>nav.&lt;path&gt;</c> and <c>nav.&lt;path&gt;.about</c> of <see cref="PageTexts"/>.
/// </summary>
public static class Navigation
{
    private static readonly Role[] Members = [Role.Administrator, Role.MemberRepresentative, Role.Auditor];
    private static readonly Role[] Staff = [Role.Administrator, Role.MemberRepresentative, Role.Coordinator, Role.Auditor];

    private static readonly NavigationEntry[] Entries =
    [
        new(Topic.Needs, "besoins", Members),
        new(Topic.Needs, "campagne", [Role.Administrator, Role.Coordinator, Role.Auditor]),
        new(Topic.Needs, "besoins-et-effectifs", [.. Staff, Role.Funder]),
        new(Topic.Planning, "plan", [.. Staff, Role.Professional]),
        new(Topic.Planning, "emplois-du-temps", Staff),
        new(Topic.Planning, "mes-demi-journees", [Role.Professional]),
        new(Topic.Planning, "calculs", [Role.Administrator, Role.Coordinator, Role.Auditor]),
        new(Topic.Replacements, "absences", [.. Staff, Role.Payroll, Role.Professional]),
        new(Topic.Replacements, "astreintes", [.. Staff, Role.Professional]),
        new(Topic.Replacements, "mes-remplacements", [Role.Professional]),
        new(Topic.Replacements, "permutations", [Role.Administrator, Role.Coordinator, Role.Professional, Role.Auditor]),
        new(Topic.Replacements, "couvrir", [Role.Administrator, Role.Coordinator]),
        new(Topic.Replacements, "propositions", [Role.Administrator, Role.Coordinator, Role.Auditor]),
        new(Topic.Replacements, "pool", Staff),
        new(Topic.Replacements, "besoins-du-pool", [Role.Administrator, Role.Coordinator, Role.Auditor, Role.Funder]),
        new(Topic.Replacements, "missions", [.. Staff, Role.Payroll, Role.Professional, Role.Funder]),
        new(Topic.Governance, "parts-et-voix", Members),
        new(Topic.Governance, "assemblees", Members),
        new(Topic.Governance, "echeances", [Role.Administrator, Role.Coordinator, Role.Auditor]),
        new(Topic.Costs, "couts", [.. Members, Role.Payroll, Role.Funder]),
        new(Topic.Grouping, "adherents", [.. Staff, Role.Payroll]),
        new(Topic.Grouping, "sites", [.. Staff, Role.Payroll]),
        new(Topic.Grouping, "professionnels", [.. Staff, Role.Payroll]),
        new(Topic.Grouping, "professions", [Role.Administrator, Role.Coordinator]),
        new(Topic.Grouping, "echanges", Members),
        new(Topic.Settings, "journal", [Role.Administrator, Role.Auditor]),
        new(Topic.Settings, "applications", [Role.Administrator, Role.Auditor]),
        new(Topic.Settings, "utilisateurs", [Role.Administrator, Role.Auditor]),
    ];

    /// <summary>What a user finds in a grouping, by their roles there. It hides what is of no use: use cases refuse what is not allowed.</summary>
    public static IEnumerable<NavigationEntry> For(MyGrouping grouping) => Entries.Where(e => grouping.Has(e.Roles));
}

/// <summary>What pages are about. Its title is <c>nav.topic.&lt;name&gt;</c> of <see cref="PageTexts"/>.</summary>
public enum Topic
{
    Needs,
    Planning,
    Replacements,
    Governance,
    Costs,
    Grouping,
    Settings,
}

/// <param name="Topic">What the page is about.</param>
/// <param name="Path">After <c>/g/{code}/</c>.</param>
/// <param name="Roles">Who has a use for it.</param>
public sealed record NavigationEntry(Topic Topic, string Path, Role[] Roles)
{
    public string Title => PageTexts.Of($"nav.{Path}").ToString();

    public string About => PageTexts.Of($"nav.{Path}.about").ToString();

    public string AddressIn(string code) => $"/g/{code}/{Path}";

    /// <summary>Whether an address is this page or one beneath it.</summary>
    public bool Holds(string? address, string code) =>
        address is not null && (address == AddressIn(code) || address.StartsWith(AddressIn(code) + "/", StringComparison.Ordinal));
}
