using StaffPool.Domain.Members;
using StaffPool.Domain.Timetables;

namespace StaffPool.Solver.Timetables;

/// <summary>People who depend on each other, through rooms, joint presences or forbidden pairs; often one alone.</summary>
internal sealed class CyclePiece
{
    private readonly Dictionary<string, int> numbers;
    private readonly ILookup<Visitor, Room> roomsOf;

    public CyclePiece(TimetableProblem problem, IReadOnlyList<CyclePerson> people)
    {
        (Problem, People) = (problem, people);
        numbers = people.Index().ToDictionary(p => p.Item.Professional.Id, p => p.Index, StringComparer.Ordinal);
        Rooms = [.. problem.Requests.RoomLimits
            .Select(r => new Room(r.AtOnce, VisitorsOf(r.Site, r.Concerns)))
            .Where(r => r.Visitors.Count > r.AtOnce)];
        Pairs = [.. problem.Requests.ForbiddenPairs
            .Where(f => numbers.ContainsKey(f.First.Id) && numbers.ContainsKey(f.Second.Id))
            .SelectMany(f => SitesOf(f.First.Id).Intersect(SitesOf(f.Second.Id)), (f, site) => (Pair: f, Site: site))
            .Select(f => new Room(1, VisitorsOf(f.Site, p => p == f.Pair.First || p == f.Pair.Second)))];
        Joints = [.. problem.Requests.JointPresences
            .Select(j => new Joint(j.TimesPerCycle, VisitorsOf(j.Site, j.Professionals.Contains), j.Professionals.Count))
            .Where(j => j.Visitors.Count > 0)];
        roomsOf = Exclusions.SelectMany(r => r.Visitors, (Room, Visitor) => (Room, Visitor)).ToLookup(r => r.Visitor, r => r.Room);
    }

    public TimetableProblem Problem { get; }

    public IReadOnlyList<CyclePerson> People { get; }

    /// <summary>Rooms that can be overfilled, and forbidden pairs as rooms for one of the two.</summary>
    public IEnumerable<Room> Exclusions => Rooms.Concat(Pairs);

    public IReadOnlyList<Joint> Joints { get; private init; }

    /// <summary>What a visitor may overfill.</summary>
    public IEnumerable<Room> RoomsOf(Visitor visitor) => roomsOf[visitor];

    /// <summary>One of the people, free of all the others: no cycle of the piece treats them better.</summary>
    public CyclePiece Alone(int person) => new(Problem, [People[person]]) { Joints = [] };

    public int SlotCount => People[0].Slots.Length;

    /// <summary>Ways to spend a day, over all days and people: the size of the model.</summary>
    public int Size => People.Sum(p => p.Days.Sum(d => d.Length));

    private IReadOnlyList<Room> Rooms { get; }

    private IReadOnlyList<Room> Pairs { get; }

    /// <summary>The pieces of a problem: those who share nothing that is scarce are apart.</summary>
    public static IReadOnlyList<CyclePiece> Split(TimetableProblem problem)
    {
        var people = problem.People.Select(p => new CyclePerson(problem, p)).ToList();
        var whole = people.Count == 0 ? null : new CyclePiece(problem, people);
        var root = Enumerable.Range(0, people.Count).ToArray();
        foreach (var visitors in whole is null ? [] : whole.Exclusions.Select(r => r.Visitors).Concat(whole.Joints.Select(j => j.Visitors)))
        {
            foreach (var visitor in visitors.Skip(1))
            {
                root[Find(visitor.Person)] = Find(visitors[0].Person);
            }
        }

        return [.. Enumerable.Range(0, people.Count).GroupBy(Find).Select(g => new CyclePiece(problem, [.. g.Select(i => people[i])]))];

        int Find(int i)
        {
            while (root[i] != i)
            {
                i = root[i] = root[root[i]];
            }

            return i;
        }
    }

    private List<Visitor> VisitorsOf(Site site, Func<Domain.Workforce.Professional, bool> isConcerned) =>
        [.. from person in People.Index()
            where isConcerned(person.Item.Professional)
            from promise in person.Item.Promises.Index()
            where promise.Item.Site == site
            select new Visitor(person.Index, promise.Index)];

    private IEnumerable<Site> SitesOf(string id) => People[numbers[id]].Promises.Select(p => p.Site);
}

/// <summary>One person on one of their sites.</summary>
internal readonly record struct Visitor(int Person, int Promise);

/// <summary>At most so many of these at once.</summary>
internal sealed record Room(int AtOnce, IReadOnlyList<Visitor> Visitors);

/// <summary>So many half-days of the cycle with all of these together.</summary>
/// <param name="Times">Asked for.</param>
/// <param name="Visitors">Those who owe the site anything.</param>
/// <param name="People">All who are to be there: where one owes the site nothing, they never are.</param>
internal sealed record Joint(int Times, IReadOnlyList<Visitor> Visitors, int People)
{
    public bool IsPossible => Visitors.Count == People;
}
