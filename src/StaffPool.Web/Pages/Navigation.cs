using StaffPool.Application.Access;
using StaffPool.Data.Access;

namespace StaffPool.Web.Pages;

/// <summary>
/// The pages of a grouping, in the order of the menu: the one place to add one. Its title and what it is for are
/// <c>nav.&lt;path&gt;</c> and <c>nav.&lt;path&gt;.about</c> of <see cref="PageTexts"/>.
/// </summary>
public static class Navigation
{
    private static readonly Role[] Members = [Role.Administrator, Role.MemberRepresentative, Role.Auditor];
    private static readonly Role[] Staff = [Role.Administrator, Role.MemberRepresentative, Role.Coordinator, Role.Auditor];

    private static readonly NavigationEntry[] Entries =
    [
        new("besoins", Members),
        new("campagne", [Role.Administrator, Role.Coordinator, Role.Auditor]),
        new("besoins-et-effectifs", [.. Staff, Role.Funder]),
        new("plan", [.. Staff, Role.Professional]),
        new("calculs", [Role.Administrator, Role.Coordinator, Role.Auditor]),
        new("parts-et-voix", Members),
        new("assemblees", Members),
        new("couts", [.. Members, Role.Payroll, Role.Funder]),
        new("absences", [.. Staff, Role.Payroll, Role.Professional]),
        new("adherents", [.. Staff, Role.Payroll]),
        new("sites", [.. Staff, Role.Payroll]),
        new("professionnels", [.. Staff, Role.Payroll]),
        new("professions", [Role.Administrator, Role.Coordinator]),
        new("journal", [Role.Administrator, Role.Auditor]),
        new("utilisateurs", [Role.Administrator, Role.Auditor]),
    ];

    /// <summary>What a user finds in a grouping, by their roles there. It hides what is of no use: use cases refuse what is not allowed.</summary>
    public static IEnumerable<NavigationEntry> For(MyGrouping grouping) => Entries.Where(e => grouping.Has(e.Roles));
}

/// <param name="Path">After <c>/g/{code}/</c>.</param>
/// <param name="Roles">Who has a use for it.</param>
public sealed record NavigationEntry(string Path, Role[] Roles)
{
    public string Title => PageTexts.Of($"nav.{Path}").ToString();

    public string About => PageTexts.Of($"nav.{Path}.about").ToString();

    public string AddressIn(string code) => $"/g/{code}/{Path}";
}
