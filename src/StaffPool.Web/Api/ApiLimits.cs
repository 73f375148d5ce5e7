using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;

namespace StaffPool.Web.Api;

/// <summary>How much may be asked of the API: by each node for itself.</summary>
/// <param name="PerTokenPerMinute">Requests with one token.</param>
/// <param name="PerAddressPerMinute">Requests from one address, whatever their tokens: also those that try one.</param>
/// <param name="MostBytes">Of a body.</param>
public sealed record ApiLimits(int PerTokenPerMinute = 1200, int PerAddressPerMinute = 3000, long MostBytes = 1_048_576);

/// <summary>Counts the requests, and refuses those that are too many.</summary>
internal sealed class ApiLimiter(ApiLimits limits) : IDisposable
{
    private readonly PartitionedRateLimiter<string> addresses = Of(limits.PerAddressPerMinute);
    private readonly PartitionedRateLimiter<string> tokens = Of(limits.PerTokenPerMinute);

    public void CountAddress(HttpContext context) => Count(addresses, context.Connection.RemoteIpAddress?.ToString() ?? "");

    public void CountToken(Guid token) => Count(tokens, token.ToString());

    public void Dispose()
    {
        addresses.Dispose();
        tokens.Dispose();
    }

    private static void Count(PartitionedRateLimiter<string> limiter, string who)
    {
        using var lease = limiter.AttemptAcquire(who);
        if (!lease.IsAcquired)
        {
            throw new ApiRequestException(StatusCodes.Status429TooManyRequests, [ApiTexts.Blocking("api.too-many")])
            {
                RetryAfter = lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromSeconds(1),
            };
        }
    }

    private static PartitionedRateLimiter<string> Of(int perMinute) => PartitionedRateLimiter.Create<string, string>(who =>
        RateLimitPartition.GetSlidingWindowLimiter(who, _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6,
        }));
}
