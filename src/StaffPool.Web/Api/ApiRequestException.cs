using Microsoft.AspNetCore.Http;
using StaffPool.Domain.Rules;

namespace StaffPool.Web.Api;

/// <summary>The request cannot be answered, whatever the use case would say.</summary>
/// <param name="status">HTTP status.</param>
/// <param name="reasons">Every reason; at least one.</param>
internal sealed class ApiRequestException(int status, IReadOnlyList<Violation> reasons) : Exception(reasons[0].Code)
{
    public int Status { get; } = status;

    public IReadOnlyList<Violation> Reasons { get; } = reasons;

    /// <summary>When it may be tried again; null where that would not help.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public static void IfAny(IReadOnlyList<Violation> problems)
    {
        if (problems.Count > 0)
        {
            throw new ApiRequestException(StatusCodes.Status400BadRequest, problems);
        }
    }
}
