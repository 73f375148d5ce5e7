namespace StaffPool.Data.Audit;

/// <summary>The audit log says that this property changed, never what it holds.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NotInAuditAttribute : Attribute;
