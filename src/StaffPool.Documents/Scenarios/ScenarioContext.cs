using StaffPool.Documents.Scenarios.Yaml;
using StaffPool.Domain.Geography;
using StaffPool.Domain.Members;
using StaffPool.Domain.Needs;
using StaffPool.Domain.Workforce;

namespace StaffPool.Documents.Scenarios;

/// <summary>What the sections of one file share: what was declared so far, and the problems.</summary>
internal sealed class ScenarioContext
{
    public ScenarioContext(CommuneDirectory communes, ProblemList problems)
    {
        (Communes, Problems) = (communes, problems);
        Members = new("members", problems);
        Sites = new("sites", problems);
        Professions = new("professions", problems);
        Professionals = new("professionals", problems);
        Needs = new("needs", problems);
        WorkingTimes = new("working-time", problems);
        foreach (var known in WorkingTimeRuleSet.Known.Except(WorkingTimeRuleSet.Agreements))
        {
            WorkingTimes.Declare(known.Id, new Position(0, 0), known);
        }
    }

    public CommuneDirectory Communes { get; }

    public ProblemList Problems { get; }

    /// <summary>Whether the file says that what has no source is invented.</summary>
    public bool SyntheticByDefault { get; set; }

    /// <summary>Whether anything read so far is invented.</summary>
    public bool HasSyntheticValues { get; set; }

    public Registry<Member> Members { get; }

    public Registry<Site> Sites { get; }

    public Registry<Profession> Professions { get; }

    public Registry<Professional> Professionals { get; }

    public Registry<NeedDeclaration> Needs { get; }

    public Registry<WorkingTimeRuleSet> WorkingTimes { get; }

    /// <summary>A context that knows all that this one knows, with nothing declared of its own yet.</summary>
    public ScenarioContext Beside()
    {
        var beside = new ScenarioContext(Communes, Problems) { SyntheticByDefault = SyntheticByDefault };
        beside.Members.Know(Members);
        beside.Sites.Know(Sites);
        beside.Professions.Know(Professions);
        beside.Professionals.Know(Professionals);
        beside.Needs.Know(Needs);
        beside.WorkingTimes.Know(WorkingTimes);
        return beside;
    }

    /// <summary>The entries of a section that is a list of maps; nothing when the section is absent.</summary>
    public IEnumerable<Fields> Entries(Node? section, string what, IReadOnlyCollection<string> keys)
    {
        if (section is null)
        {
            return [];
        }

        if (section is not ListNode list)
        {
            Problems.Add(section.Position, "type.list", what);
            return [];
        }

        return list.Items.Select(item => Fields.Of(item, what, keys, Problems)).OfType<Fields>();
    }

    /// <summary>What is read of each entry, without those that give nothing.</summary>
    public List<T> List<T>(Node? section, string what, IReadOnlyCollection<string> keys, Func<Fields, T?> read)
        where T : class =>
        [.. Entries(section, what, keys).Select(read).OfType<T>()];
}
