using StaffPool.Application.Access;
using StaffPool.Application.UseCases;

namespace StaffPool.Web.Access;

/// <summary>Who sent this request; set once its cookie and its session, or its token, are found good.</summary>
public sealed class WebUser : ICurrentUser
{
    /// <summary>Null for nobody.</summary>
    public SignedInUser? SignedIn { get; internal set; }

    /// <summary>The token that the request came with; null for a page.</summary>
    public TokenUser? Token { get; internal set; }

    public Guid? Id => Token?.UserId ?? SignedIn?.Id;

    public string Name => Token?.Name ?? SignedIn?.Name ?? "";

    public CallerLimits? Limits => Token?.Limits;

    public bool IsOperator => false;
}
