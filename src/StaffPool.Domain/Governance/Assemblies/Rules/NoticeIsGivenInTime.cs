using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Governance.Assemblies.Rules;

/// <summary>The notice leaves in writing, before the sitting, as early as the agreement or the law wants.</summary>
public sealed class NoticeIsGivenInTime : IAssemblyRule
{
    public IEnumerable<Violation> Assess(GeneralAssembly assembly)
    {
        var notice = assembly.Notice;
        var setting = notice.IsUrgent ? AssemblySettings.UrgentNoticeHours : AssemblySettings.NoticeDays;
        if (!notice.IsInWriting)
        {
            yield return Breach("assembly.notice-not-written", notice.Day);
        }

        if (notice.SentAt >= notice.OpensAt)
        {
            yield return Breach("assembly.dates-reversed", notice.SentAt, notice.OpensAt);
            yield break;
        }

        // Where the second sitting itself must follow within days, the ordinary notice could never be kept.
        if (notice.IsSecondCall && assembly.Setting(AssemblySettings.SecondCallCountsTheSitting))
        {
            yield break;
        }

        if (notice.IsUrgent)
        {
            var moment = NoticeDelays.LastMoment(notice.OpensAt, assembly.Agreement).Value;
            if (notice.SentAt > moment)
            {
                yield return Breach("assembly.urgent-notice-late", notice.SentAt, notice.OpensAt, assembly.Setting(setting), moment);
            }

            yield break;
        }

        var day = NoticeDelays.LastDay(notice.OpensAt, assembly.Agreement).Value;
        if (notice.SentOn > day)
        {
            yield return Breach("assembly.notice-late", notice.SentOn, notice.Day, assembly.Setting(setting), day);
        }

        Violation Breach(string code, params object?[] arguments) =>
            new(code, Severity.Blocking, AssemblyTexts.Of(code, arguments), [], assembly.ReferenceOf(setting));
    }
}
