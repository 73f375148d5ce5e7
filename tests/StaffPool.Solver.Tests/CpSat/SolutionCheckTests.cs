using StaffPool.Solver.CpSat;

namespace StaffPool.Solver.Tests.CpSat;

public sealed class SolutionCheckTests
{
    private readonly CpModelBuilder model = new();
    private readonly IntVar x;
    private readonly BoolVar a;
    private readonly BoolVar b;

    public SolutionCheckTests()
    {
        x = model.NewInt(0, 9, "x");
        a = model.NewBool("a");
        b = model.NewBool("b");
    }

    [Theory]
    [InlineData(10, 0, 0)]
    [InlineData(-1, 0, 0)]
    [InlineData(0, 2, 0)]
    public void A_value_outside_its_domain_is_found(long x, long a, long b) => Check(x, a, b).ShouldNotBeNull();

    [Fact]
    public void A_solution_of_a_wrong_length_is_found() => SolutionCheck.FindViolation(model.ToProto(), [1, 0]).ShouldNotBeNull();

    [Fact]
    public void A_broken_sum_is_found()
    {
        model.AddAtMost(x + (2 * a), 4);

        Check(2, 1, 0).ShouldBeNull();
        Check(3, 1, 0).ShouldNotBeNull();
    }

    [Fact]
    public void A_constraint_counts_only_when_it_is_enforced()
    {
        model.AddAtMost(x, 4).OnlyEnforceIf(a, b.Not());

        Check(5, 1, 0).ShouldNotBeNull();
        Check(5, 1, 1).ShouldBeNull();
        Check(5, 0, 0).ShouldBeNull();
    }

    [Fact]
    public void Clauses_and_counts_of_literals_are_checked()
    {
        model.AddBoolOr([a.Not(), b]);
        Check(0, 1, 0).ShouldNotBeNull();
        Check(0, 1, 1).ShouldBeNull();

        model.AddAtMostOne([a, b]);
        Check(0, 1, 1).ShouldNotBeNull();
        Check(0, 0, 0).ShouldBeNull();

        model.AddExactlyOne([a, b]);
        Check(0, 0, 0).ShouldNotBeNull();
        Check(0, 0, 1).ShouldBeNull();
    }

    [Fact]
    public void A_wrong_maximum_is_found()
    {
        model.AddMaxEquality(x, [3 * a, 2 * b]);

        Check(3, 1, 1).ShouldBeNull();
        Check(2, 1, 1).ShouldNotBeNull();
    }

    private string? Check(params long[] values) => SolutionCheck.FindViolation(model.ToProto(), values);
}
