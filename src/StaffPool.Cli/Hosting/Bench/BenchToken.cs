using StaffPool.Application.Access;
using StaffPool.Data.Access;

namespace StaffPool.Cli.Hosting.Bench;

/// <param name="GroupingId">Whose grouping.</param>
/// <param name="CampaignId">Which declaration.</param>
/// <param name="MemberId">Whose declaration.</param>
/// <param name="Secret">The token itself.</param>
internal sealed record BenchToken(Guid GroupingId, Guid CampaignId, Guid MemberId, string Secret)
{
    /// <summary>A token of a day, to be saved, and what it is used by.</summary>
    public static (ApiTokenRow Row, string Secret) New(Guid userId, Guid groupingId, TimeProvider clock)
    {
        var (secret, hash, prefix) = ApiSecret.New(groupingId);
        var now = clock.GetUtcNow().UtcDateTime;
        return (new ApiTokenRow { Name = "mesure", Prefix = prefix, SecretHash = hash, UserId = userId, CreatedAt = now, ExpiresAt = now.AddDays(1) }, secret);
    }
}
