using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace StaffPool.Engines.Protocol;

/// <summary>Options of a Solve frame. Seconds; null means no limit.</summary>
internal sealed record SolveOptions(
    string Engine,
    double? WallSeconds,
    double? DeterministicTime,
    long? Nodes,
    int Seed,
    int Workers,
    bool Maximise);

internal sealed record ReadyEngine(string Name, string Version);

/// <summary>Payload of a Ready frame; the keys of <paramref name="Engines"/> are "cp_sat" and "highs".</summary>
internal sealed record ReadyMessage(string Host, string Runtime, IReadOnlyDictionary<string, ReadyEngine> Engines);

internal sealed record ErrorMessage(string Code, string Text);

/// <summary>Payload of an Incumbent frame; the bound is NaN when not known, the values empty when the engine gives none.</summary>
internal sealed record IncumbentMessage(uint Id, double Objective, double Bound, long[] Values);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SolveOptions))]
[JsonSerializable(typeof(ReadyMessage))]
[JsonSerializable(typeof(ErrorMessage))]
internal sealed partial class ProtocolJson : JsonSerializerContext;

/// <summary>Payloads of the frames, see PROTOCOL.md. Reading a malformed one throws <see cref="InvalidDataException"/>.</summary>
internal static class Messages
{
    private const int IdBytes = sizeof(uint);
    private const int IncumbentHeaderBytes = IdBytes + sizeof(double) + sizeof(double) + sizeof(uint);

    public static byte[] WriteSolve(uint id, SolveOptions options, ReadOnlySpan<byte> model)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(options, ProtocolJson.Default.SolveOptions);
        return [.. Id(id), .. Id((uint)json.Length), .. json, .. model];
    }

    public static (uint Id, SolveOptions Options, byte[] Model) ReadSolve(ReadOnlySpan<byte> payload)
    {
        var id = ReadId(payload);
        var length = ReadId(payload[IdBytes..]);
        var rest = payload[(2 * IdBytes)..];
        if (length > rest.Length)
        {
            throw new InvalidDataException("Solve frame shorter than its options.");
        }

        var options = Parse(rest[..(int)length], ProtocolJson.Default.SolveOptions);
        return (id, options, rest[(int)length..].ToArray());
    }

    public static byte[] WriteId(uint id) => Id(id);

    public static uint ReadId(ReadOnlySpan<byte> payload) =>
        payload.Length >= IdBytes
            ? BinaryPrimitives.ReadUInt32LittleEndian(payload)
            : throw new InvalidDataException("Frame without a request number.");

    public static byte[] WriteReady(ReadyMessage message) => JsonSerializer.SerializeToUtf8Bytes(message, ProtocolJson.Default.ReadyMessage);

    public static ReadyMessage ReadReady(ReadOnlySpan<byte> payload) => Parse(payload, ProtocolJson.Default.ReadyMessage);

    public static byte[] WriteIncumbent(IncumbentMessage message) =>
    [
        .. Id(message.Id),
        .. Double(message.Objective),
        .. Double(message.Bound),
        .. Id((uint)message.Values.Length),
        .. MemoryMarshal.AsBytes(message.Values.AsSpan()), // little-endian, as every platform of .NET
    ];

    public static IncumbentMessage ReadIncumbent(ReadOnlySpan<byte> payload)
    {
        if (payload.Length < IncumbentHeaderBytes)
        {
            throw new InvalidDataException("Incumbent frame shorter than its header.");
        }

        var values = payload[IncumbentHeaderBytes..];
        var count = ReadId(payload[(IncumbentHeaderBytes - sizeof(uint))..]);
        if (values.Length != count * (long)sizeof(long))
        {
            throw new InvalidDataException("Incumbent frame whose length does not fit its count.");
        }

        return new IncumbentMessage(
            ReadId(payload),
            BinaryPrimitives.ReadDoubleLittleEndian(payload[IdBytes..]),
            BinaryPrimitives.ReadDoubleLittleEndian(payload[(IdBytes + sizeof(double))..]),
            MemoryMarshal.Cast<byte, long>(values).ToArray());
    }

    public static byte[] WriteBound(uint id, double bound) => [.. Id(id), .. Double(bound)];

    public static (uint Id, double Bound) ReadBound(ReadOnlySpan<byte> payload) =>
        payload.Length == IdBytes + sizeof(double)
            ? (ReadId(payload), BinaryPrimitives.ReadDoubleLittleEndian(payload[IdBytes..]))
            : throw new InvalidDataException("Bound frame of a wrong length.");

    /// <summary>A request number followed by bytes, for Final those of a CpSolverResponse.</summary>
    public static byte[] WriteBytes(uint id, ReadOnlySpan<byte> content) => [.. Id(id), .. content];

    public static (uint Id, byte[] Content) ReadBytes(ReadOnlySpan<byte> payload) => (ReadId(payload), payload[IdBytes..].ToArray());

    public static byte[] WriteError(uint id, ErrorMessage message) =>
        WriteBytes(id, JsonSerializer.SerializeToUtf8Bytes(message, ProtocolJson.Default.ErrorMessage));

    public static (uint Id, ErrorMessage Message) ReadError(ReadOnlySpan<byte> payload) =>
        (ReadId(payload), Parse(payload[IdBytes..], ProtocolJson.Default.ErrorMessage));

    private static byte[] Id(uint value)
    {
        var bytes = new byte[IdBytes];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return bytes;
    }

    private static byte[] Double(double value)
    {
        var bytes = new byte[sizeof(double)];
        BinaryPrimitives.WriteDoubleLittleEndian(bytes, value);
        return bytes;
    }

    private static T Parse<T>(ReadOnlySpan<byte> json, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(json, type) ?? throw new InvalidDataException("Empty message.");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException("Message that is not the expected JSON.", exception);
        }
    }
}
