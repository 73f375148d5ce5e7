using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Workforce;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Workforce;

namespace StaffPool.Application.Workforce;

/// <summary>What is said of a shared professional: see <see cref="ProfessionalRow"/>.</summary>
/// <param name="Name">Unlike that of every other professional.</param>
/// <param name="ProfessionId">Of which profession.</param>
/// <param name="EmployerId">An employer among the members.</param>
/// <param name="BaseId">Site from which kilometres are counted.</param>
/// <param name="FullTimeEquivalent">From 0.01 to 1.</param>
/// <param name="WorkingTime">Identifier of the working-time rule set, or null for that of the public hospital.</param>
/// <param name="Status">Of employment.</param>
/// <param name="ReferentManager">By name or function, or null.</param>
/// <param name="Qualifications">Beyond the profession.</param>
/// <param name="ReservedHalfDaysPerYear">0 to 1,000.</param>
/// <param name="ConsentsToNamedSitesOnly">Whether silence on a site means no.</param>
/// <param name="ConsentNotRequiredBecause">The text that makes consent unnecessary, or null.</param>
public sealed record ProfessionalDescription(
    string Name,
    Guid ProfessionId,
    Guid EmployerId,
    Guid BaseId,
    decimal FullTimeEquivalent,
    string? WorkingTime,
    EmploymentStatus Status,
    string? ReferentManager,
    IReadOnlyList<string> Qualifications,
    int ReservedHalfDaysPerYear,
    bool ConsentsToNamedSitesOnly,
    string? ConsentNotRequiredBecause)
{
    private const decimal LeastFullTimeEquivalent = 0.01m;
    private const int MostReserved = 1000;
    private const int MostQualifications = 30;

    /// <exception cref="RefusedException">The employer is not the caller's to hire for.</exception>
    internal void CheckEmployer(Caller caller)
    {
        if (!PeopleAccess.IsEmployer(caller, EmployerId))
        {
            throw RefusedException.Of(Refusal.NotPermitted, WorkforceTexts.Of("professional.not-your-member"));
        }
    }

    /// <param name="scope">The grouping.</param>
    /// <param name="except">The professional that is revised, or null.</param>
    /// <param name="stop">Gives up.</param>
    internal async Task<IReadOnlyList<Violation>> AssessAsync(WorkScope scope, Guid? except, CancellationToken stop)
    {
        var db = scope.Db;
        var others = await db.Professionals.AsNoTracking().Where(p => p.Id != except).Select(p => p.Name).ToListAsync(stop);
        return [.. Assess(await KnownToStaff.LoadAsync(db, stop), Names.Of(others, n => n).Contains)];
    }

    /// <param name="known">What it may refer to.</param>
    /// <param name="isTaken">Whether another professional has a name.</param>
    internal IEnumerable<Violation> Assess(KnownToStaff known, Func<string, bool> isTaken)
    {
        var problems = new List<Violation>(OwnProblems());
        if (TextField.Kept(Name) is { } name && isTaken(name))
        {
            problems.Add(WorkforceTexts.Blocking("professional.name-taken", name));
        }

        if (!known.IsProfession(ProfessionId))
        {
            problems.Add(UseCaseTexts.Blocking("not-found.profession"));
        }

        if (known.Member(EmployerId) is not { IsEmployer: true })
        {
            problems.Add(known.Member(EmployerId) is { Name: var other }
                ? WorkforceTexts.Blocking("professional.not-employer", other)
                : UseCaseTexts.Blocking("not-found.member"));
        }

        if (!known.IsSite(BaseId))
        {
            problems.Add(UseCaseTexts.Blocking("not-found.site"));
        }

        if (TextField.Kept(WorkingTime) is { } time && WorkingTimeRuleSet.Known.All(t => t.Id != time) && !known.WorkingTimes.Contains(time))
        {
            problems.Add(WorkforceTexts.Blocking("professional.working-time", time));
        }

        return problems;
    }

    internal void WriteTo(ProfessionalRow row)
    {
        (row.Name, row.ProfessionId, row.EmployerId, row.BaseId) = (Name.Trim(), ProfessionId, EmployerId, BaseId);
        (row.FullTimeEquivalent, row.WorkingTime, row.Status) = (FullTimeEquivalent, TextField.Kept(WorkingTime), Status);
        (row.ReferentManager, row.ReservedHalfDaysPerYear) = (TextField.Kept(ReferentManager), ReservedHalfDaysPerYear);
        row.Qualifications = [.. Qualifications.Select(q => q.Trim()).Distinct(StringComparer.Ordinal)];
        (row.ConsentsToNamedSitesOnly, row.ConsentNotRequiredBecause) = (ConsentsToNamedSitesOnly, TextField.Kept(ConsentNotRequiredBecause));
    }

    private IEnumerable<Violation> OwnProblems()
    {
        foreach (var problem in TextField.Assess("name", Name)
            .Concat(TextField.Assess("referent_manager", ReferentManager, isRequired: false))
            .Concat(TextField.Assess("consent_not_required_because", ConsentNotRequiredBecause, isRequired: false))
            .Concat(Qualifications.SelectMany(q => TextField.Assess("qualifications", q))))
        {
            yield return problem;
        }

        if (FullTimeEquivalent is < LeastFullTimeEquivalent or > 1)
        {
            yield return WorkforceTexts.Blocking("professional.fte", LeastFullTimeEquivalent, FullTimeEquivalent);
        }

        if (!Enum.IsDefined(Status))
        {
            yield return WorkforceTexts.Blocking("professional.status");
        }

        if (ReservedHalfDaysPerYear is < 0 or > MostReserved)
        {
            yield return WorkforceTexts.Blocking("professional.reserved", MostReserved, ReservedHalfDaysPerYear);
        }

        if (Qualifications.Count > MostQualifications)
        {
            yield return WorkforceTexts.Blocking("professional.qualifications", MostQualifications);
        }
    }
}
