using Microsoft.EntityFrameworkCore;
using StaffPool.Data.Access;
using StaffPool.Data.Governance;
using StaffPool.Data.Members;
using StaffPool.Data.Planning;
using StaffPool.Data.Workforce;
using StaffPool.Domain.Members;
using StaffPool.Domain.Workforce;
using StaffPool.Testing.Databases;

namespace StaffPool.Data.Tests;

/// <summary>What is written is what is read, the same on both databases.</summary>
public sealed class RoundTripTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Theory]
    [BothProviders]
    public async Task Values_of_every_type_are_read_as_written(Provider provider)
    {
        await using var test = await TestDatabase.NewAsync(provider);
        var sample = await SampleGrouping.AddAsync(test.Database);
        var moment = new DateTime(2026, 3, 29, 1, 30, 0, DateTimeKind.Utc).AddTicks(1_234_560);
        var professional = new ProfessionalRow
        {
            Code = "précis", Name = "L’Haÿ \"O'Neil\"; DROP TABLE members; -- <script>🦉", ProfessionId = sample.Profession.Id, EmployerId = sample.MemberA.Id,
            BaseId = sample.SiteA.Id, FullTimeEquivalent = 0.3333333333333333333333m, Qualifications = ["a,b", "\"c\"", "", "é{}"],
        };
        var site = new SiteRow
        {
            Code = "précis", Name = "Site", MemberId = sample.MemberA.Id, InseeCode = "2A004", Kind = Enum.GetValues<SiteKind>()[^1],
            Latitude = 49.757_312_345_678_9, Longitude = -0.000_000_001, AcceptedStatuses = [Enum.GetValues<EmploymentStatus>()[^1]],
        };
        var time = new WorkingTimeRow { Code = "t", Name = "T", AnnualHours = 99_999_999_999.987_654_321m, WeeklyHours = 0.000_000_1m };
        var assembly = new AssemblyRow
        {
            Code = "ag", ConvenedOn = DateOnly.MinValue, Day = DateOnly.MaxValue, OpensAt = new TimeOnly(23, 59, 59), Place = "Nesle", FirstSitting = null,
        };
        var plan = new PlanRow { Name = "P", PeriodStart = new(2028, 2, 29), PeriodEnd = new(2028, 6, 30), CreatedAt = moment, Document = new string('é', 50_000) };
        await EveryTable.WriteAsync(sample, Role.Administrator, scope => scope.Db.AddRange(professional, site, time, assembly, plan));

        await using var db = test.Database.NewContext();
        db.GroupingId = sample.Id;
        await using var transaction = await db.BeginAsync(new Sight(), writes: false, Stop);
        (await db.Professionals.SingleAsync(p => p.Id == professional.Id, Stop)).ShouldBeEquivalentTo(professional);
        (await db.Sites.SingleAsync(s => s.Id == site.Id, Stop)).ShouldBeEquivalentTo(site);
        (await db.WorkingTimes.SingleAsync(t => t.Id == time.Id, Stop)).ShouldBeEquivalentTo(time);
        (await db.Assemblies.SingleAsync(a => a.Id == assembly.Id, Stop)).ShouldBeEquivalentTo(assembly);
        var read = await db.Plans.SingleAsync(p => p.Id == plan.Id, Stop);
        read.ShouldBeEquivalentTo(plan);
        read.CreatedAt.Kind.ShouldBe(DateTimeKind.Utc);
        read.CreatedAt.ShouldBe(moment);
    }

    [Theory]
    [BothProviders]
    public async Task Instants_are_kept_in_whole_microseconds(Provider provider)
    {
        await using var test = await TestDatabase.NewAsync(provider);
        var sample = await SampleGrouping.AddAsync(test.Database);
        var day = new DateOnly(2027, 1, 1);
        var plan = new PlanRow { Name = "P", PeriodStart = day, PeriodEnd = day, CreatedAt = DateTime.UnixEpoch.AddTicks(19) };
        await EveryTable.WriteAsync(sample, Role.Administrator, scope => scope.Db.Add(plan));

        await using var db = test.Database.NewContext();
        db.GroupingId = sample.Id;
        await using var transaction = await db.BeginAsync(new Sight(), writes: false, Stop);

        (await db.Plans.SingleAsync(Stop)).CreatedAt.ShouldBe(DateTime.UnixEpoch.AddTicks(10));
    }
}
