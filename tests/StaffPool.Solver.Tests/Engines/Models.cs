using Google.OrTools.Sat;
using StaffPool.Solver.CpSat;
using StaffPool.Solver.Engines;

namespace StaffPool.Solver.Tests.Engines;

/// <summary>Models whose answer is known.</summary>
internal static class Models
{
    public static SolveLimits Quick { get; } = new() { WallTime = TimeSpan.FromSeconds(20) };

    /// <summary>Maximise 30 chairs + 50 tables under two supplies; the optimum is 20 and 10, worth 1100.</summary>
    public static CpModelProto Workshop(bool maximise = true, long offset = 0)
    {
        var model = new CpModelBuilder();
        var chairs = model.NewInt(0, 100, "chairs");
        var tables = model.NewInt(0, 100, "tables");
        model.AddAtMost(chairs + (2 * tables), 40);
        model.AddAtMost((2 * chairs) + tables, 50);
        var profit = (30 * chairs) + (50 * tables) + offset;
        if (maximise)
        {
            model.Maximize(profit);
        }
        else
        {
            model.Minimize(-profit);
        }

        return model.ToProto();
    }

    public static CpModelProto Infeasible()
    {
        var model = new CpModelBuilder();
        var a = model.NewInt(0, 10, "a");
        var b = model.NewInt(0, 10, "b");
        model.AddEqual((2 * a) + (2 * b), 7);
        return model.ToProto();
    }

    /// <summary>Assign jobs to machines of limited capacity; every cost is a multiple of <paramref name="unit"/>.</summary>
    public static CpModelProto Assignment(int size, long unit)
    {
        var random = new Random(3);
        var model = new CpModelBuilder();
        var total = LinearExpr.Zero;
        var load = Enumerable.Repeat(LinearExpr.Zero, size).ToArray();
        for (var job = 0; job < size; job++)
        {
            var machines = Enumerable.Range(0, size).Select(_ => model.NewBool("on")).ToList();
            model.AddExactlyOne(machines);
            for (var machine = 0; machine < size; machine++)
            {
                total += unit * random.Next(100) * machines[machine];
                load[machine] += random.Next(1, 21) * machines[machine];
            }
        }

        foreach (var machine in load)
        {
            model.AddAtMost(machine, 22);
        }

        model.Minimize(total);
        return model.ToProto();
    }

    /// <summary>
    /// Multi-dimensional market split: a few rows, each of which almost no choice fills exactly; the
    /// slack is the objective. Tiny, and out of reach of either engine within any test.
    /// </summary>
    public static CpModelProto Endless(int rows = 6, int columns = 50, bool hinted = false)
    {
        var random = new Random(7);
        var model = new CpModelBuilder();
        var chosen = Enumerable.Range(0, columns).Select(_ => model.NewBool("chosen")).ToList();
        var slacks = new List<IntVar>();
        for (var i = 0; i < rows; i++)
        {
            var weights = chosen.Select(_ => (long)random.Next(100)).ToList();
            var over = model.NewInt(0, 100_000, "over");
            var under = model.NewInt(0, 100_000, "under");
            var row = LinearExpr.Sum(chosen.Zip(weights, (x, weight) => x * weight));
            model.AddEqual(row + under - over, weights.Sum() / 2);
            slacks.AddRange([over, under]);
            if (hinted)
            {
                model.AddHint(over, 0);
                model.AddHint(under, weights.Sum() / 2);
            }
        }

        if (hinted)
        {
            chosen.ForEach(x => model.AddHint(x, false));
        }

        model.Minimize(LinearExpr.Sum(slacks));
        return model.ToProto();
    }
}
