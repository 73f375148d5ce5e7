using System.Runtime.InteropServices;
using System.Threading.Channels;
using Google.OrTools.Sat;
using Google.Protobuf;
using StaffPool.Engines.Protocol;

namespace StaffPool.Engines.Native;

/// <summary>Reads frames, solves one model at a time on its own thread, writes frames from one place.</summary>
internal sealed class NativeHost(Stream input, Stream output)
{
    private readonly Channel<(FrameKind Kind, byte[] Payload)> outgoing = Channel.CreateUnbounded<(FrameKind, byte[])>(new() { SingleReader = true });
    private NativeSolve? running;

    /// <summary>Ends when the parent closes standard input or sends Exit; a solve under way dies with the process.</summary>
    public async Task RunAsync()
    {
        var writer = WriteAllAsync();
        Send(FrameKind.Ready, Messages.WriteReady(new ReadyMessage(
            "native",
            RuntimeInformation.FrameworkDescription,
            new Dictionary<string, ReadyEngine> { ["cp_sat"] = new("OR-Tools CP-SAT", $"{typeof(SolveWrapper).Assembly.GetName().Version}") })));
        try
        {
            while (await FrameStream.ReadAsync(input, CancellationToken.None) is { Kind: not FrameKind.Exit } frame)
            {
                Handle(frame);
            }
        }
        catch (InvalidDataException exception)
        {
            Refuse(0, "malformed", exception.Message); // nothing after it can be read
            outgoing.Writer.Complete();
            await writer;
        }
    }

    private void Handle(Frame frame)
    {
        try
        {
            switch (frame.Kind)
            {
                case FrameKind.Solve:
                    Start(frame.Payload.Span);
                    break;
                case FrameKind.Stop when Volatile.Read(ref running) is { } solve && solve.Id == Messages.ReadId(frame.Payload.Span):
                    solve.RequestStop();
                    break;
                case FrameKind.Stop:
                    break;
                default:
                    Refuse(0, "malformed", $"unknown frame kind {frame.Kind}");
                    break;
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or InvalidProtocolBufferException)
        {
            Refuse(0, "malformed", exception.Message);
        }
    }

    private void Start(ReadOnlySpan<byte> payload)
    {
        var (id, options, bytes) = Messages.ReadSolve(payload);
        if (Volatile.Read(ref running) is not null)
        {
            Refuse(id, "busy", "another request is being solved");
            return;
        }

        if (options.Engine != "cp_sat")
        {
            Refuse(id, "malformed", $"this host has no engine {options.Engine}");
            return;
        }

        var solve = new NativeSolve(id, options, CpModelProto.Parser.ParseFrom(bytes), Send);
        Volatile.Write(ref running, solve);
        // A thread of its own: the native call blocks for as long as the solve lasts.
        new Thread(() => Finish(solve)) { IsBackground = true, Name = "CP-SAT" }.Start();
    }

    private void Finish(NativeSolve solve)
    {
        var response = solve.Run();
        Volatile.Write(ref running, null);
        solve.Dispose();
        Send(FrameKind.Final, Messages.WriteBytes(solve.Id, response.ToByteArray()));
    }

    private void Refuse(uint id, string code, string text) => Send(FrameKind.Error, Messages.WriteError(id, new ErrorMessage(code, text)));

    private void Send(FrameKind kind, byte[] payload) => outgoing.Writer.TryWrite((kind, payload));

    private async Task WriteAllAsync()
    {
        await foreach (var (kind, payload) in outgoing.Reader.ReadAllAsync())
        {
            await FrameStream.WriteAsync(output, kind, payload, CancellationToken.None);
        }
    }
}
