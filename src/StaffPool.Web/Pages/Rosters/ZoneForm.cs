using StaffPool.Application.Members;
using StaffPool.Application.Workforce;

namespace StaffPool.Web.Pages.Rosters;

/// <summary>The fields of a zone, shared by the page that makes one and the page that changes one.</summary>
/// <param name="Input">What is typed.</param>
/// <param name="Sites">To choose from.</param>
/// <param name="People">To choose from.</param>
public sealed record ZoneForm(ZoneInput Input, IReadOnlyList<SiteView> Sites, IReadOnlyList<ProfessionalView> People);
