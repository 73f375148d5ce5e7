using StaffPool.Domain.Rules;
using StaffPool.Domain.Workforce.Limits;

namespace StaffPool.Domain.Workforce;

/// <summary>
/// What the texts allow of the working time of who is under one rule set, from a date on. The check of a person's work
/// is the same for a timetable, a roster and a replacement: <see cref="Check"/> and <see cref="CheckAdded"/>.
/// </summary>
/// <param name="RuleSet">Identifier of the <see cref="WorkingTimeRuleSet"/> that the contract names.</param>
/// <param name="EffectiveFrom">First day in force.</param>
/// <param name="Reference">The text as a whole; each limit has its own.</param>
/// <param name="Limits">The limits, in the order in which they are told.</param>
public sealed record WorkingTimeLimits(
    string RuleSet, DateOnly EffectiveFrom, LegalReference Reference, IReadOnlyList<WorkingTimeLimit> Limits) : IDated
{
    private const int Pause = 30;

    // A Monday from which two weeks are counted where the establishment says nothing else.
    private static readonly DateOnly Anchor = new(2024, 1, 1);

    private static readonly LegalReference Hospital = new("Décret n° 2002-9 du 4 janvier 2002", Confidence.Source);

    private static readonly LegalReference OnCallHospital =
        new("Astreintes dans la fonction publique hospitalière : 72 heures pour 15 jours", Confidence.Source);

    private static readonly LegalReference TwelveHours =
        new("Décret n° 2002-9, article 7 : dérogation à 12 heures pour la continuité du service ; Code du travail L.3121-19", Confidence.Inferred);

    private static readonly WorkingTimeLimit[] PublicHospital =
    [
        new SlidingCap(7, 48 * 60) { Reference = Hospital },
        new CalendarWeekCap(1, 44 * 60, CountsOvertime: false) { Reference = Hospital },
        new DutyCap(9 * 60, 10 * 60, 12 * 60, Pause) { Reference = Hospital },
        new SplitDay(2, 3 * 60, (10 * 60) + 30, Pause, 12 * 60) { Reference = Hospital },
        new DailyRest(12 * 60, Pause) { Reference = Hospital with { Confidence = Confidence.Text } },
        new WeeklyRest(36 * 60) { Reference = Hospital },
        new FortnightRest(4, Anchor) { Reference = new("Décret n° 2002-9 ; CAA Toulouse 22TL21490", Confidence.Text) },
        new OnCallCap(15, 72 * 60) { Reference = OnCallHospital },
        new OnCallSundaysAMonth(1) { Reference = OnCallHospital, Severity = Severity.Warning },
    ];

    // The code alone, and what the two agreements add to it or take its place.
    private static readonly WorkingTimeLimit[] Code =
    [
        new SlidingCap(7, 48 * 60) { Reference = new("Code du travail L.3121-20", Confidence.Source) },
        new CalendarWeekCap(12, 44 * 60, CountsOvertime: true) { Reference = new("Code du travail L.3121-22", Confidence.Source) },
        new DutyCap(10 * 60, 10 * 60, 11 * 60, Pause) { Reference = new("Code du travail L.3121-18", Confidence.Source) },
        new DailyRest(11 * 60, Pause) { Reference = new("Code du travail L.3131-1", Confidence.Source) },
        new WeeklyRest(35 * 60) { Reference = new("Code du travail L.3132-2", Confidence.Source) },
        new WorkedDaysAWeek(6) { Reference = new("Code du travail L.3132-1", Confidence.Source) },
    ];

    private static readonly LegalReference Agreement51 = new("CCN du 31 octobre 1951", Confidence.Source);

    private static readonly LegalReference Agreement66 = new("CCN du 15 mars 1966", Confidence.Source);

    private static readonly DateOnly Since2002 = new(2002, 1, 5);

    /// <summary>The limits known by name; a scenario or an establishment may define others.</summary>
    public static IReadOnlyList<WorkingTimeLimits> Known { get; } =
    [
        new("fph", Since2002, Hospital, PublicHospital),
        new("fph-variable", Since2002, Hospital, PublicHospital),
        new("fph-nuit", Since2002, Hospital, PublicHospital),
        new("prive", Since2002, new("Code du travail", Confidence.Source), Code),
        new("ccn51", Since2002, Agreement51,
            [.. Code, new FortnightRest(4, Anchor) { Reference = Agreement51 }, new SundaysInARow(2) { Reference = Agreement51 }, new SundaysOffAYear(15) { Reference = Agreement51 }]),
        new("ccn66", Since2002, Agreement66,
            [.. Code, new CalendarWeekCap(1, 44 * 60, CountsOvertime: true) { Reference = Agreement66 }]),
    ];

    /// <summary>The limits of a contract on a day; a rule set that nobody described has those of the labour code.</summary>
    /// <param name="ruleSet">Of the contract: a seconded person keeps the rules of home (CASF R.312-194-14).</param>
    /// <param name="day">First day of what is checked.</param>
    public static WorkingTimeLimits For(WorkingTimeRuleSet ruleSet, DateOnly day) => Find(ruleSet.Id, day) ?? Find("prive", day)!;

    /// <summary>The known limits of a name on a day; null where there are none.</summary>
    public static WorkingTimeLimits? Find(string ruleSet, DateOnly day) => Known.Where(k => k.RuleSet == ruleSet).InForce(day);

    /// <summary>The same under the derogation to twelve hours a duty; the split day keeps its own span.</summary>
    public WorkingTimeLimits WithTwelveHourDuties() => this with
    {
        Limits = [.. Limits.Select(l => l is DutyCap cap ? cap with { DayMinutes = 720, NightMinutes = 720, Reference = TwelveHours } : l)],
    };

    /// <summary>The same where all that is above the usual week is overtime: without the caps that do not count it.</summary>
    public WorkingTimeLimits WithOvertime() => this with { Limits = [.. Limits.Where(l => l is not CalendarWeekCap { CountsOvertime: false })] };

    /// <summary>The same with the daily rest that a local agreement sets (Decree 2021-1544 since 1 December 2021: 11 hours).</summary>
    public WorkingTimeLimits WithDailyRest(int minutes, LegalReference reference) => this with
    {
        Limits =
        [
            .. Limits.Select(l => l switch
            {
                DailyRest rest => rest with { Minutes = minutes, Reference = reference },
                DutyCap cap => cap with { RestMinutes = minutes },
                SplitDay split => split with { RestMinutes = minutes },
                _ => l,
            }),
        ],
    };

    /// <summary>Every breach in the work of one person.</summary>
    public IReadOnlyList<LimitBreach> Check(IEnumerable<WorkedInterval> work)
    {
        var record = new WorkRecord(work);
        return [.. Limits.SelectMany(limit => limit.Assess(record))];
    }

    /// <summary>What an addition would break that is not broken already: what stands in the way of a replacement.</summary>
    /// <param name="work">The work that the person has; some twelve weeks before and two after the addition are enough.</param>
    /// <param name="added">What would come on top, travel included.</param>
    public IReadOnlyList<LimitBreach> CheckAdded(IReadOnlyCollection<WorkedInterval> work, IEnumerable<WorkedInterval> added)
    {
        var after = Check([.. work, .. added]);
        return after.Count == 0 ? after : [.. after.Except(Check(work))];
    }
}
