using StaffPool.Application.Scenarios;
using StaffPool.Documents.Scenarios.Sections;
using StaffPool.Documents.Scenarios.Yaml;
using StaffPool.Domain.Governance;
using StaffPool.Domain.Members;
using StaffPool.Domain.Needs;
using StaffPool.Domain.Planning;
using StaffPool.Domain.Workforce;

namespace StaffPool.Documents.Scenarios;

/// <summary>What can be changed to see what would happen.</summary>
public enum ChangeKind
{
    /// <summary><c>sites.max-per-professional=4</c>, <c>distance.from-base=30km:soft</c>.</summary>
    Setting,

    /// <summary><c>athies/psychologue=0.4 fte</c>.</summary>
    Need,

    /// <summary><c>psy-1=0.8</c>.</summary>
    FullTimeEquivalent,

    /// <summary><c>psychologue@athies=0.5</c>.</summary>
    Post,

    /// <summary><c>psy-1</c>.</summary>
    WithoutProfessional,

    /// <summary><c>pep80</c>.</summary>
    WithoutMember,
}

/// <param name="Kind">What it changes.</param>
/// <param name="Text">As written.</param>
public sealed record WrittenChange(ChangeKind Kind, string Text);

/// <summary>What came of reading changes.</summary>
/// <param name="Changes">In the order written; empty where any is wrong.</param>
/// <param name="Problems">The line of each is the rank of the change, from 1.</param>
public sealed record ChangesReading(IReadOnlyList<ScenarioChange> Changes, IReadOnlyList<ScenarioProblem> Problems);

/// <summary>
/// Reads changes written on a command line, in the words and quantities of the scenario file, against a scenario:
/// all of them, or every problem at once.
/// </summary>
public sealed class ChangeReader
{
    private readonly Scenario scenario;
    private readonly ProblemList problems = new();
    private readonly Dictionary<string, int> posts = new(StringComparer.Ordinal);
    private Position position;

    private ChangeReader(Scenario scenario) => this.scenario = scenario;

    private Grouping Grouping => scenario.Grouping;

    public static ChangesReading Read(Scenario scenario, IReadOnlyList<WrittenChange> written)
    {
        var reader = new ChangeReader(scenario);
        var changes = written.Select(reader.ReadOne).ToList();
        reader.RefuseAnEmptyGrouping(changes);
        return reader.problems.IsEmpty
            ? new ChangesReading([.. changes.OfType<ScenarioChange>()], [])
            : new ChangesReading([], reader.problems.InOrder);
    }

    /// <summary>Cells fixed on a command line: <c>PROFESSIONAL:NEED=HALF-DAYS</c>.</summary>
    public static (IReadOnlyList<Pin> Pins, IReadOnlyList<ScenarioProblem> Problems) ReadPins(
        Scenario scenario, IReadOnlyList<string> written)
    {
        var reader = new ChangeReader(scenario);
        var pins = written.Select((text, i) => reader.ReadPin(text, i, written)).OfType<Pin>().ToList();
        return (reader.problems.IsEmpty ? pins : [], reader.problems.InOrder);
    }

    private ScenarioChange? ReadOne(WrittenChange written, int index)
    {
        position = new Position(index + 1, 1);
        return written.Kind switch
        {
            ChangeKind.Setting => Split(written.Text, "change.setting") is var (key, value) ? Setting(key, value) : null,
            ChangeKind.Need => Split(written.Text, "change.need") is var (id, quantity) ? Need(id, quantity) : null,
            ChangeKind.FullTimeEquivalent => Split(written.Text, "change.fte") is var (id, fte) ? FullTime(id, fte) : null,
            ChangeKind.Post => Split(written.Text, "change.post") is var (place, fte) ? Post(place, fte) : null,
            ChangeKind.WithoutProfessional => Person(written.Text.Trim()) is { } person ? new ProfessionalLeaves(person) : null,
            ChangeKind.WithoutMember => Find(Grouping.Members, m => m.Id, written.Text.Trim(), "members") is { } member
                ? new MemberLeaves(member)
                : null,
            _ => throw new ArgumentOutOfRangeException(nameof(written), written.Kind, null),
        };
    }

    private SettingChange? Setting(string key, string value)
    {
        if (Find(AgreementSettings.All, d => d.Key, key, "settings") is not { } definition)
        {
            return null;
        }

        var context = new ScenarioContext(Domain.Geography.CommuneDirectory.France, problems);
        foreach (var profession in Grouping.Professions)
        {
            context.Professions.Declare(profession.Id, position, profession);
        }

        return SettingValue.Read(SettingNode(definition, value), definition, context) is { } read
            ? new SettingChange(definition, read, value)
            : null;
    }

    /// <summary>A limit is written 30km:soft, or waived alone; a list with commas.</summary>
    private Node SettingNode(SettingDefinition definition, string value)
    {
        switch (definition)
        {
            case SettingDefinition<DistanceLimit>:
                var parts = value.Split(':', 2, StringSplitOptions.TrimEntries);
                var kilometres = parts[0].EndsWith("km", StringComparison.Ordinal) ? parts[0][..^2].TrimEnd() : parts[0];
                (string Key, string Value)[] entries = parts.Length == 1 && !char.IsAsciiDigit(value.FirstOrDefault())
                    ? [("mode", value)]
                    : [("km", kilometres), .. parts.Skip(1).Select(mode => ("mode", mode))];
                return new MapNode(position, [.. entries.Select(e => (Scalar(e.Key), (Node)Scalar(e.Value)))]);
            case SettingDefinition<IReadOnlyList<string>>:
                return new ListNode(position, [.. value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Scalar)]);
            default:
                return Scalar(value);
        }
    }

    private NeedChange? Need(string id, string written)
    {
        var need = Grouping.Needs.FirstOrDefault(n => n.Id == id) ?? NeedAt(id);
        var quantity = QuantityReader.Of(Scalar(written), "need", problems);
        return need is null || quantity is null ? null : new NeedChange(need with { Quantity = quantity });
    }

    /// <summary>A need that nobody declared, from its site and profession.</summary>
    private NeedDeclaration? NeedAt(string id)
    {
        var slash = id.LastIndexOf('/');
        var site = slash < 0 ? null : Grouping.Sites.FirstOrDefault(s => s.Id == id[..slash]);
        var profession = slash < 0 ? null : Grouping.Professions.FirstOrDefault(p => p.Id == id[(slash + 1)..]);
        if (site is null || profession is null)
        {
            problems.AddUnknown(
                position, id,
                [.. Grouping.Needs.Select(n => n.Id).Union(Grouping.Sites.SelectMany(s => Grouping.Professions.Select(p => $"{s.Id}/{p.Id}")), StringComparer.Ordinal)],
                "reference.unknown", id, "needs");
            return null;
        }

        return Grouping.Needs.FirstOrDefault(n => n.Site == site && n.Profession == profession)
            ?? new NeedDeclaration { Id = id, Site = site, Profession = profession, Quantity = new NeedQuantity(0, NeedUnit.HalfDaysPerYear) };
    }

    private FullTimeEquivalentChange? FullTime(string id, string written)
    {
        var person = Person(id);
        var fte = FullTimePart(written);
        return person is null || fte is null ? null : new FullTimeEquivalentChange(person, fte.Value);
    }

    private ProfessionalJoins? Post(string place, string written)
    {
        if (place.Split('@', 2, StringSplitOptions.TrimEntries) is not [var professionId, var siteId])
        {
            problems.Add(position, "change.post", place);
            return null;
        }

        var profession = Find(Grouping.Professions, p => p.Id, professionId, "professions");
        var site = Find(Grouping.Sites, s => s.Id, siteId, "sites");
        var fte = FullTimePart(written);
        if (profession is null || site is null || fte is null)
        {
            return null;
        }

        var number = posts[profession.Id] = posts.GetValueOrDefault(profession.Id) + 1;
        var model = Grouping.Professionals.FirstOrDefault(p => p.Profession == profession) ?? (Grouping.Professionals.Count > 0 ? Grouping.Professionals[0] : null);
        return new ProfessionalJoins(new Professional
        {
            Id = FormattableString.Invariant($"poste-{profession.Id}-{number}"),
            Name = FormattableString.Invariant($"{profession.Name}, poste {number}"),
            Profession = profession,
            Employer = site.Member,
            Base = site,
            FullTimeEquivalent = fte.Value,
            Status = model?.Status ?? EmploymentStatus.CivilServant,
            WorkingTime = model?.WorkingTime ?? WorkingTimeRuleSet.PublicHospital,
            Qualifications = [.. Grouping.Needs.Where(n => n.Profession == profession).SelectMany(n => n.RequiredQualifications).Distinct(StringComparer.Ordinal)],
        });
    }

    private Pin? ReadPin(string text, int index, IReadOnlyList<string> all)
    {
        position = new Position(index + 1, 1);
        if (Split(text, "change.pin") is not var (cell, written))
        {
            return null;
        }

        if (cell.Split(':', 2, StringSplitOptions.TrimEntries) is not [var personId, var needId])
        {
            problems.Add(position, "change.pin", text);
            return null;
        }

        var person = Person(personId);
        var need = Find(Grouping.Needs, n => n.Id, needId, "needs");
        var halfDays = Values.Number(Scalar(written), "half-days", 0, 100_000, whole: true, problems);
        if (all.Take(index).Any(earlier => earlier.Split('=')[0].Trim() == cell))
        {
            problems.Add(position, "change.pin-twice", cell);
        }

        return person is null || need is null || halfDays is null ? null : new Pin(person, need, decimal.ToInt32(halfDays.Value));
    }

    private Professional? Person(string id) => Find(Grouping.Professionals, p => p.Id, id, "professionals");

    private decimal? FullTimePart(string written) => Values.Number(Scalar(written), "fte", 0.01m, 1, whole: false, problems);

    private T? Find<T>(IEnumerable<T> known, Func<T, string> idOf, string id, string section)
        where T : class
    {
        var list = known.ToList();
        if (list.FirstOrDefault(k => idOf(k) == id) is { } found)
        {
            return found;
        }

        problems.AddUnknown(position, id, [.. list.Select(idOf)], "reference.unknown", id, section);
        return null;
    }

    private (string Left, string Right)? Split(string text, string key)
    {
        if (text.IndexOf('=', StringComparison.Ordinal) is var at && at > 0 && at < text.Length - 1)
        {
            return (text[..at].Trim(), text[(at + 1)..].Trim());
        }

        problems.Add(position, key, text);
        return null;
    }

    private void RefuseAnEmptyGrouping(IEnumerable<ScenarioChange?> changes)
    {
        if (problems.IsEmpty && changes.OfType<ScenarioChange>().Aggregate(scenario, (s, c) => c.ApplyTo(s)).Grouping.Needs.Count == 0)
        {
            problems.Add(position, "change.empty");
        }
    }

    private ScalarNode Scalar(string text) => new(position, text, isPlain: false);
}
