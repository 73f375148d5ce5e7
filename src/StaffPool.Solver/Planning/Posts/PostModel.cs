using StaffPool.Domain.Members;
using StaffPool.Domain.Planning;
using StaffPool.Domain.Workforce;
using StaffPool.Solver.CpSat;
using StaffPool.Solver.Planning.Constraints;
using StaffPool.Solver.Planning.Objectives;

namespace StaffPool.Solver.Planning.Posts;

/// <summary>
/// The allocation with posts that may be opened: the same cells and constraints as for the people who are there, and
/// for each post how many tenths of a full-time one it takes and where it is based.
/// </summary>
internal sealed class PostModel
{
    // Half-days of a tenth are a fraction: in millionths they are whole enough to lose nothing.
    private const long Scale = 1_000_000;

    private readonly AllocationModel model;
    private readonly IReadOnlyList<PostSlot> slots;

    /// <param name="problem">The people who are there and the needs.</param>
    /// <param name="profile">What a post looks like.</param>
    /// <param name="posts">Most posts of each profession.</param>
    /// <param name="bases">Where each may be based.</param>
    /// <param name="smallestTenths">Fewest tenths of a post that is opened.</param>
    public PostModel(
        AllocationProblem problem,
        PostProfile profile,
        IReadOnlyDictionary<Profession, int> posts,
        IReadOnlyList<Site> bases,
        int smallestTenths)
    {
        List<(Profession Profession, int Slot, List<Professional> Candidates)> places =
            [.. from count in posts
                from slot in Enumerable.Range(0, count.Value)
                select (count.Key, slot, bases.Select((b, i) => profile.Post(
                    count.Key, FormattableString.Invariant($"?{count.Key.Id}/{slot}/{i}"), "", b, tenths: 10)).ToList())];
        model = new AllocationModel(PostProfile.With(problem, places.SelectMany(p => p.Candidates)));
        foreach (var constraint in AllocationConstraints.All)
        {
            constraint.Apply(model);
        }

        slots = [.. places.Select(p => AddSlot(p.Profession, p.Candidates, profile, smallestTenths))];
        foreach (var (first, second) in slots.Zip(slots.Skip(1)).Where(pair => pair.First.Profession == pair.Second.Profession))
        {
            // Posts of one profession are alike: largest first, or each plan would stand in the search in every order.
            model.Builder.AddAtLeast(first.Tenths - (LinearExpr)second.Tenths, 0);
        }

        Tenths = LinearExpr.Sum(slots.Select(s => s.Tenths));
        Opened = LinearExpr.Sum(slots.Select(s => s.Open));
        Missing = [.. new IObjectiveModel[] { new LegalMinimumObjective(), new PriorityNeedsObjective(), new UnmetNeedsObjective() }
            .Select(o => o.Express(model))];
        Metres = new TravelObjective().Express(model);
    }

    /// <summary>Half-days missing to the law, to the priorities and to all needs: the first aims of every plan, in order.</summary>
    public IReadOnlyList<LinearExpr> Missing { get; }

    public LinearExpr Tenths { get; }

    public LinearExpr Opened { get; }

    public LinearExpr Metres { get; }

    public CpModelBuilder Builder => model.Builder;

    /// <summary>Fewest tenths of a full-time post that give so many half-days.</summary>
    public static int TenthsFor(int halfDays, PostProfile profile) =>
        (int)(((Scale * halfDays) + PerTenth(profile) - 1) / PerTenth(profile));

    /// <summary>Starts from a plan made without an engine, every post open; only where each has one possible base.</summary>
    public void HintStart()
    {
        if (slots.All(s => s.Places.Count == 1))
        {
            model.Hint(ConstructiveStart.Of(model.Piece));
            foreach (var slot in slots)
            {
                Builder.AddHint(slot.Tenths, 10);
                Builder.AddHint(slot.Open, true);
                Builder.AddHint(slot.Places[0].At, true);
            }
        }
    }

    /// <summary>Starts from posts found by another model, largest first in each profession, each at the given base.</summary>
    public void HintPosts(AllocationPlan plan, IReadOnlyList<(OpenedPost Post, Site Base)> posts)
    {
        var place = new Dictionary<Professional, Professional>();
        var sizes = new List<(PostSlot Slot, int Tenths)>();
        var waiting = posts.ToLookup(p => p.Post.Candidate.Profession);
        foreach (var slotsOfOne in slots.GroupBy(s => s.Profession))
        {
            foreach (var (slot, (post, @base)) in slotsOfOne.Zip(waiting[slotsOfOne.Key].OrderByDescending(p => p.Post.Tenths)))
            {
                place[post.Candidate] = slot.Places.First(p => p.Candidate.Base == @base).Candidate;
                sizes.Add((slot, post.Tenths));
            }
        }

        model.Hint(new AllocationPlan(
            plan.Period, [.. plan.Assignments.Select(a => a with { Professional = place.GetValueOrDefault(a.Professional, a.Professional) })]));
        // Slots left over stay closed: only a start that says every value counts as one.
        foreach (var (slot, tenths) in sizes.Concat(slots.Except(sizes.Select(s => s.Slot)).Select(s => (s, 0))))
        {
            Builder.AddHint(slot.Tenths, tenths);
            Builder.AddHint(slot.Open, tenths > 0);
            foreach (var (candidate, at) in slot.Places)
            {
                Builder.AddHint(at, place.ContainsValue(candidate));
            }
        }
    }

    /// <summary>The posts that the values open, each with its base and what it does, and what the people there do.</summary>
    public (AllocationPlan Plan, IReadOnlyList<OpenedPost> Posts) Read(IReadOnlyList<long> values)
    {
        var plan = model.Read(values);
        return (plan, [.. from slot in slots
            where slot.Open.ValueIn(values)
            let place = slot.Places.First(p => p.At.ValueIn(values))
            select new OpenedPost(place.Candidate, (int)slot.Tenths.ValueIn(values))]);
    }

    private PostSlot AddSlot(Profession profession, List<Professional> candidates, PostProfile profile, int smallestTenths)
    {
        var name = candidates[0].Id;
        var tenths = Builder.NewInt(0, 10, $"tenths {name}");
        var open = Builder.NewBool($"open {name}");
        Builder.AddAtLeast(tenths - (smallestTenths * open), 0);
        Builder.AddAtMost(tenths - (10 * open), 0);
        List<PostPlace> places = [.. candidates.Select(c => new PostPlace(c, Builder.NewBool($"at {c.Id}")))];
        Builder.AddEqual(LinearExpr.Sum(places.Select(p => p.At)) - open, 0);
        var perTenth = PerTenth(profile);
        foreach (var (candidate, at) in places)
        {
            var cells = model.Of(candidate).ToList();
            var halfDays = LinearExpr.Sum(cells.Select(c => c.HalfDays));
            Builder.AddAtMost((Scale * halfDays) - (perTenth * tenths), 0);
            Builder.AddAtMost(halfDays - (model.Piece.CapacityOf(candidate) * at), 0);
            foreach (var cell in cells)
            {
                Builder.AddImplication(cell.Opened, at);
            }

            if (model.Piece.IsSiteLimited(candidate))
            {
                var counted = cells.Where(c => model.Piece.CountsAsSite(candidate, c.Cell.Demand.Need.Site)).Select(c => c.Opened);
                Builder.AddAtMost(LinearExpr.Sum(counted) - (model.Piece.MaxSites * at), 0);
            }
        }

        return new PostSlot(profession, tenths, open, places);
    }

    private static long PerTenth(PostProfile profile) => (long)decimal.Floor(profile.HalfDaysPerTenth * Scale);

    private sealed record PostSlot(Profession Profession, IntVar Tenths, BoolVar Open, IReadOnlyList<PostPlace> Places);

    private sealed record PostPlace(Professional Candidate, BoolVar At);
}

/// <summary>A post that the model opened.</summary>
internal sealed record OpenedPost(Professional Candidate, int Tenths);
