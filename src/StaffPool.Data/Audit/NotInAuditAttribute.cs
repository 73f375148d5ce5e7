namespace StaffPool.Data.Audit;

/// <summary>The audit log says that this property changed, never what it holds; of such a row it says nothing at all.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class)]
public sealed class NotInAuditAttribute : Attribute;
