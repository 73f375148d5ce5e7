namespace StaffPool.Data.Access;

/// <summary>A key with which cookies and forms are protected, shared by every node and kept over a restart.</summary>
public sealed class ServiceKeyRow
{
    public required string Name { get; init; }

    public required string Xml { get; init; }
}
