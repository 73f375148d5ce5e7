using StaffPool.Domain.Replacements;
using StaffPool.Solver.CpSat;

namespace StaffPool.Solver.Replacements;

/// <summary>
/// Several absences as one model: who serves what, which less urgent half-day makes room. Legal limits that several half-days
/// break together are added as they are found: what is forbidden stays so with more beside it.
/// </summary>
internal sealed class CoverModel
{
    private readonly CoverChoices choices;
    private readonly List<(Placement Choice, BoolVar Is)> placements;
    private readonly List<(MovedHalfDay Choice, BoolVar Is)> moves;
    private readonly Dictionary<PoolPerson, BoolVar> notified = new(ReferenceEqualityComparer.Instance);

    public CoverModel(CoverChoices choices)
    {
        this.choices = choices;
        placements = [.. choices.Placements.Select(c => (c, Builder.NewBool("x")))];
        moves = [.. choices.Moves.Select(c => (c, Builder.NewBool("m")))];
        foreach (var open in placements.GroupBy(p => p.Choice.Open))
        {
            Builder.AddAtMostOne(open.Select(p => p.Is));
        }

        foreach (var time in placements.Select(p => (p.Choice.Person, p.Choice.Open.Duty, p.Is))
            .Concat(moves.Select(m => (m.Choice.Person, Duty: m.Choice.To, m.Is)))
            .GroupBy(c => (c.Person, c.Duty)))
        {
            Builder.AddAtMostOne(time.Select(c => c.Is));
        }

        MakeRoom();
        foreach (var person in placements.Select(p => (p.Choice.Person, p.Is)).Concat(moves.Select(m => (m.Choice.Person, m.Is))).GroupBy(c => c.Person))
        {
            var told = notified[person.Key] = Builder.NewBool("told");
            foreach (var (_, @is) in person)
            {
                Builder.AddImplication(@is, told);
            }
        }
    }

    public CpModelBuilder Builder { get; } = new();

    /// <summary>The aims in order; the first is half-days left open, less the number of all.</summary>
    public IReadOnlyList<LinearExpr> Aims =>
    [
        LinearExpr.Sum(placements.Select(p => -1 * (LinearExpr)p.Is)),
        LinearExpr.Sum(notified.Values.Select(n => (LinearExpr)n)),
        LinearExpr.Sum(moves.Select(m => (LinearExpr)m.Is)),
        LinearExpr.Sum(placements.Select(p => choices.Pool.MetresTo(p.Choice.Person, p.Choice.Open.Need.Site) * (LinearExpr)p.Is)),
    ];

    public CoverPlan Read(IReadOnlyList<long> solution) => new(
        [.. placements.Where(p => solution[p.Is.Index] == 1).Select(p => p.Choice)],
        [.. moves.Where(m => solution[m.Is.Index] == 1).Select(m => m.Choice)]);

    public void Hint(CoverPlan plan)
    {
        var told = plan.Placements.Select(p => p.Person).Concat(plan.Moves.Select(m => m.Person)).ToHashSet();
        placements.ForEach(p => Builder.AddHint(p.Is, plan.Placements.Contains(p.Choice)));
        moves.ForEach(m => Builder.AddHint(m.Is, plan.Moves.Contains(m.Choice)));
        foreach (var (person, @is) in notified)
        {
            Builder.AddHint(@is, told.Contains(person));
        }
    }

    /// <summary>Forbids what breaks the law, person by person.</summary>
    /// <returns>Whether anything was forbidden.</returns>
    public bool Forbid(CoverPlan plan)
    {
        var found = false;
        foreach (var person in plan.Placements.Select(p => p.Person).Distinct())
        {
            var (freed, added) = plan.ChangesOf(person);
            if (choices.Pool.Legal(person, freed, added).Count == 0)
            {
                continue;
            }

            found = true;
            Builder.AddBoolOr(
                placements.Where(p => p.Choice.Person == person && plan.Placements.Contains(p.Choice)).Select(p => p.Is.Not())
                    .Concat(moves.Where(m => m.Choice.Person == person && plan.Moves.Contains(m.Choice)).Select(m => m.Is.Not())));
        }

        return found;
    }

    // A half-day is moved where, and only where, somebody serves another at its time.
    private void MakeRoom()
    {
        foreach (var busy in placements.GroupBy(p => (p.Choice.Person, Busy: choices.Pool.EngagementOf(p.Choice.Person, p.Choice.Open.Duty)))
            .Where(g => g.Key.Busy is not null))
        {
            var away = moves.Where(m => m.Choice.Person == busy.Key.Person && m.Choice.From == busy.Key.Busy).Select(m => (LinearExpr)m.Is);
            Builder.AddEqual(LinearExpr.Sum(away) - LinearExpr.Sum(busy.Select(p => (LinearExpr)p.Is)), 0);
        }
    }
}
