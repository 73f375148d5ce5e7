namespace StaffPool.Solver.Timetables;

/// <summary>
/// A cycle that keeps every rule, without an engine: joint presences first, then what is in force, then each person's
/// promises by whole days and, for what is left, by halves where the trip is shortest. What remains if every engine fails.
/// </summary>
internal sealed class ConstructiveCycle
{
    private readonly CyclePiece piece;
    private readonly CyclePlan plan;

    private ConstructiveCycle(CyclePiece piece) => (this.piece, plan) = (piece, CyclePlan.Empty(piece));

    /// <param name="piece">Whom to plan.</param>
    /// <param name="wished">Where each would be if alone, taken where there is room; null for no wish.</param>
    public static CyclePlan Of(CyclePiece piece, IReadOnlyList<int[]>? wished = null)
    {
        var made = new ConstructiveCycle(piece);
        foreach (var joint in piece.Joints.Where(j => j.IsPossible))
        {
            made.Meet(joint);
        }

        foreach (var (person, i) in piece.People.Index().Select(p => (p.Item, p.Index)))
        {
            made.Follow(person.InForce, i);
            made.Follow(wished?[i], i);
        }

        foreach (var i in Enumerable.Range(0, piece.People.Count).OrderByDescending(made.Tightness))
        {
            made.Fill(i);
        }

        return made.plan;
    }

    private void Meet(Joint joint)
    {
        foreach (var slot in Enumerable.Range(0, piece.SlotCount)
            .OrderBy(slot => joint.Visitors.Count(v => piece.People[v.Person].Unwanted[slot])))
        {
            if (plan.TimesHeld(joint) >= joint.Times)
            {
                return;
            }

            var before = plan.Copy();
            if (!joint.Visitors.All(v => plan.Is(v, slot) || Put(v, slot)))
            {
                Array.Copy(before.At, plan.At, before.At.Length);
            }
        }
    }

    private void Follow(int[]? cycle, int person)
    {
        for (var slot = 0; slot < (cycle?.Length ?? 0); slot++)
        {
            if (cycle![slot] >= 0 && Shortfall(new Visitor(person, cycle[slot])) > 0)
            {
                Put(new Visitor(person, cycle[slot]), slot);
            }
        }
    }

    private double Tightness(int i)
    {
        var person = piece.People[i];
        return person.Promises.Select((p, k) => p.HalfDays / Math.Max(1.0, person.Occurrences[k].Sum())).DefaultIfEmpty(0).Sum();
    }

    private void Fill(int i)
    {
        var person = piece.People[i];
        var order = Enumerable.Range(0, person.Promises.Count).OrderByDescending(k => person.Promises[k].HalfDays).ToList();
        foreach (var visitor in order.Select(k => new Visitor(i, k)))
        {
            while (Shortfall(visitor) > 0 && BestSlot(visitor) is { } slot)
            {
                Put(visitor, slot);
                // the other half of the day costs no trip
                var other = slot ^ 1;
                if (Shortfall(visitor) > 0)
                {
                    Put(visitor, other);
                }
            }
        }
    }

    private int? BestSlot(Visitor visitor)
    {
        var person = piece.People[visitor.Person];
        var missing = Shortfall(visitor);
        return Enumerable.Range(0, piece.SlotCount)
            .Where(slot => CanPut(visitor, slot))
            .Select(slot => (int?)slot)
            .OrderBy(slot => person.Unwanted[slot!.Value])
            .ThenByDescending(slot => Math.Min(missing, person.Occurrences[visitor.Promise][slot!.Value] + (IsFree(visitor, slot.Value ^ 1) ? person.Occurrences[visitor.Promise][slot.Value ^ 1] : 0)))
            .ThenBy(slot => AddedMetres(visitor, slot!.Value))
            .FirstOrDefault();
    }

    private long AddedMetres(Visitor visitor, int slot)
    {
        var other = plan.At[visitor.Person][slot ^ 1];
        return MetresOf(visitor.Person, slot, visitor.Promise, other) - MetresOf(visitor.Person, slot, CyclePerson.Nowhere, other);
    }

    private long MetresOf(int person, int slot, int here, int other)
    {
        var (morning, afternoon) = slot % 2 == 0 ? (here, other) : (other, here);
        return morning < 0 && afternoon < 0
            ? 0
            : piece.People[person].Shapes.FirstOrDefault(s => s.Morning == morning && s.Afternoon == afternoon)?.Metres ?? long.MaxValue / 4;
    }

    private int Shortfall(Visitor visitor) => piece.People[visitor.Person].ShortfallOf(visitor.Promise, plan.At[visitor.Person]);

    private bool IsFree(Visitor visitor, int slot) => plan.At[visitor.Person][slot] < 0;

    private bool CanPut(Visitor visitor, int slot)
    {
        var person = piece.People[visitor.Person];
        var at = plan.At[visitor.Person];
        var (morning, afternoon) = slot % 2 == 0 ? (visitor.Promise, at[slot + 1]) : (at[slot - 1], visitor.Promise);
        return at[slot] < 0
            && person.Occurrences[visitor.Promise][slot] > 0
            && person.Allows(morning, afternoon)
            && at.Index().Count(s => s.Item >= 0 && person.Slots[s.Index].Week == person.Slots[slot].Week) < person.WeekLimit
            && plan.HasRoomFor(visitor, slot);
    }

    private bool Put(Visitor visitor, int slot)
    {
        if (!CanPut(visitor, slot))
        {
            return false;
        }

        plan.At[visitor.Person][slot] = visitor.Promise;
        return true;
    }
}
