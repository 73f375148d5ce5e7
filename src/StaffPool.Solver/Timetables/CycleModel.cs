using Google.OrTools.Sat;
using StaffPool.Domain.Timetables;
using StaffPool.Solver.CpSat;

namespace StaffPool.Solver.Timetables;

/// <summary>
/// The cycle of a piece as a CP-SAT model: one Boolean for each way to spend each day. What a day may not hold (a trip too
/// long for the midday break, a split day too wide) has no Boolean. People who are not free keep what the plan says.
/// </summary>
internal sealed class CycleModel
{
    private readonly CyclePiece piece;
    private readonly CyclePlan start;
    private readonly bool[] isFree;
    private readonly CpModelBuilder builder = new();
    private readonly BoolVar[][][] shapes;
    private readonly List<(IntVar Variable, Func<CyclePlan, long> Value)> derived = [];
    private readonly List<(BoolVar Variable, Func<CyclePlan, bool> Value)> derivedFlags = [];

    /// <param name="piece">Whom to plan.</param>
    /// <param name="start">A cycle that keeps every rule.</param>
    /// <param name="free">Numbers of those who may change; null for all.</param>
    public CycleModel(CyclePiece piece, CyclePlan start, IReadOnlyCollection<int>? free = null)
    {
        (this.piece, this.start) = (piece, start);
        isFree = [.. piece.People.Select((_, i) => free is null || free.Contains(i))];
        shapes = [.. piece.People.Select((p, i) => isFree[i]
            ? p.Days.Select((day, d) => day.Select(s => builder.NewBool(FormattableString.Invariant($"p{i}d{d}m{s.Morning}a{s.Afternoon}"))).ToArray()).ToArray()
            : [])];
        foreach (var (person, i) in Free())
        {
            LimitDaysAndWeeks(person, i);
        }

        foreach (var room in piece.Exclusions.Where(r => r.Visitors.Any(v => isFree[v.Person])))
        {
            for (var slot = 0; slot < piece.SlotCount; slot++)
            {
                builder.AddAtMost(LinearExpr.Sum(room.Visitors.Select(v => Presence(v, slot))), room.AtOnce);
            }
        }
    }

    /// <summary>An aim as an expression of the model; what only follows from the plan is added to the model here, once.</summary>
    public LinearExpr Express(CycleLevel level) => level switch
    {
        _ when level == CycleLevel.Joints => Joints(),
        _ when level == CycleLevel.Shortfall => Shortfall(),
        _ when level == CycleLevel.UnwantedWorst => UnwantedWorst(),
        _ when level == CycleLevel.Unwanted => LinearExpr.Sum(piece.People.Select((_, i) => UnwantedOf(i))),
        _ when level == CycleLevel.Changes => Changes(),
        _ => LinearExpr.Sum(piece.People.Select((_, i) => MetresOf(i))),
    };

    public void Minimize(LinearExpr expression) => builder.Minimize(expression);

    public void Hold(LinearExpr expression, long most) => builder.AddAtMost(expression, most);

    /// <summary>The model with a complete hint.</summary>
    public CpModelProto ToProto(CyclePlan hint)
    {
        builder.ClearHints();
        foreach (var (person, i) in Free())
        {
            for (var day = 0; day < person.Days.Length; day++)
            {
                for (var s = 0; s < person.Days[day].Length; s++)
                {
                    var shape = person.Days[day][s];
                    builder.AddHint(shapes[i][day][s], hint.At[i][2 * day] == shape.Morning && hint.At[i][(2 * day) + 1] == shape.Afternoon);
                }
            }
        }

        foreach (var (variable, value) in derived)
        {
            builder.AddHint(variable, value(hint));
        }

        foreach (var (variable, value) in derivedFlags)
        {
            builder.AddHint(variable, value(hint));
        }

        return builder.ToProto();
    }

    public CyclePlan Read(IReadOnlyList<long> solution)
    {
        var plan = start.Copy();
        foreach (var (person, i) in Free())
        {
            Array.Fill(plan.At[i], CyclePerson.Nowhere);
            for (var day = 0; day < person.Days.Length; day++)
            {
                var chosen = Array.FindIndex(shapes[i][day], b => b.ValueIn(solution));
                if (chosen >= 0)
                {
                    plan.At[i][2 * day] = person.Days[day][chosen].Morning;
                    plan.At[i][(2 * day) + 1] = person.Days[day][chosen].Afternoon;
                }
            }
        }

        return plan;
    }

    private IEnumerable<(CyclePerson Person, int Index)> Free() =>
        piece.People.Index().Where(p => isFree[p.Index]).Select(p => (p.Item, p.Index));

    private void LimitDaysAndWeeks(CyclePerson person, int i)
    {
        foreach (var day in shapes[i].Where(d => d.Length > 1))
        {
            builder.AddAtMostOne(day);
        }

        foreach (var week in Enumerable.Range(0, piece.SlotCount).GroupBy(slot => person.Slots[slot].Week).Where(w => w.Count() > person.WeekLimit))
        {
            builder.AddAtMost(LinearExpr.Sum(week.Select(slot => Busy(i, slot))), person.WeekLimit);
        }
    }

    private LinearExpr Presence(Visitor visitor, int slot) => isFree[visitor.Person]
        ? Where(visitor.Person, slot, k => k == visitor.Promise)
        : start.Is(visitor, slot) ? 1 : 0;

    private LinearExpr Busy(int person, int slot) => Where(person, slot, k => k >= 0);

    private LinearExpr Where(int person, int slot, Func<int, bool> isMeant)
    {
        var day = piece.People[person].Days[slot / 2];
        return LinearExpr.Sum(day.Index()
            .Where(s => isMeant(slot % 2 == 0 ? s.Item.Morning : s.Item.Afternoon))
            .Select(s => shapes[person][slot / 2][s.Index]));
    }

    private LinearExpr Joints()
    {
        var missing = LinearExpr.Zero;
        foreach (var joint in piece.Joints)
        {
            if (!joint.IsPossible)
            {
                missing += joint.Times;
                continue;
            }

            var together = new List<BoolVar>();
            for (var slot = 0; slot < piece.SlotCount; slot++)
            {
                var at = slot;
                var flag = builder.NewBool("together");
                foreach (var visitor in joint.Visitors)
                {
                    builder.AddAtLeast(Presence(visitor, slot) - flag, 0);
                }

                together.Add(flag);
                derivedFlags.Add((flag, plan => joint.Visitors.All(v => plan.Is(v, at))));
            }

            var missingTimes = builder.NewInt(0, joint.Times, "joint");
            builder.AddAtLeast(LinearExpr.Sum(together) + missingTimes, joint.Times);
            derived.Add((missingTimes, plan => Math.Max(0, joint.Times - plan.TimesHeld(joint))));
            missing += missingTimes;
        }

        return missing;
    }

    private LinearExpr Shortfall()
    {
        var total = LinearExpr.Zero;
        foreach (var (person, i) in piece.People.Index().Select(p => (p.Item, p.Index)))
        {
            for (var k = 0; k < person.Promises.Count; k++)
            {
                if (!isFree[i])
                {
                    total += person.ShortfallOf(k, start.At[i]);
                    continue;
                }

                var promise = k;
                var owed = person.Promises[k].HalfDays;
                var missing = builder.NewInt(0, owed, "short");
                var delivered = LinearExpr.Sum(Enumerable.Range(0, piece.SlotCount)
                    .Select(slot => Where(i, slot, at => at == promise) * person.Occurrences[promise][slot]));
                builder.AddAtLeast(delivered + missing, owed);
                derived.Add((missing, plan => person.ShortfallOf(promise, plan.At[i])));
                total += missing;
            }
        }

        return total;
    }

    private LinearExpr UnwantedOf(int i)
    {
        var person = piece.People[i];
        var slots = Enumerable.Range(0, piece.SlotCount).Where(slot => person.Unwanted[slot]).ToList();
        return isFree[i] ? LinearExpr.Sum(slots.Select(slot => Busy(i, slot))) : slots.Count(slot => start.At[i][slot] >= 0);
    }

    private LinearExpr UnwantedWorst()
    {
        var most = piece.People.Max(p => TimetableObjectives.PerFullTime(p.Professional, p.Unwanted.Count(u => u)));
        var worst = builder.NewInt(0, most, "worst");
        foreach (var (person, i) in piece.People.Index().Select(p => (p.Item, p.Index)).Where(p => p.Item.Unwanted.Any(u => u)))
        {
            // hundredths of a contract x worst >= 10,000 x half-days: the least worst is then rounded up, as measured
            var contract = (long)(100 * person.Professional.FullTimeEquivalent);
            builder.AddAtLeast((worst * contract) - (UnwantedOf(i) * 10_000), 0);
        }

        derived.Add((worst, CycleLevel.UnwantedWorst.Measure));
        return worst;
    }

    private LinearExpr Changes()
    {
        var total = LinearExpr.Zero;
        foreach (var (person, i) in piece.People.Index().Select(p => (p.Item, p.Index)))
        {
            if (person.InForce is not { } before)
            {
                continue;
            }

            for (var slot = 0; slot < piece.SlotCount; slot++)
            {
                var kept = before[slot];
                if (isFree[i])
                {
                    total += Where(i, slot, k => k >= 0 && k != kept);
                    total += kept == CyclePerson.Nowhere ? 0 : 1 - Where(i, slot, k => k == kept);
                }
                else if (start.At[i][slot] != kept)
                {
                    total += (start.At[i][slot] >= 0 ? 1 : 0) + (kept == CyclePerson.Nowhere ? 0 : 1);
                }
            }
        }

        return total;
    }

    private LinearExpr MetresOf(int i)
    {
        var person = piece.People[i];
        return isFree[i]
            ? LinearExpr.Sum(person.Days.SelectMany((day, d) => day.Select((s, n) => shapes[i][d][n] * s.Metres)))
            : CycleLevel.MetresOf(person, start.At[i]);
    }
}
