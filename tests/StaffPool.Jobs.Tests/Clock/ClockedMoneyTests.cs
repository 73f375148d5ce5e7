using Microsoft.EntityFrameworkCore;
using StaffPool.Data.Runs;
using StaffPool.Testing.Databases;

namespace StaffPool.Jobs.Tests.Clock;

/// <summary>What a month and a year cost, and what the calls must be brought to, by the clock alone.</summary>
public sealed class ClockedMoneyTests
{
    [Theory]
    [BothProviders]
    public async Task The_costs_of_a_month_are_allocated_on_the_fifth_of_the_next_with_what_was_spent_by_its_end(Provider provider)
    {
        await using var struck = await StruckGrouping.OpenAsync(provider);

        (await struck.StrikeAsync(RunKind.MonthlyCosts, new(2026, 3, 4))).ShouldBe(["2026-01"], "February may not be recorded yet");
        (await struck.StrikeAsync(RunKind.MonthlyCosts, new(2026, 3, 5))).ShouldBe(["2026-02"]);
        (await struck.StrikeAsync(RunKind.MonthlyCosts, new(2026, 3, 20))).ShouldBeEmpty();
        (await struck.StrikeAsync(RunKind.MonthlyCosts, new(2026, 4, 5))).ShouldBe(["2026-03"]);
        (await struck.StrikeAsync(RunKind.MonthlyCosts, new(2026, 4, 5))).ShouldBeEmpty();

        // Wages of 1 000,00; 12,50 more on 2 March.
        (await struck.FoundAsync(RunKind.MonthlyCosts, "2026-02")).ShouldNotContain("012,50");
        (await struck.FoundAsync(RunKind.MonthlyCosts, "2026-03")).ShouldContain("012,50");
    }

    [Theory]
    [BothProviders]
    public async Task The_true_up_of_a_year_is_proposed_on_the_fifteenth_of_January_and_nothing_is_issued(Provider provider)
    {
        await using var struck = await StruckGrouping.OpenAsync(provider);
        var calls = await struck.ReadAsync(db => db.Calls.CountAsync());

        (await struck.StrikeAsync(RunKind.YearlyTrueUp, new(2027, 1, 14))).ShouldBe(["2025"]);
        (await struck.StrikeAsync(RunKind.YearlyTrueUp, new(2027, 1, 15))).ShouldBe(["2026"]);
        (await struck.StrikeAsync(RunKind.YearlyTrueUp, new(2027, 1, 15))).ShouldBeEmpty();
        (await struck.StrikeAsync(RunKind.YearlyTrueUp, new(2027, 6, 30))).ShouldBeEmpty();

        // Called by the budget of 1 200,00, spent 1 012,50: 187,50 less.
        var proposed = await struck.FoundAsync(RunKind.YearlyTrueUp, "2026");
        proposed.ShouldContain("187,50");
        proposed.ShouldContain("Résidence A");
        (await struck.ReadAsync(db => db.Calls.CountAsync())).ShouldBe(calls);
    }
}
