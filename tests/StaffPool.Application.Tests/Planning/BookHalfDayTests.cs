using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using StaffPool.Application.Planning;
using StaffPool.Application.UseCases;
using StaffPool.Data;
using StaffPool.Data.Access;
using StaffPool.Data.Audit;
using StaffPool.Data.Planning;
using StaffPool.Testing.Databases;

namespace StaffPool.Application.Tests.Planning;

public sealed class BookHalfDayTests
{
    private const int Rounds = 1_000;

    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Theory]
    [BothProviders]
    public async Task Of_two_who_take_a_half_day_at_once_one_has_it_and_the_other_is_told_who_a_thousand_times(Provider provider)
    {
        await using var test = await TestDatabase.NewAsync(provider);
        var sample = await SampleGrouping.AddAsync(test.Database);
        using var both = new Barrier(2);
        var watch = Stopwatch.StartNew();

        // A thread each: they leave the barrier together, round after round.
        var outcomes = await Task.WhenAll(((Role[])[Role.Coordinator, Role.Administrator]).Select(role => Task.Factory.StartNew(
            () => TakeAll(sample, role, both), Stop, TaskCreationOptions.LongRunning, TaskScheduler.Default)));

        var elapsed = watch.Elapsed;
        for (var round = 0; round < Rounds; round++)
        {
            var winner = outcomes.Single(o => o.Told[round] is null);
            var told = outcomes.Single(o => o.Told[round] is not null).Told[round]!;
            told.ShouldContain(winner.Name);
            told.ShouldContain("Ergothérapeute 1");
        }

        await using var db = test.Database.NewContext();
        db.GroupingId = sample.Id;
        await using var transaction = await db.BeginAsync(new Sight(), writes: false, Stop);
        (await db.Bookings.CountAsync(Stop)).ShouldBe(Rounds);
        var chain = (await AuditCheck.RunAsync(test.Database, [], Stop)).Chains.ShouldHaveSingleItem();
        chain.ShouldSatisfyAllConditions(c => c.Breach.ShouldBeNull(), c => c.Entries.ShouldBe(Rounds));
        TestContext.Current.SendDiagnosticMessage(
            "{0}: {1} rounds in {2:0.0} s; {3}", provider, Rounds, elapsed.TotalSeconds,
            string.Join(", ", outcomes.Select(o => $"{o.Name} won {o.Told.Count(t => t is null)}")));
    }

    [Theory]
    [BothProviders]
    public async Task A_half_day_given_back_can_be_taken_again(Provider provider)
    {
        await using var test = await TestDatabase.NewAsync(provider);
        var sample = await SampleGrouping.AddAsync(test.Database);
        var request = HalfDay(sample, 0);
        var booked = await new BookHalfDay(sample.As(Role.Coordinator)).RunAsync(sample.Id, request, Stop);

        await new FreeHalfDay(sample.As(Role.Administrator)).RunAsync(sample.Id, new(booked.BookingId, 1), Stop);

        (await new BookHalfDay(sample.As(Role.Administrator)).RunAsync(sample.Id, request, Stop)).BookingId.ShouldNotBe(booked.BookingId);
    }

    [Theory]
    [BothProviders]
    public async Task Nobody_of_another_grouping_is_booked(Provider provider)
    {
        await using var test = await TestDatabase.NewAsync(provider);
        var (own, other) = (await SampleGrouping.AddAsync(test.Database), await SampleGrouping.AddAsync(test.Database));
        var book = new BookHalfDay(own.As(Role.Coordinator));

        (await Should.ThrowAsync<RefusedException>(() => book.RunAsync(own.Id, HalfDay(own, 0) with { ProfessionalId = other.Professional.Id }, Stop)))
            .Refusal.ShouldBe(Refusal.NotFound);
        (await Should.ThrowAsync<RefusedException>(() => book.RunAsync(own.Id, HalfDay(own, 0) with { SiteId = other.SiteA.Id }, Stop)))
            .Refusal.ShouldBe(Refusal.NotFound);
        (await Should.ThrowAsync<RefusedException>(() => book.RunAsync(other.Id, HalfDay(other, 0), Stop))).Refusal.ShouldBe(Refusal.NotPermitted);
    }

    /// <summary>Null where it was won, else what was told.</summary>
    private static (string Name, string?[] Told) TakeAll(SampleGrouping sample, Role role, Barrier both)
    {
        var book = new BookHalfDay(sample.As(role));
        var told = new string?[Rounds];
        for (var round = 0; round < Rounds; round++)
        {
            both.SignalAndWait(Stop);
            try
            {
                book.RunAsync(sample.Id, HalfDay(sample, round), Stop).GetAwaiter().GetResult();
            }
            catch (RefusedException refused) when (refused.Refusal == Refusal.Taken)
            {
                told[round] = refused.Reasons.Single().Message.ToString();
            }
        }

        return (sample.Users[role].DisplayName, told);
    }

    private static HalfDayOfProfessional HalfDay(SampleGrouping sample, int round) =>
        new(sample.Professional.Id, new DateOnly(2027, 1, 1).AddDays(round / 2), (DayPart)(round % 2), sample.SiteA.Id);
}
