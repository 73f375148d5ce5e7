using StaffPool.Application.UseCases;

namespace StaffPool.Application.Tests.Access;

internal static class Refusals
{
    /// <returns>The codes of every reason.</returns>
    public static async Task<IReadOnlyList<string>> ShouldBeRefusedAsync(this Task task, Refusal refusal)
    {
        var refused = await Should.ThrowAsync<RefusedException>(() => task);
        refused.Refusal.ShouldBe(refusal);
        return [.. refused.Reasons.Select(r => r.Code)];
    }
}
