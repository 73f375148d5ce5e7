using StaffPool.Domain.Governance.Shares;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Tests.Governance.Shares;

public sealed class ShareRegisterTests
{
    private static readonly DateOnly Day = Rights.Day;
    private static readonly LegalReference Ref = Rights.Clause;

    // "A owns shares 01 to 26, B 27 to 54" (Instruction DGAS/5D/2007-309, modèle de convention).
    private static readonly ShareRegister Model = ShareRegister.Empty.Issue("a", 26, Day, Ref).Issue("b", 28, Day, Ref);

    [Fact]
    public void New_shares_are_numbered_after_the_last()
    {
        Model.Holdings.ShouldBe([new("a", new(1, 26)), new("b", new(27, 54))]);
        Model.IsContiguous.ShouldBeTrue();
        Model.Issue("b", 6, Day, Ref).RangesOf("b").ShouldBe([new NumberRange(27, 60)]);
    }

    [Fact]
    public void Shares_that_change_hands_keep_their_numbers()
    {
        var register = Model.Transfer("a", "b", 6, Day, Ref);

        register.Holdings.ShouldBe([new("a", new(1, 20)), new("b", new(21, 54))]);
        register.Movements[^1].Ranges.ShouldBe([new NumberRange(21, 26)]);
    }

    [Fact]
    public void A_cancelled_number_is_never_given_out_again_until_a_renumbering()
    {
        var gap = Model.Cancel("a", 6, Day, Ref).Issue("c", 4, Day, Ref);

        gap.Holdings.ShouldBe([new("a", new(1, 20)), new("b", new(27, 54)), new("c", new(55, 58))]);
        gap.IsContiguous.ShouldBeFalse();
        var renumbered = gap.Renumber(Day, Ref);
        renumbered.Holdings.ShouldBe([new("a", new(1, 20)), new("b", new(21, 48)), new("c", new(49, 52))]);
        renumbered.IsContiguous.ShouldBeTrue();
    }

    [Fact]
    public void The_highest_numbers_go_first_over_several_ranges()
    {
        var register = Model.Issue("a", 10, Day, Ref).Transfer("a", "c", 15, Day, Ref);

        register.RangesOf("a").ShouldBe([new NumberRange(1, 21)]);
        register.RangesOf("c").ShouldBe([new NumberRange(22, 26), new NumberRange(55, 64)]);
    }

    [Fact]
    public void A_number_belongs_to_one_member() =>
        Should.Throw<DomainException>(() => ShareRegister.Of([new("a", new(1, 26)), new("b", new(26, 54))]))
            .Text.ShouldNotBeNull().Key.ShouldBe("register.overlap");

    [Fact]
    public void A_register_kept_elsewhere_goes_on_after_its_highest_number() =>
        ShareRegister.Of([new("b", new(27, 54)), new("a", new(1, 20))]).Issue("a", 1, Day, Ref)
            .RangesOf("a").ShouldBe([new NumberRange(1, 20), new NumberRange(55, 55)]);

    [Fact]
    public void What_cannot_be_is_refused_with_the_reason()
    {
        Key(() => Model.Transfer("a", "b", 27, Day, Ref)).ShouldBe("register.too-few");
        Key(() => Model.Cancel("nobody", 1, Day, Ref)).ShouldBe("register.too-few");
        Key(() => Model.Transfer("a", "a", 1, Day, Ref)).ShouldBe("register.to-itself");
        Key(() => Model.Issue("a", 0, Day, Ref)).ShouldBe("register.count");
        Key(() => Model.Issue("a", 1, Day.AddDays(-1), Ref)).ShouldBe("register.earlier");
        Key(() => new NumberRange(5, 4)).ShouldBe("register.range");

        static string Key(Func<object> action) => Should.Throw<DomainException>(() => action()).Text.ShouldNotBeNull().Key;
    }

    [Fact]
    public void Whatever_happens_numbers_are_held_once_and_counts_follow()
    {
        var random = new Random(20260615);
        string[] members = ["a", "b", "c", "d"];
        for (var instance = 0; instance < 60; instance++)
        {
            var register = ShareRegister.Empty;
            var counts = members.ToDictionary(m => m, _ => 0L, StringComparer.Ordinal);
            for (var step = 0; step < 40; step++)
            {
                var (from, to) = (members[random.Next(4)], members[random.Next(4)]);
                var count = random.Next(1, 30);
                (register, var given, var taken) = random.Next(4) switch
                {
                    0 when counts[from] >= count && from != to => (register.Transfer(from, to, count, Day, Ref), count, count),
                    1 when counts[from] >= count => (register.Cancel(from, count, Day, Ref), 0, count),
                    2 => (register.Renumber(Day, Ref), 0, 0),
                    _ => (register.Issue(to, count, Day, Ref), count, 0),
                };
                counts[from] -= taken;
                counts[to] += given;

                members.All(m => register.ToTable().Of(m) == counts[m]).ShouldBeTrue();
                register.Holdings.Zip(register.Holdings.Skip(1)).All(p => p.First.Range.Last < p.Second.Range.First).ShouldBeTrue();
                (register.Holdings.Count == 0 || register.Holdings[^1].Range.Last <= register.LastIssued).ShouldBeTrue();
            }

            register.Renumber(Day, Ref).IsContiguous.ShouldBeTrue();
        }
    }
}
