using StaffPool.Domain.Governance;

namespace StaffPool.Domain.Tests.Governance;

public sealed class GovernanceSettingsTests
{
    [Fact]
    public void Every_setting_has_a_key_of_its_own_and_a_reference()
    {
        GovernanceSettings.All.Concat(AgreementSettings.All).Select(s => s.Key).ShouldBeUnique();
        GovernanceSettings.All.ShouldAllBe(s => s.Reference.Citation.Length > 0);
    }

    [Fact]
    public void A_default_lies_in_its_range() => GovernanceSettings.All.OfType<SettingDefinition<int>>()
        .ShouldAllBe(s => s.Range == null || (s.Default >= s.Range.Value.Least && s.Default <= s.Range.Value.Most));

    [Fact]
    public void A_locked_setting_keeps_the_value_of_the_law_and_the_agreement_is_told()
    {
        var agreement = Agreements.Silent.With(AssemblySettings.QuorumPercent, 25m).With(AssemblySettings.NoticeDays, 8);

        agreement.ValueOf(AssemblySettings.QuorumPercent, new DateOnly(2026, 1, 1)).ShouldBe(50);
        agreement.ValueOf(AssemblySettings.NoticeDays, new DateOnly(2026, 1, 1)).ShouldBe(8);
        var violation = LockedSettingsAreKept.Assess(agreement).Single();
        violation.Subjects.ShouldBe(["assembly.quorum-percent"]);
        violation.Message.ToString().ShouldContain("CASF R.312-194-22");
        LockedSettingsAreKept.Assess(Agreements.Silent.With(AssemblySettings.QuorumPercent, 50m)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("assemblees.md", "assembly.")]
    [InlineData("vie-du-groupement.md", "life.")]
    public void Every_setting_is_on_its_page(string page, string prefix)
    {
        var text = new RulePage(page).Text;

        GovernanceSettings.All.Where(s => s.Key.StartsWith(prefix, StringComparison.Ordinal))
            .Where(s => !text.Contains($"`{s.Key}`", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }
}
