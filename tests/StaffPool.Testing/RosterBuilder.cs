using StaffPool.Domain.Calendar;
using StaffPool.Domain.Rosters;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Workforce;

namespace StaffPool.Testing;

/// <summary>Builds small roster problems for tests: nothing limits anything until asked. Days are counted from a Monday.</summary>
public sealed class RosterBuilder
{
    /// <summary>First of two weeks as the known limits count them.</summary>
    public static readonly DateOnly Monday = new(2027, 5, 17);

    private readonly List<RosterPerson> people = [];
    private readonly List<RosterTask> tasks = [];
    private readonly List<RosterRequest> requests = [];
    private readonly List<RosterPin> pins = [];
    private readonly List<FairShare> fairness = [];
    private readonly Dictionary<(string, string), int> travel = [];
    private RosterContract contract = new() { Id = "libre", Limits = new WorkingTimeLimits("libre", Monday, new LegalReference("test"), []) };
    private int days = 14;
    private DateOnly start = Monday;

    public RosterBuilder From(DateOnly first, int length)
    {
        (start, days) = (first, length);
        return this;
    }

    /// <summary>The contract of the people added from now on.</summary>
    public RosterBuilder Contract(Func<RosterContract, RosterContract> change)
    {
        contract = change(contract);
        return this;
    }

    public RosterBuilder Limits(params WorkingTimeLimit[] limits) => Contract(c => c with { Limits = c.Limits with { Limits = limits } });

    public RosterBuilder Person(string id, Func<RosterPerson, RosterPerson>? also = null)
    {
        var person = new RosterPerson { Id = id, Name = id, Contract = contract };
        people.Add(also is null ? person : also(person));
        return this;
    }

    /// <param name="label">The identifier is the label and the day: <c>J0</c>.</param>
    /// <param name="day">From the first day.</param>
    /// <param name="from">Hour of Paris.</param>
    /// <param name="hours">By the clock.</param>
    /// <param name="also">What else to set.</param>
    public RosterBuilder Task(string label, int day, int from = 8, int hours = 8, Func<RosterTask, RosterTask>? also = null)
    {
        var end = from + hours;
        var task = new RosterTask
        {
            Id = FormattableString.Invariant($"{label}{day}"),
            Label = label,
            Parts = [new RosterPart(At(day, from), At(day + (end / 24), end % 24))],
        };
        tasks.Add(also is null ? task : also(task));
        return this;
    }

    public RosterBuilder Travel(string from, string to, int minutes)
    {
        travel[(from, to)] = minutes;
        return this;
    }

    public RosterBuilder Request(string person, int day, bool wanted, int weight = 1, string? label = null)
    {
        requests.Add(new RosterRequest(Of(person), start.AddDays(day), start.AddDays(day), label, wanted, weight));
        return this;
    }

    public RosterBuilder Pin(string person, string task, bool assigned = true)
    {
        pins.Add(new RosterPin(Of(person), TaskOf(task), assigned));
        return this;
    }

    public RosterBuilder Share(RosterMeasure measure, int weight = 1)
    {
        fairness.Add(new FairShare(measure, weight));
        return this;
    }

    public RosterProblem Build(params string[] inForce)
    {
        var problem = new RosterProblem
        {
            Name = "essai",
            Period = new Period(start, start.AddDays(days - 1)),
            People = people,
            Tasks = tasks,
            Travel = travel,
            Requests = requests,
            Pins = pins,
            Fairness = fairness,
        };
        return inForce.Length == 0 ? problem : problem with { InForce = Roster(inForce) };
    }

    /// <summary>Who has what, as <c>"a: J0 J1"</c>.</summary>
    public Roster Roster(params string[] lines) => new(
        [.. lines.SelectMany(line => line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..]
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(task => new RosterAssignment(Of(line[..line.IndexOf(':', StringComparison.Ordinal)]), TaskOf(task))))]);

    private RosterPerson Of(string id) => people.Find(p => p.Id == id)!;

    private RosterTask TaskOf(string id) => tasks.Find(t => t.Id == id)!;

    private DateTime At(int day, int hour) => ParisTime.At(start.AddDays(day), new TimeOnly(hour, 0));
}
