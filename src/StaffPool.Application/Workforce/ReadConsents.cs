using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Workforce;

namespace StaffPool.Application.Workforce;

/// <summary>Where a professional agrees to work, and would rather or rather not: every site, by name.</summary>
[Permits(Role.Administrator, Role.MemberRepresentative, Role.Coordinator, Role.Professional, Role.Auditor)]
[Limits("own-people", Role.MemberRepresentative)]
[Limits("oneself", Role.Professional)]
public sealed class ReadConsents(Work work) : IUseCase<ConsentsOf, ConsentsView>
{
    public Task<ConsentsView> RunAsync(Guid groupingId, ConsentsOf request, CancellationToken stop) =>
        work.ReadAsync(this, groupingId, scope => ReadAsync(scope, request, stop), stop);

    private static async Task<ConsentsView> ReadAsync(WorkScope scope, ConsentsOf request, CancellationToken stop)
    {
        var db = scope.Db;
        var professional = WorkScope.Found(
            await db.Professionals.Include(p => p.SiteAnswers).SingleOrDefaultAsync(p => p.Id == request.ProfessionalId, stop), "not-found.professional");
        PeopleAccess.Check(
            scope.Caller, professional,
            employers: [Role.MemberRepresentative], anybodys: [Role.Administrator, Role.Coordinator, Role.Auditor], oneself: true);
        var answers = professional.SiteAnswers.ToDictionary(a => a.SiteId);
        var sites = await db.Sites.OrderBy(s => s.Name).Select(s => new { s.Id, s.Name, MemberName = s.Member!.Name }).ToListAsync(stop);
        return new ConsentsView(
            professional.Id,
            professional.Name,
            professional.ConsentsToNamedSitesOnly,
            professional.ConsentNotRequiredBecause,
            [.. sites.Select(s =>
            {
                var answer = answers.GetValueOrDefault(s.Id);
                var consent = answer?.Consent ?? SiteConsent.Unsaid;
                return new SiteConsentView(
                    s.Id, s.Name, s.MemberName, answer?.Version ?? 0, consent, answer?.Preference ?? SitePreference.None,
                    IsAllowed(professional, consent));
            })]);
    }

    // As Domain.Workforce.Consent.Allows says it, of one site.
    private static bool IsAllowed(ProfessionalRow professional, SiteConsent consent) => consent switch
    {
        _ when professional.ConsentNotRequiredBecause is not null => true,
        SiteConsent.Refused => false,
        SiteConsent.Granted => true,
        _ => !professional.ConsentsToNamedSitesOnly,
    };
}

/// <param name="ProfessionalId">Whose.</param>
public sealed record ConsentsOf(Guid ProfessionalId);

/// <param name="ProfessionalId">Who.</param>
/// <param name="Name">As shown.</param>
/// <param name="ToNamedSitesOnly">Whether silence means no.</param>
/// <param name="NotRequiredBecause">The text that makes consent unnecessary, or null.</param>
/// <param name="Sites">Every site of the grouping.</param>
public sealed record ConsentsView(
    Guid ProfessionalId, string Name, bool ToNamedSitesOnly, string? NotRequiredBecause, IReadOnlyList<SiteConsentView> Sites);

/// <param name="SiteId">The site.</param>
/// <param name="SiteName">As shown.</param>
/// <param name="MemberName">Whose site it is.</param>
/// <param name="Version">To send back with a change; 0 while nothing was answered.</param>
/// <param name="Consent">What was answered.</param>
/// <param name="Preference">Whether it is liked.</param>
/// <param name="IsAllowed">Whether the planner may send the professional there.</param>
public sealed record SiteConsentView(
    Guid SiteId, string SiteName, string MemberName, int Version, SiteConsent Consent, SitePreference Preference, bool IsAllowed);
