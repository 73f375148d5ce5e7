using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Domain.Rules;

namespace StaffPool.Application.Access;

/// <summary>
/// Makes a token with which another program acts in the name of the caller: at most what the caller may at that moment,
/// and at most what the token says. The secret is shown once.
/// </summary>
[Permits(Role.Administrator)]
public sealed class CreateApiToken(Work work, ICurrentUser user) : IUseCase<NewApiToken, ApiTokenCreated>
{
    private const int MostDays = 366;
    private const int LongestName = 100;

    /// <summary>Modules that have use cases.</summary>
    public static IReadOnlyList<string> Modules { get; } =
    [
        .. typeof(Work).Assembly.GetTypes()
            .Where(t => t.GetCustomAttributes(typeof(PermitsAttribute), inherit: false).Length > 0)
            .Select(CallerLimits.ModuleOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    public Task<ApiTokenCreated> RunAsync(Guid groupingId, NewApiToken request, CancellationToken stop) =>
        work.WriteAsync(this, groupingId, scope => WriteAsync(scope, request, stop), stop);

    private async Task<ApiTokenCreated> WriteAsync(WorkScope scope, NewApiToken request, CancellationToken stop)
    {
        if (user.Limits is not null || scope.Caller.UserId is not { } owner)
        {
            // A token that leaked must not outlive itself in another one.
            throw RefusedException.Of(Refusal.NotPermitted, AccessTexts.Of("token.by-person"));
        }

        RefusedException.IfAny(Problems(scope, request));
        if (await scope.Db.ApiTokens.AnyAsync(t => t.Name == request.Name.Trim() && t.RevokedAt == null, stop))
        {
            throw RefusedException.Of(Refusal.Taken, AccessTexts.Of("token.name-taken", request.Name.Trim()));
        }

        var (token, hash, prefix) = ApiSecret.New(scope.GroupingId);
        var row = new ApiTokenRow
        {
            Name = request.Name.Trim(),
            Prefix = prefix,
            SecretHash = hash,
            UserId = owner,
            IsReadOnly = request.IsReadOnly,
            Roles = [.. request.Roles.Distinct()],
            Modules = [.. request.Modules.Distinct(StringComparer.Ordinal)],
            CreatedAt = scope.Now,
            ExpiresAt = scope.Now.AddDays(request.Days),
        };
        scope.Db.ApiTokens.Add(row);
        scope.Subject = row.Id;
        return new ApiTokenCreated(row.Id, token, row.ExpiresAt);
    }

    private static IEnumerable<Violation> Problems(WorkScope scope, NewApiToken request)
    {
        if (request.Name.Trim().Length is 0 or > LongestName || request.Name.Any(char.IsControl))
        {
            yield return AccessTexts.Blocking("token.name", LongestName);
        }

        if (request.Days is < 1 or > MostDays)
        {
            yield return AccessTexts.Blocking("token.days", MostDays);
        }

        foreach (var role in request.Roles.Where(r => scope.Caller.Grants.All(g => g.Role != r)))
        {
            yield return AccessTexts.Blocking("token.role", AccessTexts.RoleName(role));
        }

        foreach (var module in request.Modules.Except(Modules, StringComparer.Ordinal))
        {
            yield return AccessTexts.Blocking("token.module-unknown", module);
        }
    }
}

/// <param name="Name">What it is for, for people.</param>
/// <param name="IsReadOnly">Whether it may write nothing.</param>
/// <param name="Roles">Roles of the caller that it acts in; empty for all that the caller has, whenever it is used.</param>
/// <param name="Modules">Modules that it may use; empty for all.</param>
/// <param name="Days">For how many days it is good, 1 to 366.</param>
public sealed record NewApiToken(string Name, bool IsReadOnly, IReadOnlyList<Role> Roles, IReadOnlyList<string> Modules, int Days);

/// <param name="Id">Of the token.</param>
/// <param name="Token">The secret itself, shown this once.</param>
/// <param name="ExpiresAt">UTC.</param>
public sealed record ApiTokenCreated(Guid Id, string Token, DateTime ExpiresAt);
