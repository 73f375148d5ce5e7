using StaffPool.Solver.CpSat;

namespace StaffPool.Solver.Tests.CpSat;

public sealed class CpModelBuilderTests
{
    private readonly CpModelBuilder model = new();

    [Fact]
    public void Terms_of_one_variable_are_merged_and_the_constant_moves_to_the_bounds()
    {
        var x = model.NewInt(0, 9, "x");
        var y = model.NewInt(0, 9, "y");

        model.AddLinear((2 * x) + y + x - 4, -1, 7);

        var linear = model.ToProto().Constraints.Single().Linear;
        linear.Vars.ShouldBe([x.Index, y.Index]);
        linear.Coeffs.ShouldBe([3, 1]);
        linear.Domain.ShouldBe([3, 11]);
    }

    [Fact]
    public void A_term_that_cancels_out_disappears()
    {
        var x = model.NewInt(0, 9, "x");
        var y = model.NewInt(0, 9, "y");

        model.AddEqual(x + y - x, 3);

        model.ToProto().Constraints.Single().Linear.Vars.ShouldBe([y.Index]);
    }

    [Fact]
    public void A_missing_bound_stays_missing_whatever_the_constant()
    {
        var x = model.NewInt(0, 9, "x");

        model.AddAtMost(x - 5, 2);
        model.AddAtLeast(x + 5, 2);

        model.ToProto().Constraints.Select(constraint => constraint.Linear.Domain.ToArray())
            .ShouldBe([[long.MinValue, 7], [-3, long.MaxValue]]);
    }

    [Fact]
    public void A_negated_literal_enters_a_sum_as_one_minus_its_variable()
    {
        var a = model.NewBool("a");

        model.AddEqual(3 * a.Not(), 3);

        var linear = model.ToProto().Constraints.Single().Linear;
        linear.Coeffs.ShouldBe([-3]);
        linear.Domain.ShouldBe([0, 0]);
    }

    [Fact]
    public void Negating_twice_gives_the_variable_back()
    {
        var a = model.NewBool("a");

        a.Not().Not().ShouldBe(a);
        a.Not().Index.ShouldBe(a.Index);
        a.Not().IsNegated.ShouldBeTrue();
    }

    [Fact]
    public void A_maximum_is_the_minimum_of_the_opposite()
    {
        var x = model.NewInt(0, 9, "x");

        model.Maximize((2 * x) + 7);

        var objective = model.ToProto().Objective;
        objective.Coeffs.ShouldBe([-2]);
        objective.Offset.ShouldBe(-7);
        objective.ScalingFactor.ShouldBe(-1);
    }

    [Fact]
    public void A_cleared_objective_is_gone()
    {
        model.Minimize(model.NewInt(0, 9, "x"));
        model.ClearObjective();

        model.ToProto().Objective.ShouldBeNull();
    }

    [Fact]
    public void The_last_hint_of_a_variable_wins_and_hints_can_be_cleared()
    {
        var x = model.NewInt(0, 9, "x");
        var a = model.NewBool("a");
        model.AddHint(x, 3);
        model.AddHint(x, 4);
        model.AddHint(a.Not(), true);

        var hint = model.ToProto().SolutionHint;
        hint.Vars.ShouldBe([x.Index, a.Index]);
        hint.Values.ShouldBe([4, 0]);

        model.ClearHints();
        model.ToProto().SolutionHint.ShouldBeNull();
    }

    [Fact]
    public void Enforcement_literals_are_kept_with_their_sign()
    {
        var x = model.NewInt(0, 9, "x");
        var a = model.NewBool("a");
        var b = model.NewBool("b");

        model.AddAtMost(x, 3).OnlyEnforceIf(a, b.Not());

        model.ToProto().Constraints.Single().EnforcementLiteral.ShouldBe([a.Literal, b.Not().Literal]);
    }

    [Fact]
    public void An_implication_is_a_clause()
    {
        var a = model.NewBool("a");
        var b = model.NewBool("b");

        model.AddImplication(a, b);

        model.ToProto().Constraints.Single().BoolOr.Literals.ShouldBe([a.Not().Literal, b.Literal]);
    }

    [Fact]
    public void The_proto_is_a_copy()
    {
        model.NewInt(0, 9, "x");
        var proto = model.ToProto();
        model.NewInt(0, 9, "y");

        proto.Variables.Count.ShouldBe(1);
        model.VariableCount.ShouldBe(2);
    }

    [Fact]
    public void A_sum_built_one_term_at_a_time_takes_linear_time()
    {
        var variables = Enumerable.Range(0, 200_000).Select(_ => model.NewBool("x")).ToList();
        var total = LinearExpr.Zero;
        foreach (var variable in variables)
        {
            total += 2 * variable;
        }

        model.AddAtMost(total, 7);

        model.ToProto().Constraints.Single().Linear.Coeffs.Sum().ShouldBe(400_000);
    }

    [Fact]
    public void An_expression_is_worth_its_value_in_a_solution()
    {
        var x = model.NewInt(0, 9, "x");
        var a = model.NewBool("a");

        ((3 * x) - (2 * a.Not()) + 5).ValueIn([4, 0]).ShouldBe(15);
    }

    [Fact]
    public void An_empty_domain_is_refused() => Should.Throw<ArgumentException>(() => model.NewInt(3, 2, "x")).Message.ShouldContain("x");

    [Fact]
    public void A_domain_that_would_overflow_is_refused() => Should.Throw<ArgumentException>(() => model.NewInt(0, long.MaxValue, "x"));

    [Fact]
    public void A_coefficient_that_would_overflow_is_refused()
    {
        var x = model.NewInt(0, 1_000_000, "x");

        Should.Throw<ArgumentException>(() => model.AddAtMost(x * (long.MaxValue / 1_000_000), 1)).Message.ShouldContain("scale");
    }

    [Fact]
    public void A_lower_bound_above_the_upper_one_is_refused()
    {
        var x = model.NewInt(0, 9, "x");

        Should.Throw<ArgumentException>(() => model.AddLinear(x, 3, 2));
    }

    [Fact]
    public void A_variable_of_a_larger_model_is_refused()
    {
        var other = new CpModelBuilder();
        other.NewBool("a");

        Should.Throw<ArgumentException>(() => model.AddBoolOr([other.NewBool("b")]));
    }

    [Fact]
    public void Enforcing_an_exactly_one_is_refused()
    {
        var a = model.NewBool("a");

        Should.Throw<InvalidOperationException>(() => model.AddExactlyOne([a]).OnlyEnforceIf(a));
    }

    [Fact]
    public void The_maximum_of_nothing_is_refused() =>
        Should.Throw<ArgumentException>(() => model.AddMaxEquality(LinearExpr.Zero, []));
}
