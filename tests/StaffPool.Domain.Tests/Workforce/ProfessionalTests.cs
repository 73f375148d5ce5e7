using FsCheck;
using FsCheck.Fluent;
using StaffPool.Domain.Calendar;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Workforce;

namespace StaffPool.Domain.Tests.Workforce;

public sealed class ProfessionalTests
{
    [Theory]
    [InlineData(1, 0, 459, 229)]
    [InlineData(0.8, 10, 357, 178)]
    [InlineData(0.5, 0, 229, 114)]
    [InlineData(0.01, 100, 0, 0)]
    public void Capacity_follows_the_contract_less_the_reserved_half_days(double fte, int reserved, int year, int halfYear)
    {
        var professional = Samples.Professional((decimal)fte, reserved);

        professional.CapacityIn(Period.Year(2026)).ShouldBe(year);
        professional.CapacityIn(Period.HalfYear(2026, 1)).ShouldBe(halfYear);
    }

    [Fact]
    public void Two_half_years_never_give_more_than_the_year_and_lose_less_than_two_half_days() =>
        Check.QuickThrowOnFailure(Prop.ForAll(
            (from fte in Gen.Choose(1, 100) from reserved in Gen.Choose(0, 60) select (fte, reserved)).ToArbitrary(),
            c =>
            {
                var professional = Samples.Professional(c.fte / 100m, c.reserved);
                var year = professional.CapacityIn(Period.Year(2026));
                var halves = professional.CapacityIn(Period.HalfYear(2026, 1)) + professional.CapacityIn(Period.HalfYear(2026, 2));
                return halves <= year && year - halves < 2;
            }));

    [Fact]
    public void Night_staff_owe_fewer_half_days() =>
        (Samples.Professional(1) with { WorkingTime = WorkingTimeRuleSet.PublicHospitalNight })
            .CapacityIn(Period.Year(2026)).ShouldBe(421);

    [Fact]
    public void Consent_is_to_all_unless_sites_are_named_and_a_refusal_is_stronger()
    {
        var (a, b, c) = (Samples.Site("a"), Samples.Site("b"), Samples.Site("c"));
        var some = new Consent { Granted = [a, b], Refused = [b] };

        Consent.ToAll.Allows(a).ShouldBeTrue();
        some.Allows(a).ShouldBeTrue();
        some.Allows(b).ShouldBeFalse();
        some.Allows(c).ShouldBeFalse();
        new Consent { Granted = [] }.Allows(a).ShouldBeFalse();
        (some with { NotRequiredBecause = new LegalReference("CASF L.312-7") }).Allows(b).ShouldBeTrue();
    }
}
