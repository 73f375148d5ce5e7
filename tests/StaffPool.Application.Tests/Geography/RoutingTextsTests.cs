using StaffPool.Application.Geography;
using StaffPool.Domain.Tests.Texts;

namespace StaffPool.Application.Tests.Geography;

public sealed class RoutingTextsTests
{
    [Fact]
    public void Every_text_is_in_both_languages_with_the_same_placeholders() =>
        ResourceChecks.Differences(typeof(OsrmDistances).Assembly).ShouldBeEmpty();
}
