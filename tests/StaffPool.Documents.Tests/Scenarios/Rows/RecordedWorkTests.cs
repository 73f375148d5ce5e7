using StaffPool.Data.Planning;
using StaffPool.Documents.Scenarios.Rows;
using StaffPool.Domain.Costs.Keys;
using StaffPool.Domain.Geography;

namespace StaffPool.Documents.Tests.Scenarios.Rows;

public sealed class RecordedWorkTests
{
    private static readonly ScenarioFormat Format = new(CommuneDirectory.France);

    [Fact]
    public void What_was_recorded_in_the_exercise_is_what_costs_are_shared_by()
    {
        var rows = Format.ToRows(File.ReadAllBytes(ScenarioFiles.PathOf("gtsms-example")), "gtsms-example");
        var site = rows.Sites[0];
        var member = rows.Members.Single(m => m.Id == site.MemberId).Code;
        var work = new[] { Done(2027, 1, 10.5m, null), Done(2027, 12, 2, 7.5m), Done(2026, 12, 99, 99), Done(2028, 1, 99, 99) };

        var facts = Format.Read(rows with { WorkDone = work }).Costs.ShouldNotBeNull().Exercise.Facts;

        facts.Where(f => f.Measure == Measure.HalfDaysWorked && f.Quantity > 0).Select(f => (f.MemberId, f.Quantity)).ShouldBe([(member, 12.5m)]);
        facts.Where(f => f.Measure == Measure.ActualHours && f.Quantity > 0).Select(f => (f.MemberId, f.Quantity)).ShouldBe([(member, 7.5m)]);
        facts.Count(f => f.Measure == Measure.Places).ShouldBe(4);

        WorkDoneRow Done(int year, int month, decimal halfDays, decimal? hours) =>
            new() { SiteId = site.Id, ProfessionalId = Guid.Empty, Month = new DateOnly(year, month, 1), HalfDays = halfDays, Hours = hours, RecordedBy = "Essai" };
    }

    [Fact]
    public void Without_any_the_figures_of_the_agreement_stay()
    {
        var rows = Format.ToRows(File.ReadAllBytes(ScenarioFiles.PathOf("gtsms-example")), "gtsms-example");

        Format.Read(rows).Costs.ShouldNotBeNull().Exercise.Facts.Where(f => f.Measure == Measure.HalfDaysWorked).Sum(f => f.Quantity).ShouldBe(362);
    }
}
