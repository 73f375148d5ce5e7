using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using StaffPool.Application.Planning;
using StaffPool.Application.Scenarios;
using StaffPool.Application.UseCases;
using StaffPool.Data.Planning;
using StaffPool.Data.Replacements;
using StaffPool.Domain.Geography;
using StaffPool.Domain.Governance;
using StaffPool.Domain.Replacements;

namespace StaffPool.Application.Replacements;

/// <summary>Brings everybody who may replace from the database to the domain, with what they do around the days asked for.</summary>
public sealed class PoolLoader(GroupingLoader loader)
{
    // What the legal limits look back on and ahead to, and for how long a house is known.
    private const int DaysBefore = 12 * 7;
    private const int DaysAfter = 2 * 7;
    private const int MonthsOfHouse = 24;

    // They change calendars and offers, never what a grouping is: what was read of it stays good.
    private static readonly string[] LeaveTheGrouping =
    [
        nameof(StartOffer), nameof(AdvanceOffers), nameof(AcceptOffer), nameof(DeclineOffer), nameof(CancelOffer), nameof(ReportMission),
        nameof(RecordAbsence), nameof(ReviseAbsence), nameof(RemoveAbsence), nameof(AnswerPool), nameof(AddAvailability), nameof(RemoveAvailability),
        nameof(RevisePoolStanding), nameof(BookHalfDay), nameof(FreeHalfDay), nameof(AskSwap), nameof(AcceptSwap), nameof(ApproveSwap), nameof(DeclineSwap),
        nameof(PlanTraining), nameof(CancelTraining),
    ];

    // Reading a grouping of thousands takes a second; its log tells whether anything changed since.
    private readonly ConcurrentDictionary<Guid, (long Entry, LoadedGrouping Loaded)> known = [];

    /// <exception cref="RefusedException">The rows do not make a valid grouping.</exception>
    internal async Task<LoadedGrouping> GroupingAsync(WorkScope scope, CancellationToken stop)
    {
        var entry = await scope.Db.AuditEntries.AsNoTracking()
            .Where(e => !LeaveTheGrouping.Contains(e.UseCase))
            .OrderByDescending(e => e.Sequence).Select(e => e.Sequence).FirstOrDefaultAsync(stop);
        if (known.TryGetValue(scope.GroupingId, out var kept) && kept.Entry == entry)
        {
            return kept.Loaded;
        }

        var loaded = await loader.LoadAsync(scope, null, null, stop);
        known[scope.GroupingId] = (entry, loaded);
        return loaded;
    }

    /// <param name="scope">The grouping.</param>
    /// <param name="loaded">The same, read.</param>
    /// <param name="asked">Whose calendars are needed, where and when; the others are known by name alone.</param>
    /// <param name="stop">Gives up.</param>
    internal static async Task<LoadedPool> LoadAsync(WorkScope scope, LoadedGrouping loaded, PoolAsked asked, CancellationToken stop)
    {
        var grouping = loaded.Scenario.Grouping;
        var sites = loaded.Rows.Sites.Join(grouping.Sites, r => r.Code, s => s.Id, (r, s) => (r.Id, Site: s)).ToDictionary(s => s.Id, s => s.Site);
        var terms = ReplacementTerms.On(grouping.Agreement, asked.From);
        var distances = new DistanceMatrix(loaded.Scenario.KnownDistances, grouping.Agreement.ValueOf(AgreementSettings.DetourFactor, asked.From));
        var urgent = grouping.Needs.Where(n => n.IsPriority || n.LegalMinimum is not null).Select(n => (n.Site, n.Profession)).ToHashSet();
        var calendars = await CalendarsAsync(scope, asked, stop);
        var people = loaded.Rows.Professionals
            .Join(grouping.Professionals, r => r.Code, p => p.Id, (r, p) => (Row: r, Professional: p))
            .Select(x => new PoolPerson
            {
                Professional = x.Professional,
                Stage = calendars.Profiles.GetValueOrDefault(x.Row.Id)?.Stage ?? PoolStage.Autonomous,
                ContractFrom = calendars.Profiles.GetValueOrDefault(x.Row.Id)?.ContractFrom,
                ContractUntil = calendars.Profiles.GetValueOrDefault(x.Row.Id)?.ContractUntil,
                AcceptsRestDays = calendars.Profiles.GetValueOrDefault(x.Row.Id)?.AcceptsRestDays == true,
                LastAsked = calendars.Asked.TryGetValue(x.Row.Id, out var lastAsked) ? ParisTime.DayOf(lastAsked) : null,
                Offered = [.. calendars.Times[x.Row.Id].Where(t => t.Kind == AvailabilityKind.Offered).Select(t => t.Span)],
                Engagements =
                [
                    .. calendars.Bookings[x.Row.Id].Select(b => new Engagement(
                        new AskedDuty(b.Day, b.Part).ToDuty(), sites[b.SiteId], b.IsTraining || urgent.Contains((sites[b.SiteId], x.Professional.Profession)))),
                ],
                Away =
                [
                    .. calendars.Absences[x.Row.Id],
                    .. calendars.Times[x.Row.Id].Where(t => t.Kind == AvailabilityKind.Unavailable).Select(t => t.Span),
                ],
                HoursThisYear = calendars.Hours[x.Row.Id].Sum(h => h.Count * terms.Hours.Of((DutyPart)h.Part).Minutes / 60m),
                HalfDaysBySite = calendars.House.TryGetValue(x.Row.Id, out var times)
                    ? new Dictionary<string, int> { [sites[asked.SiteId].Id] = times }
                    : new Dictionary<string, int>(),
            })
            .ToList();
        var limits = new LegalLimits(terms, distances);
        return new LoadedPool(
            new ReplacementPool(people, distances, terms, limits.Check, loaded.Scenario.Waivers),
            loaded,
            loaded.Rows.Professionals.ToDictionary(p => p.Code, p => p.Id),
            sites);
    }

    private static async Task<Calendars> CalendarsAsync(WorkScope scope, PoolAsked asked, CancellationToken stop)
    {
        var db = scope.Db;
        var professions = asked.ProfessionIds;
        var (from, to) = (asked.From.AddDays(-DaysBefore), asked.To.AddDays(DaysAfter));
        var bookings = await db.Bookings.AsNoTracking()
            .Where(b => b.Day >= from && b.Day <= to && professions.Contains(b.Professional!.ProfessionId))
            .Select(b => new Booked(b.ProfessionalId, b.Day, b.Part, b.SiteId, b.Training != null))
            .ToListAsync(stop);
        var absences = await db.Absences.AsNoTracking()
            .Where(a => a.FirstDay <= asked.To && a.LastDay >= asked.From && professions.Contains(a.Professional!.ProfessionId))
            .Select(a => new { a.ProfessionalId, a.FirstDay, a.FirstPart, a.LastDay, a.LastPart })
            .ToListAsync(stop);
        var (yearStart, yearEnd) = (new DateOnly(asked.From.Year, 1, 1), new DateOnly(asked.From.Year, 12, 31));
        var hours = await db.Bookings.AsNoTracking()
            .Where(b => b.Day >= yearStart && b.Day <= yearEnd && professions.Contains(b.Professional!.ProfessionId))
            .GroupBy(b => new { b.ProfessionalId, b.Part })
            .Select(g => new Worked(g.Key.ProfessionalId, g.Key.Part, g.Count()))
            .ToListAsync(stop);
        var since = asked.From.AddMonths(-MonthsOfHouse);
        var house = await db.ServedHalfDays.AsNoTracking()
            .Where(b => b.SiteId == asked.SiteId && b.Day >= since && b.Day < asked.From && professions.Contains(b.Professional!.ProfessionId))
            .GroupBy(b => b.ProfessionalId)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        var profiles = await db.PoolProfiles.AsNoTracking().ToDictionaryAsync(p => p.ProfessionalId, stop);
        var times = await db.Availabilities.AsNoTracking()
            .Where(a => a.FirstDay <= asked.To && a.LastDay >= asked.From && professions.Contains(a.Professional!.ProfessionId))
            .Select(a => new { a.ProfessionalId, a.FirstDay, a.LastDay, a.Kind })
            .ToListAsync(stop);
        var asking = await db.Solicitations.AsNoTracking()
            .Where(s => s.SentAt != null)
            .GroupBy(s => s.ProfessionalId)
            .Select(g => new { g.Key, Last = g.Max(s => s.SentAt) })
            .ToDictionaryAsync(g => g.Key, g => g.Last!.Value, stop);
        return new Calendars(
            bookings.ToLookup(b => b.ProfessionalId),
            absences.ToLookup(
                a => a.ProfessionalId,
                a => CandidatesAsked.SpanOf(a.FirstDay, a.FirstPart, a.LastDay, a.LastPart)),
            hours.ToLookup(h => h.ProfessionalId),
            house,
            profiles,
            times.ToLookup(
                t => t.ProfessionalId,
                t => (t.Kind, new DutySpan(new Duty(t.FirstDay, DutyPart.Morning), new Duty(t.LastDay, DutyPart.Night)))),
            asking);
    }

    private sealed record Booked(Guid ProfessionalId, DateOnly Day, DayPart Part, Guid SiteId, bool IsTraining);

    private sealed record Worked(Guid ProfessionalId, DayPart Part, int Count);

    private sealed record Calendars(
        ILookup<Guid, Booked> Bookings, ILookup<Guid, DutySpan> Absences, ILookup<Guid, Worked> Hours, Dictionary<Guid, int> House,
        Dictionary<Guid, PoolProfileRow> Profiles, ILookup<Guid, (AvailabilityKind Kind, DutySpan Span)> Times, Dictionary<Guid, DateTime> Asked);
}

/// <param name="ProfessionIds">Whose calendars.</param>
/// <param name="SiteId">Site whose house somebody may know.</param>
/// <param name="From">First day asked for.</param>
/// <param name="To">Last day.</param>
internal sealed record PoolAsked(IReadOnlyList<Guid> ProfessionIds, Guid SiteId, DateOnly From, DateOnly To);

/// <param name="Pool">Everybody.</param>
/// <param name="Grouping">Where they come from.</param>
/// <param name="Ids">Rows of professionals, by the identifier that the domain knows.</param>
/// <param name="Sites">Sites of the domain, by their row.</param>
internal sealed record LoadedPool(
    ReplacementPool Pool, LoadedGrouping Grouping, IReadOnlyDictionary<string, Guid> Ids, IReadOnlyDictionary<Guid, Domain.Members.Site> Sites);
