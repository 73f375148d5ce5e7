using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Governance.Life;

/// <summary>Someone runs the grouping, of the kind that its form wants, and the end of the mandate is seen coming.</summary>
public static class GroupingIsRun
{
    private static readonly LegalReference Director = new("CASF L.312-7-2, décret n° 2025-1394");

    /// <param name="kind">Form of the grouping.</param>
    /// <param name="mandates">All mandates, past and present, in any order.</param>
    /// <param name="memberships">Members, among whom an administrator is elected.</param>
    /// <param name="day">The day looked at.</param>
    /// <param name="agreement">Says how long a mandate lasts and when it is recalled.</param>
    public static IEnumerable<Violation> Assess(
        GroupingKind kind, IReadOnlyList<GroupingMandate> mandates, IReadOnlyList<Membership> memberships, DateOnly day, FoundingAgreement agreement)
    {
        var term = agreement.ReferenceOf(LifeSettings.MandateYears, day);
        var running = mandates.Where(m => m.From <= day && !(m.LastDay(agreement).Value < day)).OrderBy(m => m.From).ToList();
        if (running.Count == 0)
        {
            var last = mandates.Where(m => m.From <= day).Max(m => m.LastDay(agreement).Value);
            yield return last is null
                ? Breach("life.nobody-runs", Severity.Blocking, term, day)
                : Breach("life.mandate-expired", Severity.Blocking, term, last, day);
        }

        if (running.Count > 1)
        {
            yield return Breach("life.two-mandates", Severity.Blocking, term, day, string.Join(", ", running.Select(m => m.Holder)));
        }

        foreach (var mandate in running)
        {
            var isDirector = mandate.Kind == MandateKind.AppointedDirector;
            if (kind == GroupingKind.Gtsms && !isDirector)
            {
                yield return Breach("life.gtsms-has-director", Severity.Blocking, Director, mandate.Holder);
            }

            if (kind == GroupingKind.Gcsms && isDirector)
            {
                yield return Breach("life.gcsms-has-administrator", Severity.Blocking, term, mandate.Holder);
            }

            if (!isDirector && !memberships.HasMember(mandate.Member, day))
            {
                yield return Breach("life.administrator-of-no-member", Severity.Blocking, term, mandate.Holder);
            }

            if (!isDirector && mandate.SetEnd > mandate.FullTerm(agreement))
            {
                yield return Breach("life.mandate-too-long", Severity.Blocking, term, mandate.Holder, mandate.SetEnd, mandate.FullTerm(agreement));
            }

            // A successor already in place for the day after needs no reminder.
            if (mandate.LastDay(agreement).Value is { } end
                && end.DayNumber - day.DayNumber <= agreement.ValueOf(LifeSettings.MandateReminderDays, day)
                && !mandates.Any(m => m.From > day && m.From <= end.AddDays(1)))
            {
                yield return Breach("life.mandate-ends-soon", Severity.Warning, term, mandate.Holder, end, end.DayNumber - day.DayNumber);
            }
        }

        static Violation Breach(string code, Severity severity, LegalReference reference, params object?[] arguments) =>
            new(code, severity, LifeTexts.Of(code, arguments), [], reference);
    }
}
