using StaffPool.Domain.Calculations;
using StaffPool.Domain.Costs;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Tests.Costs;

public sealed class RoundingLedgerTests
{
    [Fact]
    public void The_odd_cent_turns_from_year_to_year()
    {
        var ledger = RoundingLedger.Empty;
        var charged = new List<string>();
        for (var year = 0; year < 6; year++)
        {
            var split = ledger.Round("siege", new Money(100), Thirds(100));
            split.Parts.Sum(p => p.Amount.Cents).ShouldBe(100);
            charged.Add(split.Parts.Single(p => p.Amount.Cents == 34).MemberId);
            ledger = split.Ledger;
        }

        charged.Take(3).Order(StringComparer.Ordinal).ShouldBe(["a", "b", "c"]);
        charged.Skip(3).Order(StringComparer.Ordinal).ShouldBe(["a", "b", "c"]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Over_many_years_nobody_is_a_cent_away_from_the_sum_of_its_exact_shares(int seed)
    {
        var random = new Random(seed);
        var members = Enumerable.Range(0, random.Next(2, 30)).Select(i => $"m{i:00}").ToList();
        var exact = members.ToDictionary(m => m, _ => 0m, StringComparer.Ordinal);
        var charged = members.ToDictionary(m => m, _ => 0L, StringComparer.Ordinal);
        var ledger = RoundingLedger.Empty;
        for (var year = 0; year < 300; year++)
        {
            var total = random.Next(-2_000_000, 20_000_000);
            var weights = members.Select(_ => (decimal)random.Next(1, 4_000)).ToList();
            var split = ledger.Round("siege", new Money(total), Proportional(total, members, weights));
            ledger = split.Ledger;
            split.Parts.Sum(p => p.Amount.Cents).ShouldBe(total);
            foreach (var part in split.Parts)
            {
                exact[part.MemberId] += part.ExactCents;
                charged[part.MemberId] += part.Amount.Cents;
                // Shares are kept to the millionth of a cent.
                Math.Abs(exact[part.MemberId] - charged[part.MemberId]).ShouldBeLessThan(1m + ((year + 1) * 0.000_001m));
                Math.Abs(part.CarriedOut).ShouldBeLessThan(1m);
            }

            ledger.Balances.Sum(b => b.MicroCents).ShouldBe(0);
        }
    }

    [Fact]
    public void When_members_come_and_go_the_parts_still_add_up_and_balances_stay_small()
    {
        var random = new Random(7);
        var members = Enumerable.Range(0, 10).Select(i => $"m{i}").ToList();
        var ledger = RoundingLedger.Empty;
        for (var year = 0; year < 1_000; year++)
        {
            var weights = members.Select(_ => (decimal)(random.Next(2) * random.Next(1, 100))).ToList();
            weights[random.Next(weights.Count)] = 1;
            var total = random.Next(-50_000, 500_000);
            var split = ledger.Round("siege", new Money(total), Proportional(total, members, weights));
            split.Parts.Sum(p => p.Amount.Cents).ShouldBe(total);
            split.Parts.Zip(weights).ShouldAllBe(p => p.Second > 0 || p.First.Amount == Money.Zero);
            ledger = split.Ledger;
            ledger.Balances.ShouldAllBe(b => Math.Abs(b.MicroCents) < 5 * RoundingLedger.MicroCentsPerCent);
        }
    }

    [Fact]
    public void The_order_of_the_members_changes_nothing()
    {
        var forward = RoundingLedger.Empty.Round("siege", new Money(100), Thirds(100));
        var backward = RoundingLedger.Empty.Round("siege", new Money(100), [.. Thirds(100).Reverse()]);

        backward.Parts.ShouldBe(forward.Parts);
        backward.Ledger.Balances.ShouldBe(forward.Ledger.Balances);
    }

    [Fact]
    public void A_run_made_again_from_the_same_ledger_gives_the_same_cents()
    {
        var ledger = RoundingLedger.Empty.Round("siege", new Money(100), Thirds(100)).Ledger;
        var balances = ledger.Balances;

        var first = ledger.Round("siege", new Money(200), Thirds(200));

        ledger.Round("siege", new Money(200), Thirds(200)).Parts.ShouldBe(first.Parts);
        ledger.Balances.ShouldBe(balances);
        new RoundingLedger(balances).Round("siege", new Money(200), Thirds(200)).Parts.ShouldBe(first.Parts);
    }

    [Fact]
    public void A_credit_is_split_like_a_charge()
    {
        var split = RoundingLedger.Empty.Round("siege", new Money(-100), Thirds(-100));

        split.Parts.Select(p => p.Amount.Cents).Order().ShouldBe([-34, -33, -33]);
    }

    [Fact]
    public void A_member_without_a_share_gets_nothing_and_its_balance_waits()
    {
        var ledger = RoundingLedger.Empty.Round("siege", new Money(100), Thirds(100)).Ledger;

        var split = ledger.Round("siege", new Money(50), [new("a", 0), new("b", 25), new("c", 25)]);

        split.Parts[0].Amount.ShouldBe(Money.Zero);
        split.Ledger.Balances.Single(b => b.MemberId == "a").ShouldBe(ledger.Balances.Single(b => b.MemberId == "a"));
    }

    [Fact]
    public void Accounts_are_kept_apart()
    {
        var ledger = RoundingLedger.Empty.Round("siege", new Money(100), Thirds(100)).Ledger;

        ledger.Round("paie", new Money(100), Thirds(100)).Parts.ShouldAllBe(p => p.CarriedIn == 0);
    }

    [Fact]
    public void Shares_that_do_not_add_up_or_name_a_member_twice_throw()
    {
        Should.Throw<DomainException>(() => RoundingLedger.Empty.Round("siege", new Money(100), [new("a", 99)]));
        Should.Throw<DomainException>(() => RoundingLedger.Empty.Round("siege", new Money(100), [new("a", 50), new("a", 50)]));
        Should.Throw<DomainException>(() => new RoundingLedger([new("siege", "a", 1), new("siege", "a", 2)]));
    }

    private static ExactShare[] Thirds(decimal cents) => [new("a", cents / 3), new("b", cents / 3), new("c", cents / 3)];

    private static List<ExactShare> Proportional(decimal total, IReadOnlyList<string> members, IReadOnlyList<decimal> weights)
    {
        var sum = weights.Sum();
        return [.. members.Zip(weights, (m, w) => new ExactShare(m, total * w / sum))];
    }
}
