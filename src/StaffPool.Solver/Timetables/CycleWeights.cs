namespace StaffPool.Solver.Timetables;

/// <summary>What the aims are worth of one person's cycle, in metres on the road.</summary>
/// <param name="Shortfall">A half-day of the period that the cycle does not deliver.</param>
/// <param name="Unwanted">A half-day of the cycle that the person would rather not work.</param>
/// <param name="Changes">A half-day of the cycle taken away, or new.</param>
internal readonly record struct CycleWeights(long Shortfall, long Unwanted, long Changes)
{
    /// <summary>
    /// One aim after the other: no cycle has 2^27 metres, nor 2^8 half-days, nor can a period owe 2^19 of them.
    /// </summary>
    public static CycleWeights InOrder { get; } = new(1L << 43, 1L << 35, 1L << 27);

    public long Of(CyclePerson person, int[] at)
    {
        var total = Shortfall * person.Promises.Index().Sum(p => (long)person.ShortfallOf(p.Index, at));
        for (var day = 0; day < at.Length / 2; day++)
        {
            total += Of(person, day, person.ShapeOf(at[2 * day], at[(2 * day) + 1]));
        }

        return total;
    }

    /// <summary>Of one day of the cycle; what it delivers is counted apart.</summary>
    public long Of(CyclePerson person, int day, DayShape shape) =>
        shape.Metres + OfHalf(person, 2 * day, shape.Morning) + OfHalf(person, (2 * day) + 1, shape.Afternoon);

    private long OfHalf(CyclePerson person, int slot, int promise) =>
        (promise >= 0 && person.Unwanted[slot] ? Unwanted : 0) + (Changes * person.ChangesAt(slot, promise));
}
