using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Google.OrTools.Sat;
using StaffPool.Solver.CpSat;
using StaffPool.Solver.Engines;

namespace StaffPool.Solver.Tests.Engines;

/// <summary>On small random models, both engines must find what trying every assignment finds.</summary>
public sealed class EnginesAgreeTests(SharedEngines engines)
{
    private const int Low = -2;
    private const int High = 3;

    public sealed record Row(int[] Coefficients, int From, int Width);

    public sealed record SmallModel(int Variables, Row[] Rows, int[] Cost, bool Maximise)
    {
        public override string ToString() => JsonSerializer.Serialize(this);
    }

    private static Gen<SmallModel> SmallModels =>
        from variables in Gen.Choose(3, 5)
        from rows in Gen.ArrayOf(RowOf(variables), 3)
        from cost in Gen.ArrayOf(Gen.Choose(-7, 7), variables)
        from maximise in Gen.Elements(true, false)
        select new SmallModel(variables, rows, cost, maximise);

    [Fact]
    public void CpSat_HiGHS_and_brute_force_agree()
    {
        var config = Config.QuickThrowOnFailure.WithMaxTest(80);

        Prop.ForAll(SmallModels.ToArbitrary(), Agree).Check(config);
    }

    private static Gen<Row> RowOf(int variables) =>
        from coefficients in Gen.ArrayOf(Gen.Choose(-5, 5), variables)
        from low in Gen.Choose(-8, 6)
        from width in Gen.Choose(0, 4)
        select new Row(coefficients, low, width);

    private async Task Agree(SmallModel small)
    {
        var model = Build(small);
        var expected = BruteForce(small);
        var answers = await Task.WhenAll(Solve(model, EngineKind.CpSat), Solve(model, EngineKind.Highs));
        foreach (var answer in answers)
        {
            answer.Failure.ShouldBeNull();
            answer.Status.ShouldBe(expected is null ? SolveStatus.Infeasible : SolveStatus.Optimal);
            answer.Objective.ShouldBe(expected);
            answer.Bound.ShouldBe(expected);
        }
    }

    private Task<SolveAnswer> Solve(CpModelProto model, EngineKind engine) =>
        engines.Portable.SolveAsync(new SolveRequest(model, engine, Models.Quick), null, TestContext.Current.CancellationToken);

    private static CpModelProto Build(SmallModel small)
    {
        var model = new CpModelBuilder();
        var x = Enumerable.Range(0, small.Variables).Select(_ => model.NewInt(Low, High, "x")).ToList();
        foreach (var row in small.Rows)
        {
            model.AddLinear(Sum(x, row.Coefficients), row.From, row.From + row.Width);
        }

        if (small.Maximise)
        {
            model.Maximize(Sum(x, small.Cost));
        }
        else
        {
            model.Minimize(Sum(x, small.Cost));
        }

        return model.ToProto();
    }

    private static LinearExpr Sum(IReadOnlyList<IntVar> x, int[] coefficients) =>
        LinearExpr.Sum(x.Zip(coefficients, (variable, coefficient) => variable * coefficient));

    private static double? BruteForce(SmallModel small)
    {
        double? best = null;
        var x = new int[small.Variables];
        var count = (int)Math.Pow(High - Low + 1, small.Variables);
        for (var code = 0; code < count; code++)
        {
            var rest = code;
            for (var i = 0; i < x.Length; i++)
            {
                x[i] = Low + (rest % (High - Low + 1));
                rest /= High - Low + 1;
            }

            if (small.Rows.All(row => Dot(row.Coefficients, x) - row.From is var above && above >= 0 && above <= row.Width))
            {
                double value = Dot(small.Cost, x);
                best = best is null ? value : small.Maximise ? Math.Max(best.Value, value) : Math.Min(best.Value, value);
            }
        }

        return best;
    }

    private static int Dot(int[] coefficients, int[] x) => coefficients.Zip(x, (coefficient, value) => coefficient * value).Sum();
}
