using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Workforce;
using StaffPool.Domain.Rules;

namespace StaffPool.Application.Workforce;

/// <summary>
/// Records what a professional answers about one site. The administrator or the employer may do it on their behalf: the
/// audit log says who did.
/// </summary>
[Permits(Role.Administrator, Role.MemberRepresentative, Role.Professional)]
[Limits("own-people", Role.MemberRepresentative)]
[Limits("oneself", Role.Professional)]
public sealed class AnswerForSite(Work work) : IUseCase<SiteAnswer, AnswerSaved>
{
    public Task<AnswerSaved> RunAsync(Guid groupingId, SiteAnswer request, CancellationToken stop) =>
        work.WriteAsync(this, groupingId, scope => WriteAsync(scope, request, stop), stop);

    private static async Task<AnswerSaved> WriteAsync(WorkScope scope, SiteAnswer request, CancellationToken stop)
    {
        var db = scope.Db;
        var professional = WorkScope.Found(
            await db.Professionals.AsNoTracking().SingleOrDefaultAsync(p => p.Id == request.ProfessionalId, stop), "not-found.professional");
        PeopleAccess.Check(scope.Caller, professional, employers: [Role.MemberRepresentative], anybodys: [Role.Administrator], oneself: true);
        var site = WorkScope.Found(await db.Sites.AsNoTracking().SingleOrDefaultAsync(s => s.Id == request.SiteId, stop), "not-found.site");
        RefusedException.IfAny(Assess(request, site.Name));
        var row = await db.SiteAnswers.SingleOrDefaultAsync(a => a.ProfessionalId == professional.Id && a.SiteId == site.Id, stop);
        if (row is null)
        {
            row = new SiteAnswerRow { ProfessionalId = professional.Id, SiteId = site.Id, Version = 0 };
            db.SiteAnswers.Add(row);
        }

        scope.Expect(row, request.Version);
        var changes = row.Version == 0 || row.Consent != request.Consent || row.Preference != request.Preference;
        (row.Consent, row.Preference) = (request.Consent, request.Preference);
        return new AnswerSaved(request.Version + (changes ? 1 : 0));
    }

    private static IEnumerable<Violation> Assess(SiteAnswer request, string site)
    {
        if (!Enum.IsDefined(request.Consent) || !Enum.IsDefined(request.Preference))
        {
            yield return WorkforceTexts.Blocking("answer.unknown", site);
        }

        if (request is { Consent: SiteConsent.Refused, Preference: SitePreference.Preferred })
        {
            yield return WorkforceTexts.Blocking("answer.contradiction", site);
        }
    }
}

/// <param name="ProfessionalId">Who answers, or for whom.</param>
/// <param name="SiteId">About which site.</param>
/// <param name="Version">As read; 0 for a first answer.</param>
/// <param name="Consent">Agrees, refuses, or says nothing.</param>
/// <param name="Preference">Whether the site is liked.</param>
public sealed record SiteAnswer(Guid ProfessionalId, Guid SiteId, int Version, SiteConsent Consent, SitePreference Preference);

/// <param name="Version">For the next change.</param>
public sealed record AnswerSaved(int Version);
