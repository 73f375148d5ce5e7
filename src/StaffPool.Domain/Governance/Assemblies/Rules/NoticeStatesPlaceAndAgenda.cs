using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Governance.Assemblies.Rules;

/// <summary>The notice says where the members meet and what they will decide, each item once.</summary>
public sealed class NoticeStatesPlaceAndAgenda : IAssemblyRule
{
    private static readonly LegalReference Article = new("CASF R.312-194-20", Confidence.Text);

    public IEnumerable<Violation> Assess(GeneralAssembly assembly)
    {
        var notice = assembly.Notice;
        if (string.IsNullOrWhiteSpace(notice.Place))
        {
            yield return Breach("assembly.no-place", [], notice.Day);
        }

        if (notice.Agenda.Count == 0)
        {
            yield return Breach("assembly.no-agenda", [], notice.Day);
        }

        foreach (var twice in notice.Agenda.GroupBy(i => i.Id).Where(g => g.Skip(1).Any()))
        {
            yield return Breach("assembly.agenda-item-twice", [twice.Key], twice.Key);
        }
    }

    private static Violation Breach(string code, string[] subjects, params object?[] arguments) =>
        new(code, Severity.Blocking, AssemblyTexts.Of(code, arguments), subjects, Article);
}
