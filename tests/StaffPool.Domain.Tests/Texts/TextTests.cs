using StaffPool.Domain.Needs;

namespace StaffPool.Domain.Tests.Texts;

public sealed class TextTests
{
    [Fact]
    public void Every_text_is_in_both_languages_with_the_same_placeholders() =>
        ResourceChecks.Differences(typeof(NeedQuantity).Assembly).ShouldBeEmpty();
}
