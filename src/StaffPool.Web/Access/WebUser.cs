using StaffPool.Application.Access;
using StaffPool.Application.UseCases;

namespace StaffPool.Web.Access;

/// <summary>Who sent this request; set once its cookie and its session are found good.</summary>
public sealed class WebUser : ICurrentUser
{
    /// <summary>Null for nobody.</summary>
    public SignedInUser? SignedIn { get; internal set; }

    public Guid? Id => SignedIn?.Id;

    public string Name => SignedIn?.Name ?? "";

    public bool IsOperator => false;
}
