using StaffPool.Application.Scenarios;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Planning;
using StaffPool.Domain.Planning;
using StaffPool.Domain.Rules;

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
        var people = rows.Professionals.ToDictionary(p => p.Code, p => p.Id, StringComparer.Ordinal);
        var needs = rows.NeedKeys().ToDictionary(n => n.Value, n => n.Key);
        var cells = rows.PlanInForce!.Assignments.ToDictionary(a => (a.ProfessionalId, a.NeedId));
        return new PlanView(
            stored.Row,
            rows.Campaign!.Id,
            PlanChecker.Check(problem, plan),
            NeedsServedByGroup.Whole(problem, plan),
            NeedsServedByGroup.ByProfession(problem, plan),
            NeedsServedByGroup.ByMember(problem, plan),
            [.. WhoGoesWhere.All(problem, plan).Select(w => new PersonLine(
                people[w.Professional.Id],
                w,
                [.. plan.Of(w.Professional).Select(a => Cell(w.Professional.Id, a))]))],
            [.. NeedServed.All(problem, plan).Select(n => NeedOf(n))],
            notes);

        CellLine Cell(string professional, Assignment assignment)
        {
            var need = needs[(assignment.Site.Id, assignment.Need.Profession.Id)];
            return new CellLine(need, assignment, cells[(people[professional], need)].IsPinned);
        }

        NeedLine NeedOf(NeedServed served)
        {
            var (site, profession) = (served.Demand.Need.Site, served.Demand.Need.Profession);
            return new NeedLine(
                needs[(site.Id, profession.Id)],
                served,
                served.Unmet == 0 ? null : notes?.Explanations.GetValueOrDefault(PlanNotes.KeyOf(site.Id, profession.Id)),
                served.Unmet == 0 ? null : NeedSituation.Of(problem, plan, [served])[0]);
        }
    }
}

/// <param name="Row">Name, period, state and version.</param>
/// <param name="CampaignId">Whose needs it answers.</param>
/// <param name="Violations">Blocking ones first.</param>
/// <param name="Whole">The whole grouping.</param>
/// <param name="ByProfession">One line each.</param>
/// <param name="ByMember">One line each.</param>
/// <param name="People">Every professional.</param>
/// <param name="Needs">Every need, in the order of the declarations.</param>
/// <param name="Notes">What the computation said; null for a plan made by hand. Explanations are those of the plan as computed.</param>
public sealed record PlanView(
    PlanRow Row,
    Guid CampaignId,
    IReadOnlyList<Violation> Violations,
    NeedsServedByGroup Whole,
    IReadOnlyList<NeedsServedByGroup> ByProfession,
    IReadOnlyList<NeedsServedByGroup> ByMember,
    IReadOnlyList<PersonLine> People,
    IReadOnlyList<NeedLine> Needs,
    PlanNotes? Notes)
{
    public bool CanBePublished => !Violations.AnyBlocking();

    public IReadOnlyList<NeedLine> Unmet => [.. Needs.Where(n => n.Served.Unmet > 0).OrderByDescending(n => n.Served.Unmet).ThenBy(n => n.Served.Share)];
}

/// <param name="Id">The professional's row.</param>
/// <param name="Work">Load and kilometres.</param>
/// <param name="Cells">What the plan gives, need by need.</param>
public sealed record PersonLine(Guid Id, WhoGoesWhere Work, IReadOnlyList<CellLine> Cells);

/// <param name="NeedId">The need's row.</param>
/// <param name="Assignment">Where, and how many half-days.</param>
/// <param name="IsPinned">Whether the next plan keeps it.</param>
public sealed record CellLine(Guid NeedId, Assignment Assignment, bool IsPinned);

/// <param name="NeedId">The need's row.</param>
/// <param name="Served">Asked, served, missing.</param>
/// <param name="Explanation">Why it is unmet and what would help, as found when the plan was computed; or null.</param>
/// <param name="Situation">Who serves it and who could, in the plan as it stands; null where nothing is missing.</param>
public sealed record NeedLine(Guid NeedId, NeedServed Served, NeedExplanation? Explanation, NeedSituation? Situation);
