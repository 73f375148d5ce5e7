using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Domain.Replacements;
using StaffPool.Solver.Engines;
using StaffPool.Solver.Replacements;

namespace StaffPool.Application.Replacements;

/// <summary>
/// How several absences would be covered together with the fewest people disturbed: half-days left open, people notified,
/// half-days moved, kilometres, in that order. A proposal: nothing is written, and everybody is still to be asked.
/// </summary>
[Permits(Role.Administrator, Role.Coordinator)]
public sealed class ReadCoverProposal(Work work, PoolLoader pools, EnginePool engines) : IUseCase<AbsencesBetween, CoverProposalView>
{
    private static readonly TimeSpan TimeForEach = TimeSpan.FromSeconds(10);

    public async Task<CoverProposalView> RunAsync(Guid groupingId, AbsencesBetween request, CancellationToken stop)
    {
        var (choices, ids, places) = await work.ReadAsync(this, groupingId, scope => ChoicesAsync(scope, request, stop), stop);
        if (choices is null)
        {
            return new CoverProposalView([], [], 0, 0, 0, IsProven: true);
        }

        // Outside the transaction: it may take seconds.
        var (plan, isProven) = await new CoverSolver(engines).SolveAsync(choices, TimeForEach, stop);
        var placed = plan.Placements.ToDictionary(p => p.Open, p => p.Person);
        var measure = plan.Measure(choices.Pool, choices.Open);
        return new CoverProposalView(
            [
                .. choices.Open.OrderBy(o => o.Duty).ThenBy(o => o.Need.Site.Name, StringComparer.CurrentCulture).Select(o =>
                {
                    var person = placed.GetValueOrDefault(o);
                    var (absence, site) = places[o.Need];
                    return new ProposedCover(
                        AskedDuty.Of(o.Duty), absence, site, o.Need.Site.Name, o.Need.Absent!.Name,
                        person is null ? null : ids[person.Professional.Id], person?.Professional.Name);
                }),
            ],
            [
                .. plan.Moves.Select(m => new ProposedMove(
                    ids[m.Person.Professional.Id], m.Person.Professional.Name, m.From.Site.Name, AskedDuty.Of(m.From.Duty), AskedDuty.Of(m.To))),
            ],
            (int)measure.Uncovered,
            (int)measure.Notified,
            measure.Metres,
            isProven);
    }

    private async Task<(CoverChoices? Choices, IReadOnlyDictionary<string, Guid> Ids, IReadOnlyDictionary<CoverNeed, (Guid Absence, Guid Site)> Places)>
        ChoicesAsync(WorkScope scope, AbsencesBetween request, CancellationToken stop)
    {
        var grouping = await pools.GroupingAsync(scope, stop);
        var lost = (await (
            from absence in scope.Db.Absences
            join booking in scope.Db.ServedHalfDays on absence.ProfessionalId equals booking.ProfessionalId
            where booking.Day >= request.From && booking.Day <= request.To && booking.Day >= absence.FirstDay && booking.Day <= absence.LastDay
            select new { Absence = absence, booking.Day, booking.Part, booking.SiteId, booking.Professional!.ProfessionId }).ToListAsync(stop))
            .Where(l => CandidatesAsked.SpanOf(l.Absence.FirstDay, l.Absence.FirstPart, l.Absence.LastDay, l.Absence.LastPart)
                .Contains(new AskedDuty(l.Day, l.Part).ToDuty()))
            .ToList();
        var covered = (await (
            from mission in scope.Db.MissionOrders
            join duty in scope.Db.OfferDuties on mission.OfferId equals duty.OfferId
            where duty.Day >= request.From && duty.Day <= request.To && mission.Offer!.AbsenceId != null
            select new { mission.Offer!.AbsenceId, mission.SiteId, duty.Day, duty.Part }).ToListAsync(stop))
            .Select(c => (c.AbsenceId!.Value, c.SiteId, c.Day, c.Part)).ToHashSet();
        var open = lost.Where(l => !covered.Contains((l.Absence.Id, l.SiteId, l.Day, l.Part))).ToList();
        var places = new Dictionary<CoverNeed, (Guid Absence, Guid Site)>();
        if (open.Count == 0)
        {
            return (null, new Dictionary<string, Guid>(), places);
        }

        foreach (var place in open.GroupBy(l => (l.Absence.Id, l.SiteId)))
        {
            var asked = new CandidatesAsked(place.Key.SiteId, place.Key.Id, [], [.. place.Select(l => new AskedDuty(l.Day, l.Part))], IsSeconded: false);
            places.Add((await asked.ResolveAsync(scope, grouping, stop)).Need, place.Key);
        }

        var pool = await PoolLoader.LoadAsync(
            scope, grouping,
            new PoolAsked([.. open.Select(l => l.ProfessionId).Distinct()], open[0].SiteId, open.Min(l => l.Day), open.Max(l => l.Day)), stop);
        return (new CoverChoices(pool.Pool, [.. places.Keys]), pool.Ids, places);
    }
}

/// <param name="Open">What the absences leave open, in order of time, with who would serve it.</param>
/// <param name="Moves">Less urgent half-days that make room.</param>
/// <param name="Uncovered">Half-days that nobody would serve.</param>
/// <param name="Notified">People whose days would change.</param>
/// <param name="Metres">Travelled by those who replace, one way for each half-day.</param>
/// <param name="IsProven">Whether no other answer is better, aim after aim.</param>
public sealed record CoverProposalView(
    IReadOnlyList<ProposedCover> Open, IReadOnlyList<ProposedMove> Moves, int Uncovered, int Notified, long Metres, bool IsProven);

/// <param name="Duty">When.</param>
/// <param name="AbsenceId">What leaves it open.</param>
/// <param name="SiteId">Where.</param>
/// <param name="SiteName">The same, as shown.</param>
/// <param name="AbsentName">Who is away.</param>
/// <param name="ProfessionalId">Who would serve it; null for nobody.</param>
/// <param name="ProfessionalName">The same, as shown.</param>
public sealed record ProposedCover(
    AskedDuty Duty, Guid AbsenceId, Guid SiteId, string SiteName, string AbsentName, Guid? ProfessionalId, string? ProfessionalName);

/// <param name="ProfessionalId">Whose.</param>
/// <param name="ProfessionalName">As shown.</param>
/// <param name="SiteName">On which site.</param>
/// <param name="From">What they would have done.</param>
/// <param name="To">When they would do it instead.</param>
public sealed record ProposedMove(Guid ProfessionalId, string ProfessionalName, string SiteName, AskedDuty From, AskedDuty To);
