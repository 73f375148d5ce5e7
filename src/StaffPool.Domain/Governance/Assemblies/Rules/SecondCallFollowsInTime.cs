using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Governance.Assemblies.Rules;

/// <summary>A second sitting, that needs no quorum, is called after the first and soon.</summary>
public sealed class SecondCallFollowsInTime : IAssemblyRule
{
    public IEnumerable<Violation> Assess(GeneralAssembly assembly)
    {
        var notice = assembly.Notice;
        if (notice.FirstSitting is not { } first)
        {
            yield break;
        }

        var setting = notice.IsUrgent ? AssemblySettings.UrgentSecondCallDays : AssemblySettings.SecondCallDays;
        var last = NoticeDelays.LastDayOfSecondCall(first, notice.IsUrgent, assembly.Agreement).Value;
        var counted = assembly.Setting(AssemblySettings.SecondCallCountsTheSitting) ? notice.Day : notice.SentOn;
        if (notice.SentOn < first)
        {
            yield return Breach("assembly.second-call-early", notice.SentOn, first);
        }

        if (counted > last)
        {
            yield return Breach("assembly.second-call-late", counted, first, assembly.Setting(setting), last);
        }

        Violation Breach(string code, params object?[] arguments) =>
            new(code, Severity.Blocking, AssemblyTexts.Of(code, arguments), [], assembly.ReferenceOf(setting));
    }
}
