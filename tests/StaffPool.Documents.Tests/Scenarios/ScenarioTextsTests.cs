using StaffPool.Documents.Scenarios;
using StaffPool.Domain.Tests.Texts;

namespace StaffPool.Documents.Tests.Scenarios;

public sealed class ScenarioTextsTests
{
    [Fact]
    public void Every_text_is_in_both_languages_with_the_same_placeholders() =>
        ResourceChecks.Differences(typeof(ScenarioReader).Assembly).ShouldBeEmpty();
}
