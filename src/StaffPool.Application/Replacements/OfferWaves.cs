using Microsoft.EntityFrameworkCore;
using StaffPool.Application.Access;
using StaffPool.Application.Scenarios;
using StaffPool.Application.UseCases;
using StaffPool.Data.Replacements;
using StaffPool.Domain.Replacements;

namespace StaffPool.Application.Replacements;

/// <summary>Takes an offer one step further: who is written to now, who never will be, whether it is over. The law is asked again before each wave.</summary>
public sealed class OfferWaves(PoolLoader pools, OfferPost post)
{
    /// <param name="scope">In a transaction that writes.</param>
    /// <param name="offer">Tracked, with its duties and its solicitations.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>What to send once it is committed.</returns>
    internal async Task<IReadOnlyList<OfferNotice>> AdvanceAsync(WorkScope scope, OfferRow offer, CancellationToken stop)
    {
        var loaded = await pools.GroupingAsync(scope, stop);
        var manners = MannersOf(loaded, scope.Today);
        var people = offer.Solicitations.OrderBy(s => s.Rank).ToList();
        var state = new OfferState(
            offer.Status, offer.ExpiresAt, offer.WaveSize, offer.WaveMinutes, [.. people.Select(p => new AskedPerson(p.Status, p.SentAt, false, 0, false))]);
        // Each minute asks; calendars of thousands are read only when a wave is due.
        if (!OfferCourse.IsDue(state, manners, scope.Now))
        {
            return [];
        }

        var facts = await FactsAsync(scope, loaded, offer, people, stop);
        var step = OfferCourse.Next(state with { People = facts.People }, manners, scope.Now);
        foreach (var (place, reason) in step.Skip)
        {
            (people[place].Status, people[place].SkippedBecause) = (SolicitationStatus.Skipped, reason);
        }

        var notices = step.Send.Select(place => Write(scope, loaded, offer, people[place], facts.Profiles[people[place].ProfessionalId])).ToList();
        if (step.Status != offer.Status)
        {
            End(offer, step.Status, scope.Now);
        }

        return notices;
    }

    /// <summary>Ends an offer for everybody who did not answer.</summary>
    internal static void End(OfferRow offer, OfferStatus status, DateTime now)
    {
        (offer.Status, offer.EndedAt) = (status, now);
        foreach (var left in offer.Solicitations.Where(s => s.Status is SolicitationStatus.Waiting or SolicitationStatus.Sent))
        {
            left.Status = SolicitationStatus.Closed;
        }
    }

    /// <summary>The need of an offer, as it was asked.</summary>
    internal static CandidatesAsked AskedBy(LoadedGrouping loaded, OfferRow offer) => new(
        offer.SiteId,
        offer.AbsenceId,
        [.. offer.Professions.Select(code => loaded.Rows.Professions.Single(p => p.Code == code).Id)],
        [.. offer.Duties.OrderBy(d => d.Day).ThenBy(d => d.Part).Select(d => new AskedDuty(d.Day, d.Part))],
        offer.IsSeconded);

    /// <summary>When somebody can be written to again, in UTC; null where it is not quiet now.</summary>
    internal static DateTime? QuietUntil(LoadedGrouping loaded, WorkScope scope) => MannersOf(loaded, scope.Today).EndOfQuiet(scope.Now);

    private static OfferManners MannersOf(LoadedGrouping loaded, DateOnly day)
    {
        var agreement = loaded.Scenario.Grouping.Agreement;
        return new OfferManners(
            agreement.ValueOf(ReplacementSettings.QuietFrom, day),
            agreement.ValueOf(ReplacementSettings.QuietUntil, day),
            agreement.ValueOf(ReplacementSettings.OffersAMonth, day));
    }

    private async Task<(IReadOnlyList<AskedPerson> People, IReadOnlyDictionary<Guid, PoolProfileRow?> Profiles)> FactsAsync(
        WorkScope scope, LoadedGrouping loaded, OfferRow offer, List<SolicitationRow> people, CancellationToken stop)
    {
        var resolved = await AskedBy(loaded, offer).ResolveAsync(scope, loaded, stop);
        var asked = resolved.Asked(offer.SiteId);
        var pool = await PoolLoader.LoadAsync(scope, loaded, asked with { From = Earlier(asked.From, scope.Today), To = asked.To }, stop);
        var able = ReplacementSearch.Run(pool.Pool, resolved.Need).Ranked
            .Where(c => c.Left.Count == 0).Select(c => pool.Ids[c.Person.Professional.Id]).ToHashSet();
        var ids = people.Select(p => p.ProfessionalId).ToList();
        var profiles = await scope.Db.PoolProfiles.AsNoTracking().Where(p => ids.Contains(p.ProfessionalId)).ToDictionaryAsync(p => p.ProfessionalId, stop);
        var month = ParisTime.StartOf(new DateOnly(scope.Today.Year, scope.Today.Month, 1));
        var counts = await scope.Db.Solicitations.AsNoTracking()
            .Where(s => s.SentAt >= month && ids.Contains(s.ProfessionalId))
            .GroupBy(s => s.ProfessionalId).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        var codes = pool.Ids.ToDictionary(i => i.Value, i => i.Key);
        var now = new Duty(scope.Today, ParisTime.Of(scope.Now).Hour < 13 ? DutyPart.Morning : DutyPart.Afternoon);
        return ([.. people.Select(p =>
        {
            var profile = profiles.GetValueOrDefault(p.ProfessionalId);
            var person = pool.Pool.Find(codes[p.ProfessionalId])!;
            return new AskedPerson(
                p.Status, p.SentAt, post.Reaches(profile?.Email, profile?.Phone),
                counts.GetValueOrDefault(p.ProfessionalId) + SentNow(scope, p.ProfessionalId),
                !person.AcceptsRestDays && pool.Pool.IsAtRest(person, now), able.Contains(p.ProfessionalId));
        })], people.ToDictionary(p => p.ProfessionalId, p => profiles.GetValueOrDefault(p.ProfessionalId)));
    }

    // By other offers that are taken further in the same transaction: the database does not know yet.
    private static int SentNow(WorkScope scope, Guid professionalId) =>
        scope.Db.Solicitations.Local.Count(s => s.ProfessionalId == professionalId && s.SentAt == scope.Now);

    private static DateOnly Earlier(DateOnly first, DateOnly second) => first < second ? first : second;

    private static OfferNotice Write(WorkScope scope, LoadedGrouping loaded, OfferRow offer, SolicitationRow solicitation, PoolProfileRow? profile)
    {
        var secret = OneTimeToken.New();
        (solicitation.Status, solicitation.SentAt, solicitation.TokenHash) = (SolicitationStatus.Sent, scope.Now, secret.Hash);
        var duties = offer.Duties.Select(d => new AskedDuty(d.Day, d.Part).ToDuty()).Order().ToList();
        return new OfferNotice(
            loaded.Rows.Professionals.Single(p => p.Id == solicitation.ProfessionalId).Name,
            profile?.Email,
            profile?.Phone,
            secret.Token,
            loaded.Rows.Grouping.Name,
            loaded.Rows.Sites.Single(s => s.Id == offer.SiteId).Name,
            duties[0].Day,
            ObstacleSentences.Say(duties).ToString(),
            offer.ExpiresAt);
    }
}
