using StaffPool.Domain.Geography;
using StaffPool.Domain.Governance;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Tests.Governance;

public sealed class FoundingAgreementTests
{
    private static readonly LegalReference First = new("Assemblée de 2024");
    private static readonly LegalReference Second = new("Assemblée de 2026");

    private static readonly FoundingAgreement Agreement = new()
    {
        Name = "Convention",
        Seat = Samples.Site("seat"),
        Settings =
        [
            new DatedSetting(AgreementSettings.MaxSitesPerProfessional, new DateOnly(2026, 1, 1), 4, Second),
            new DatedSetting(AgreementSettings.MaxSitesPerProfessional, new DateOnly(2024, 7, 1), 2, First),
        ],
    };

    [Theory]
    [InlineData(2024, 6, 30, 3)]
    [InlineData(2024, 7, 1, 2)]
    [InlineData(2025, 12, 31, 2)]
    [InlineData(2026, 1, 1, 4)]
    public void The_value_in_force_is_the_latest_decided_on_or_before_the_day(int year, int month, int day, int sites) =>
        Agreement.ValueOf(AgreementSettings.MaxSitesPerProfessional, new DateOnly(year, month, day)).ShouldBe(sites);

    [Fact]
    public void The_reference_follows_the_value()
    {
        Agreement.ReferenceOf(AgreementSettings.MaxSitesPerProfessional, new DateOnly(2025, 1, 1)).ShouldBe(First);
        Agreement.ReferenceOf(AgreementSettings.MaxSitesPerProfessional, new DateOnly(2020, 1, 1))
            .ShouldBe(AgreementSettings.MaxSitesPerProfessional.Reference);
        Agreement.ReferenceOf(AgreementSettings.DetourFactor, new DateOnly(2026, 1, 1))
            .ShouldBe(AgreementSettings.DetourFactor.Reference);
    }

    [Fact]
    public void Every_setting_has_a_key_of_its_own_and_a_reference()
    {
        AgreementSettings.All.Select(s => s.Key).ShouldBeUnique();
        AgreementSettings.All.ShouldAllBe(s => s.Reference.Citation.Length > 0);
    }

    [Theory]
    [InlineData(LimitMode.Hard, true)]
    [InlineData(LimitMode.Soft, true)]
    [InlineData(LimitMode.Waived, false)]
    public void A_limit_is_exceeded_beyond_its_kilometres_unless_waived(LimitMode mode, bool exceeded)
    {
        var limit = new DistanceLimit(15, mode);

        limit.IsExceededBy(new Distance(15_001, DistanceMethod.KnownRoad, "")).ShouldBe(exceeded);
        limit.IsExceededBy(new Distance(15_000, DistanceMethod.KnownRoad, "")).ShouldBeFalse();
    }
}
