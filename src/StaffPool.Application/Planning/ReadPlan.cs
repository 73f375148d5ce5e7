using StaffPool.Application.Scenarios;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Planning;
using StaffPool.Domain.Planning;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Texts;

namespace StaffPool.Application.Planning;

/// <summary>One plan as it stands: who goes where, what is served, what is not and why, and every rule that it breaks.</summary>
[Permits(Role.Administrator, Role.MemberRepresentative, Role.Coordinator, Role.Auditor)]
[Limits("no-draft-plans", Role.MemberRepresentative)]
public sealed class ReadPlan(Work work, GroupingLoader loader) : IUseCase<Guid, PlanView>
{
    public Task<PlanView> RunAsync(Guid groupingId, Guid request, CancellationToken stop) =>
        work.ReadAsync(this, groupingId, async scope =>
        {
            var stored = await StoredPlan.LoadAsync(loader, scope, request, stop);
            if (stored.Row.Status == PlanStatus.Draft && !scope.Caller.Is(Role.Administrator, Role.Coordinator, Role.Auditor))
            {
                throw RefusedException.Of(Refusal.NotFound, UseCaseTexts.Of("not-found.plan"));
            }

            return ViewOf(stored);
        }, stop);

    private static PlanView ViewOf(StoredPlan stored)
    {
        var (problem, plan) = stored.Answered;
        var rows = stored.Loaded.Rows;
        var notes = PlanNotes.Read(stored.Row.Document);
        var people = rows.Professionals.ToDictionary(p => p.Code, StringComparer.Ordinal);
        var sites = rows.Sites.ToDictionary(s => s.Code, s => s.Id, StringComparer.Ordinal);
        var professions = rows.Professions.ToDictionary(p => p.Code, p => p.Id, StringComparer.Ordinal);
        var needs = rows.NeedKeys().ToDictionary(n => n.Value, n => n.Key);
        var cells = rows.PlanInForce!.Assignments.ToDictionary(a => (a.ProfessionalId, a.NeedId));
        return new PlanView(
            PlanHead.Of(stored.Row),
            rows.Campaign!.Id,
            PlanChecker.Check(problem, plan),
            NeedsServedByGroup.Whole(problem, plan),
            NeedsServedByGroup.ByProfession(problem, plan),
            NeedsServedByGroup.ByMember(problem, plan),
            [.. WhoGoesWhere.All(problem, plan).Select(w => new PersonLine(
                people[w.Professional.Id].Id,
                w.Professional.Name,
                professions[w.Professional.Profession.Id],
                w.Professional.Profession.Name,
                w.Capacity,
                w.HalfDays,
                w.Load,
                w.Metres,
                [.. plan.Of(w.Professional).Select(a => Cell(w.Professional.Id, a))]))],
            [.. NeedServed.All(problem, plan).Select(n => NeedOf(n))],
            notes is null ? null : new PlanQuality(notes.Aims, notes.Engines, notes.Seconds, notes.Rules));

        CellLine Cell(string professional, Assignment assignment)
        {
            var need = needs[(assignment.Site.Id, assignment.Need.Profession.Id)];
            return new CellLine(need, sites[assignment.Site.Id], assignment.Site.Name, assignment.HalfDays, cells[(people[professional].Id, need)].IsPinned);
        }

        NeedLine NeedOf(NeedServed served)
        {
            var (site, profession) = (served.Demand.Need.Site, served.Demand.Need.Profession);
            return new NeedLine(
                needs[(site.Id, profession.Id)],
                sites[site.Id],
                site.Name,
                professions[profession.Id],
                profession.Name,
                served.Asked,
                served.Served,
                served.Unmet,
                served.Share,
                served.Demand.Trace,
                served.Unmet == 0 ? null : notes?.Explanations.GetValueOrDefault(PlanNotes.KeyOf(site.Id, profession.Id)),
                served.Unmet == 0 ? null : SituationOf(NeedSituation.Of(problem, plan, [served])[0]));
        }

        SituationLine SituationOf(NeedSituation situation) => new(
            [.. situation.Serving.Select(PersonOf)], [.. situation.AlsoInReach.Select(PersonOf)], situation.OutOfReach);

        PersonNearNeed PersonOf(PersonOnNeed person) => new(people[person.Professional.Id].Id, person.Professional.Name, person.HalfDays, person.Left);
    }
}

/// <summary>A plan without what is in it; moments are in UTC.</summary>
/// <param name="Id">The plan.</param>
/// <param name="Version">To be sent back with a change.</param>
/// <param name="Name">As shown.</param>
/// <param name="PeriodStart">First day.</param>
/// <param name="PeriodEnd">Last day.</param>
/// <param name="Status">Draft, in force, or replaced.</param>
/// <param name="RunId">The run that computed it; null for one made by hand.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="PublishedAt">Null while it is a draft.</param>
public sealed record PlanHead(
    Guid Id, int Version, string Name, DateOnly PeriodStart, DateOnly PeriodEnd, PlanStatus Status, Guid? RunId, DateTime CreatedAt, DateTime? PublishedAt)
{
    internal static PlanHead Of(PlanRow row) =>
        new(row.Id, row.Version, row.Name, row.PeriodStart, row.PeriodEnd, row.Status, row.RunId, row.CreatedAt, row.PublishedAt);
}

/// <param name="Plan">Name, period, state and version.</param>
/// <param name="CampaignId">Whose needs it answers.</param>
/// <param name="Violations">Blocking ones first.</param>
/// <param name="Whole">The whole grouping.</param>
/// <param name="ByProfession">One line each.</param>
/// <param name="ByMember">One line each.</param>
/// <param name="People">Every professional.</param>
/// <param name="Needs">Every need, in the order of the declarations.</param>
/// <param name="Quality">What the computation said; null for a plan made by hand.</param>
public sealed record PlanView(
    PlanHead Plan,
    Guid CampaignId,
    IReadOnlyList<Violation> Violations,
    NeedsServedByGroup Whole,
    IReadOnlyList<NeedsServedByGroup> ByProfession,
    IReadOnlyList<NeedsServedByGroup> ByMember,
    IReadOnlyList<PersonLine> People,
    IReadOnlyList<NeedLine> Needs,
    PlanQuality? Quality)
{
    public int Version => Plan.Version;

    public bool CanBePublished => !Violations.AnyBlocking();

    /// <summary>Needs with something missing, the largest lack first.</summary>
    public IReadOnlyList<NeedLine> InWant() => [.. Needs.Where(n => n.Unmet > 0).OrderByDescending(n => n.Unmet).ThenBy(n => n.Share)];
}

/// <param name="Id">The professional.</param>
/// <param name="Name">As shown.</param>
/// <param name="ProfessionId">Of which profession.</param>
/// <param name="ProfessionName">As shown.</param>
/// <param name="Capacity">Half-days possible in the period.</param>
/// <param name="HalfDays">Half-days given.</param>
/// <param name="Load">Part of the capacity in use, 1 being all of it.</param>
/// <param name="Metres">Road metres in the period, both ways.</param>
/// <param name="Cells">What the plan gives, need by need.</param>
public sealed record PersonLine(
    Guid Id, string Name, Guid ProfessionId, string ProfessionName, int Capacity, int HalfDays, decimal Load, long Metres, IReadOnlyList<CellLine> Cells);

/// <param name="NeedId">The need.</param>
/// <param name="SiteId">Where.</param>
/// <param name="SiteName">As shown.</param>
/// <param name="HalfDays">In the period.</param>
/// <param name="IsPinned">Whether the next plan keeps it.</param>
public sealed record CellLine(Guid NeedId, Guid SiteId, string SiteName, int HalfDays, bool IsPinned);

/// <param name="NeedId">The need.</param>
/// <param name="SiteId">Of which site.</param>
/// <param name="SiteName">As shown.</param>
/// <param name="ProfessionId">Of which profession.</param>
/// <param name="ProfessionName">As shown.</param>
/// <param name="Asked">Half-days of the period.</param>
/// <param name="Served">Half-days given.</param>
/// <param name="Unmet">Half-days missing.</param>
/// <param name="Share">Part served, from 0 to 1.</param>
/// <param name="Trace">How the declaration became half-days of the period.</param>
/// <param name="Explanation">Why it is unmet and what would help, as found when the plan was computed; or null.</param>
/// <param name="Situation">Who serves it and who could, in the plan as it stands; null where nothing is missing.</param>
public sealed record NeedLine(
    Guid NeedId,
    Guid SiteId,
    string SiteName,
    Guid ProfessionId,
    string ProfessionName,
    int Asked,
    int Served,
    int Unmet,
    decimal Share,
    IReadOnlyList<Text> Trace,
    NeedExplanation? Explanation,
    SituationLine? Situation);

/// <param name="Serving">Who serves it, the most half-days first.</param>
/// <param name="AlsoInReach">Who could and does not, those with the most time left first.</param>
/// <param name="OutOfReach">How many others of the profession cannot.</param>
public sealed record SituationLine(IReadOnlyList<PersonNearNeed> Serving, IReadOnlyList<PersonNearNeed> AlsoInReach, int OutOfReach);

/// <param name="Id">The professional.</param>
/// <param name="Name">As shown.</param>
/// <param name="HalfDays">Given to this need.</param>
/// <param name="Left">Half-days still free.</param>
public sealed record PersonNearNeed(Guid Id, string Name, int HalfDays, int Left);

/// <param name="Aims">How good each aim is proven to be, most important first.</param>
/// <param name="Engines">Which engines took part.</param>
/// <param name="Seconds">Of the search.</param>
/// <param name="Rules">What each rule costs; null where that was not found.</param>
public sealed record PlanQuality(IReadOnlyList<AimNote> Aims, IReadOnlyList<string> Engines, int Seconds, ExplanationPart? Rules);
