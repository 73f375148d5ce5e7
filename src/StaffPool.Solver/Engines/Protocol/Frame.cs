namespace StaffPool.Engines.Protocol;

/// <summary>Kinds of frame; described in PROTOCOL.md. Below 64: parent to host, above: host to parent.</summary>
internal enum FrameKind : byte
{
    Solve = 1,
    Stop = 2,
    Exit = 3,
    Ready = 65,
    Incumbent = 66,
    Bound = 67,
    Final = 68,
    Error = 69,
}

internal readonly record struct Frame(FrameKind Kind, ReadOnlyMemory<byte> Payload);
