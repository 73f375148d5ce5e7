using StaffPool.Solver.Timetables;

namespace StaffPool.Solver.Tests.Timetables;

public sealed class MinCostFlowTests
{
    [Fact]
    public void The_largest_flow_is_found_and_among_those_the_cheapest()
    {
        var flow = new MinCostFlow(4);
        var direct = flow.Add(0, 1, 2, 0);
        var cheap = flow.Add(1, 3, 1, 1);
        var dear = flow.Add(1, 3, 5, 10);
        flow.Run(0, 3).ShouldBe(2);
        (flow.FlowOn(direct), flow.FlowOn(cheap), flow.FlowOn(dear)).ShouldBe((2, 1, 1));
    }

    [Fact]
    public void A_first_path_that_was_wrong_is_taken_back()
    {
        var flow = new MinCostFlow(6);
        // two givers, two takers: the cheap edge must be given up for both to be served
        flow.Add(0, 1, 1, 0);
        flow.Add(0, 2, 1, 0);
        var first = flow.Add(1, 3, 1, 0);
        flow.Add(1, 4, 1, 5);
        flow.Add(2, 3, 1, 1);
        flow.Add(3, 5, 1, 0);
        flow.Add(4, 5, 1, 0);
        flow.Run(0, 5).ShouldBe(2);
        flow.FlowOn(first).ShouldBe(0);
    }
}
