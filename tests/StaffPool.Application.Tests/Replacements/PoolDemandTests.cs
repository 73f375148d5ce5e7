using StaffPool.Application.Replacements;
using StaffPool.Application.Tests.Access;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Planning;
using StaffPool.Data.Replacements;
using StaffPool.Testing.Databases;

namespace StaffPool.Application.Tests.Replacements;

/// <summary>Demand on the pool from what is recorded: one professional away in March 2027, and whose contract ends in April.</summary>
public sealed class PoolDemandTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    private static readonly DateOnly Monday = new(2027, 3, 1);

    [Theory]
    [BothProviders]
    public async Task An_absence_and_the_end_of_a_contract_are_demand_of_their_months_and_an_accepted_replacement_is_not(Provider provider)
    {
        await using var desk = await Desk.NewAsync(provider, substitutes: 1);
        await desk.BookAwayAsync(DayPart.Morning, DayPart.Afternoon);
        await desk.BookAsync(desk.Sample.Professional.Id, Monday.AddDays(1), DayPart.Morning);
        await desk.BookAsync(desk.Sample.Professional.Id, new(2027, 4, 12), DayPart.Morning);
        await desk.BookAsync(desk.Sample.Professional.Id, new(2027, 4, 19), DayPart.Morning);
        await desk.ChangeAsync(db =>
        {
            db.Add(new PoolProfileRow { ProfessionalId = desk.Sample.Professional.Id, ContractUntil = new(2027, 4, 15) });
            return db.SaveChangesAsync(Stop);
        });

        (await LinesAsync(desk)).ShouldBe([("2027-03", 1, 3m), ("2027-04", 1, 1m)]);

        await desk.StartAsync();
        await desk.AcceptAsync(desk.Mail.Tokens[0]);

        (await LinesAsync(desk)).ShouldBe([("2027-03", 1, 1m), ("2027-04", 1, 1m)]);
    }

    [Fact]
    public async Task A_funder_reads_it_without_a_name_and_too_many_months_are_refused()
    {
        await using var desk = await Desk.NewAsync(Provider.Sqlite, substitutes: 0);
        await desk.BookAwayAsync(DayPart.Morning);
        var read = desk.Make<ReadPoolDemand>(Role.Funder);

        var demand = await read.RunAsync(desk.Id, new PoolDemandAsked(Monday, 1), Stop);

        var line = demand.Lines.ShouldHaveSingleItem();
        var told = line.Sites.SelectMany(s => s.HalfDays.Trace.Select(t => t.ToString()).Append(s.SiteName)).Concat(line.FullTime.Trace.Select(t => t.ToString()));
        told.ShouldAllBe(t => !t.Contains(desk.Sample.Professional.Name, StringComparison.Ordinal));
        (await read.RunAsync(desk.Id, new PoolDemandAsked(Monday, 25), Stop).ShouldBeRefusedAsync(Refusal.Invalid)).ShouldBe(["demand.months"]);
        await desk.Make<ReadPoolDemand>(Role.Professional).RunAsync(desk.Id, new PoolDemandAsked(Monday, 1), Stop).ShouldBeRefusedAsync(Refusal.NotPermitted);
    }

    private static async Task<IReadOnlyList<(string Month, int People, decimal HalfDays)>> LinesAsync(Desk desk)
    {
        var demand = await desk.Make<ReadPoolDemand>(Role.Coordinator).RunAsync(desk.Id, new PoolDemandAsked(new(2027, 1, 15), 6), Stop);
        return [.. demand.Lines.Select(l => (l.Month.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture), l.People, l.HalfDays.Value))];
    }
}
