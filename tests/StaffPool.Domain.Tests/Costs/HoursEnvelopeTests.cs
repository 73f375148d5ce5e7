using StaffPool.Domain.Costs;
using StaffPool.Domain.Costs.Analysis;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Tests.Costs;

public sealed class HoursEnvelopeTests
{
    private static readonly Func<string, string> Name = id => $"Membre {id}";

    [Fact]
    public void Hours_are_counted_against_credits_member_by_member_and_in_all()
    {
        var (balance, warnings) = HoursEnvelope.Of(
            [new("b", 100), new("a", 200), new("a", 50)], [new("b", 130.5m), new("a", 80), new("c", 10)], Name);

        balance.Lines.Select(l => (l.MemberId, l.Left.Value)).ShouldBe([("a", 170), ("b", -30.5m), ("c", -10)]);
        balance.Left.Value.ShouldBe(129.5m);
        balance.Left.Trace.Single().ToString().ShouldBe("350 h accordées − 220,5 h de remplacement = 129,5 h");
        warnings.Select(w => (w.Code, w.Subjects[0])).ShouldBe([("costs.hours-beyond-credit", "b"), ("costs.hours-beyond-credit", "c")]);
        warnings[0].Message.ToString().ShouldStartWith("Membre b\u00A0: 130,5 h de remplacement");
        warnings.ShouldAllBe(w => w.Severity == Severity.Warning);
    }

    [Fact]
    public void All_credits_taken_is_no_breach_and_one_hour_more_is_one_for_the_grouping_too()
    {
        HoursEnvelope.Of([new("a", 10)], [new("a", 10)], Name).Warnings.ShouldBeEmpty();
        HoursEnvelope.Of([new("a", 10)], [new("a", 11)], Name).Warnings.Select(w => w.Code)
            .ShouldBe(["costs.hours-beyond-credit", "costs.hours-beyond-envelope"]);
    }

    [Fact]
    public void Negative_hours_are_refused()
    {
        Should.Throw<DomainException>(() => HoursEnvelope.Of([new("a", -1)], [], Name));
        Should.Throw<DomainException>(() => HoursEnvelope.Of([], [new MemberQuantity("a", -1)], Name));
    }
}
