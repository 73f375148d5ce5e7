using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using StaffPool.Application.Replacements;
using StaffPool.Application.UseCases;
using StaffPool.Application.Workforce;
using StaffPool.Data.Access;
using StaffPool.Data.Planning;

namespace StaffPool.Web.Pages.Replacements;

/// <summary>What an absence leaves open, and for one of its sites who can replace, with the reason for everybody who cannot.</summary>
public sealed class CandidatesModel(
    ReadAbsenceEffect readEffect, ReadReplacementCandidates read, StartOffer start, ListProfessions professions, TimeProvider clock) : GroupingPage
{
    /// <summary>As many professions as can be accepted for one place.</summary>
    public const int MostProfessions = 3;

    private const int HoursOpen = 24;

    [BindProperty(Name = "absence", SupportsGet = true)]
    public Guid? AbsenceId { get; set; }

    [BindProperty(Name = "site", SupportsGet = true)]
    public Guid? SiteId { get; set; }

    /// <summary>Professions accepted, the best first; none for that of who is away.</summary>
    [BindProperty(Name = "profession", SupportsGet = true)]
    public List<Guid?> ProfessionIds { get; set; } = [];

    /// <summary>Whether somebody experienced will be there too: people who still second others may come.</summary>
    [BindProperty(Name = "second", SupportsGet = true)]
    public bool IsSeconded { get; set; }

    /// <summary>All those that may be accepted.</summary>
    public IReadOnlyList<ProfessionView> Professions { get; private set; } = [];

    public AbsenceEffectView? Effect { get; private set; }

    /// <summary>Null until a site is chosen, and where nothing is dated there.</summary>
    public CandidatesView? Candidates { get; private set; }

    [BindProperty]
    public OfferInput Input { get; set; } = new();

    public bool MayOffer => Grouping.Has(Role.Administrator, Role.Coordinator);

    protected override async Task<IActionResult?> LoadAsync(CancellationToken stop)
    {
        if (AbsenceId is not { } absence)
        {
            return NotFound();
        }

        Effect = await readEffect.RunAsync(Grouping.Id, new AbsenceAsked(absence), stop);
        Professions = MayOffer ? await professions.RunAsync(Grouping.Id, Nothing.More, stop) : [];
        var open = Effect.Sites.Where(s => s.Lost.Count > 0).ToList();
        SiteId ??= open.Count > 0 ? open[0].SiteId : null;
        if (SiteId is { } site && open.Any(s => s.SiteId == site))
        {
            Candidates = await read.RunAsync(Grouping.Id, Need(site, absence, []), stop);
        }

        if (!IsRedrawn)
        {
            Input.ExpiresAt = ParisTime.Of(clock.GetUtcNow().UtcDateTime.AddHours(HoursOpen));
            Input.Chosen = [.. Candidates?.Duties ?? []];
        }

        return null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (AbsenceId is null)
        {
            return NotFound();
        }

        // A moment that nobody typed is before any clock: the use case says that it is past.
        var expiresAt = Input.ExpiresAt == default
            ? DateTime.UnixEpoch
            : ParisTime.At(DateOnly.FromDateTime(Input.ExpiresAt), TimeOnly.FromDateTime(Input.ExpiresAt));
        var started = await start.RunAsync(
            Grouping.Id,
            new NewOffer(
                Need(SiteId ?? Guid.Empty, AbsenceId.Value, [.. Input.Chosen]),
                expiresAt, Input.WaveSize, Input.WaveMinutes),
            stop);
        Notice = started.QuietUntil is { } quiet
            ? ReplacementPageTexts.Of("offers.quiet", ParisTime.Of(quiet)).ToString()
            : OfferNotices.Of(started.Asked, started.Unsent);
        return Redirect($"/g/{Grouping.Code}/propositions");
    }

    /// <summary>The profession accepted in some place of the order, from 0; that of who is away in the first where none was chosen.</summary>
    public Guid? AcceptedIn(int place) =>
        ProfessionIds.OfType<Guid>().ToList() is { Count: > 0 } chosen ? (place < chosen.Count ? chosen[place] : null)
        : place == 0 ? Candidates?.ProfessionIds[0]
        : null;

    private CandidatesAsked Need(Guid site, Guid absence, IReadOnlyList<AskedDuty> duties) =>
        new(site, absence, [.. ProfessionIds.OfType<Guid>()], duties, IsSeconded);

    public sealed class OfferInput
    {
        /// <summary>Of the clock in Paris.</summary>
        public DateTime ExpiresAt { get; set; }

        public int? WaveSize { get; set; }

        public int? WaveMinutes { get; set; }

        /// <summary>What is offered; as <c>2027-03-01/Morning</c> in the form.</summary>
        [BindNever]
        public List<AskedDuty> Chosen { get; set; } = [];

        public List<string> Duties
        {
            get => [.. Chosen.Select(KeyOf)];
            set => Chosen = [.. value.Select(Read).OfType<AskedDuty>()];
        }

        public static string KeyOf(AskedDuty duty) => FormattableString.Invariant($"{duty.Day:yyyy-MM-dd}/{duty.Part}");

        private static AskedDuty? Read(string key) =>
            key.Split('/') is [var day, var part]
            && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed)
            && Enum.TryParse<DayPart>(part, out var known)
                ? new AskedDuty(parsed, known)
                : null;
    }
}
