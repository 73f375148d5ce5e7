using StaffPool.Domain.Calculations;

namespace StaffPool.Domain.Governance.Assemblies;

/// <summary>Until when a notice may leave (CASF R.312-194-20 and -22).</summary>
public static class NoticeDelays
{
    /// <summary>Last day to send an ordinary notice: whole days before the day of the sitting.</summary>
    public static Traced<DateOnly> LastDay(DateTimeOffset opensAt, FoundingAgreement agreement)
    {
        var day = DateOnly.FromDateTime(opensAt.DateTime);
        var days = agreement.ValueOf(AssemblySettings.NoticeDays, day);
        var last = day.AddDays(-days);
        return new(last, [AssemblyTexts.Of("assembly.last-day", day, days, last)]);
    }

    /// <summary>Last moment to send an urgent notice.</summary>
    public static Traced<DateTimeOffset> LastMoment(DateTimeOffset opensAt, FoundingAgreement agreement)
    {
        var hours = agreement.ValueOf(AssemblySettings.UrgentNoticeHours, DateOnly.FromDateTime(opensAt.DateTime));
        var last = opensAt.AddHours(-hours);
        return new(last, [AssemblyTexts.Of("assembly.last-moment", opensAt, hours, last)]);
    }

    /// <summary>Last day of the second call after a sitting without quorum.</summary>
    public static Traced<DateOnly> LastDayOfSecondCall(DateOnly firstSitting, bool isUrgent, FoundingAgreement agreement)
    {
        var setting = isUrgent ? AssemblySettings.UrgentSecondCallDays : AssemblySettings.SecondCallDays;
        var days = agreement.ValueOf(setting, firstSitting);
        var last = firstSitting.AddDays(days);
        return new(last, [AssemblyTexts.Of("assembly.second-call-last-day", firstSitting, days, last)]);
    }
}
