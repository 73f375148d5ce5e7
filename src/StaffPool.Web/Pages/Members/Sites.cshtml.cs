using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using StaffPool.Application.Members;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Domain.Members;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Workforce;

namespace StaffPool.Web.Pages.Members;

/// <summary>The sites of all members; the administrator adds, changes and removes them.</summary>
public sealed class SitesModel(ListSites list, ListMembers members, AddSite add, ReviseSite revise, RemoveSite remove) : GroupingPage
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>Site that is changed; null for a new one.</summary>
    [BindProperty(Name = "site", SupportsGet = true)]
    public Guid? ChangedId { get; set; }

    [BindProperty]
    public SiteInput Input { get; set; } = new();

    public IReadOnlyList<SiteView> Sites { get; private set; } = [];

    public IReadOnlyList<MemberView> Members { get; private set; } = [];

    public bool MayChange => Grouping.Has(Role.Administrator);

    protected override async Task<IActionResult?> LoadAsync(CancellationToken stop)
    {
        Sites = await list.RunAsync(Grouping.Id, Nothing.More, stop);
        Members = MayChange ? await members.RunAsync(Grouping.Id, Nothing.More, stop) : [];
        if (IsRedrawn)
        {
            return null;
        }

        Input.Statuses = [.. Enum.GetValues<EmploymentStatus>()];
        if (ChangedId is { } id)
        {
            if (Sites.FirstOrDefault(s => s.Id == id) is not { } site)
            {
                return NotFound();
            }

            Input = SiteInput.Of(site);
        }

        return null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var problems = new List<Violation>();
        var site = Input.Read(problems);
        if (problems.Count > 0)
        {
            return await RefuseAsync(problems, stop);
        }

        if (ChangedId is { } id)
        {
            await revise.RunAsync(Grouping.Id, new SiteRevision(id, Input.Version, site), stop);
        }
        else
        {
            await add.RunAsync(Grouping.Id, site, stop);
        }

        Notice = MemberPageTexts.Of("saved", site.Name.Trim()).ToString();
        return RedirectToPage(new { site = (Guid?)null });
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, int version, CancellationToken stop)
    {
        await remove.RunAsync(Grouping.Id, new Removal(id, version), stop);
        Notice = MemberPageTexts.Of("removed").ToString();
        return RedirectToPage(new { site = (Guid?)null });
    }

    public sealed class SiteInput
    {
        public int Version { get; set; }

        public string? Name { get; set; }

        public Guid MemberId { get; set; }

        public string? Commune { get; set; }

        public string? PostalCode { get; set; }

        /// <summary>Degrees as typed: a comma or a point, and perhaps a sign.</summary>
        public string? Latitude { get; set; }

        public string? Longitude { get; set; }

        public SiteKind Kind { get; set; }

        public int? Places { get; set; }

        public int DaysPerYear { get; set; } = 365;

        public int DaysPerWeek { get; set; } = 7;

        /// <summary>None where none is checked: the binder must not find a default here.</summary>
        public List<EmploymentStatus> Statuses { get; set; } = [];

        /// <summary>The commune as it was read: it stays the one of the site while its name is not changed.</summary>
        public string? InseeCode { get; set; }

        public string? KnownCommune { get; set; }

        public static SiteInput Of(SiteView site) => new()
        {
            Version = site.Version,
            Name = site.Name,
            MemberId = site.MemberId,
            Commune = site.CommuneName,
            KnownCommune = site.CommuneName,
            InseeCode = site.InseeCode,
            Latitude = site.Latitude?.ToString(French),
            Longitude = site.Longitude?.ToString(French),
            Kind = site.Kind,
            Places = site.Places,
            DaysPerYear = site.OpeningDaysPerYear,
            DaysPerWeek = site.OpeningDaysPerWeek,
            Statuses = [.. site.AcceptedStatuses],
        };

        public SiteDescription Read(List<Violation> problems)
        {
            var isSameCommune = string.IsNullOrWhiteSpace(PostalCode) && string.Equals(Commune?.Trim(), KnownCommune, StringComparison.Ordinal);
            var place = new Place(isSameCommune ? InseeCode : null, Commune, PostalCode, Degrees(Latitude, problems), Degrees(Longitude, problems));
            return new SiteDescription(Name ?? "", MemberId, place, Kind, Places, DaysPerYear, DaysPerWeek, Statuses);
        }

        private static double? Degrees(string? typed, List<Violation> problems)
        {
            if (string.IsNullOrWhiteSpace(typed))
            {
                return null;
            }

            if (double.TryParse(typed.Trim().Replace('.', ','), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, French, out var degrees))
            {
                return degrees;
            }

            problems.Add(new Violation("site.degrees", Severity.Blocking, MemberPageTexts.Of("unreadable", typed), [], null));
            return null;
        }
    }
}
