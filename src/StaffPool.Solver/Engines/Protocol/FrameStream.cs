using System.Buffers.Binary;
using System.Globalization;

namespace StaffPool.Engines.Protocol;

/// <summary>Reads and writes frames: u32 little-endian payload length, u8 kind, payload.</summary>
internal static class FrameStream
{
    public const int MaxPayloadBytes = 256 * 1024 * 1024;

    private const int HeaderBytes = 5;

    /// <summary>The next frame, or null when the stream ends between two frames.</summary>
    /// <exception cref="InvalidDataException">A length over the limit, or the stream ends inside a frame.</exception>
    public static async Task<Frame?> ReadAsync(Stream stream, CancellationToken cancellation)
    {
        var header = new byte[HeaderBytes];
        var read = await stream.ReadAtLeastAsync(header, HeaderBytes, throwOnEndOfStream: false, cancellation);
        if (read == 0)
        {
            return null;
        }

        if (read < HeaderBytes)
        {
            throw new InvalidDataException("The stream ended inside a frame header.");
        }

        var length = BinaryPrimitives.ReadUInt32LittleEndian(header);
        if (length > MaxPayloadBytes)
        {
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"Frame of {length} bytes, at most {MaxPayloadBytes} are accepted."));
        }

        var payload = new byte[length];
        if (await stream.ReadAtLeastAsync(payload, payload.Length, throwOnEndOfStream: false, cancellation) < payload.Length)
        {
            throw new InvalidDataException("The stream ended inside a frame.");
        }

        return new Frame((FrameKind)header[4], payload);
    }

    public static async Task WriteAsync(Stream stream, FrameKind kind, ReadOnlyMemory<byte> payload, CancellationToken cancellation)
    {
        var header = new byte[HeaderBytes];
        BinaryPrimitives.WriteInt32LittleEndian(header, payload.Length);
        header[4] = (byte)kind;
        await stream.WriteAsync(header, cancellation);
        await stream.WriteAsync(payload, cancellation);
        await stream.FlushAsync(cancellation);
    }
}
