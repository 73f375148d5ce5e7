using System.Diagnostics;
using Google.OrTools.Sat;
using Google.Protobuf;
using StaffPool.Engines.Protocol;
using StaffPool.Solver.Engines;

namespace StaffPool.Solver.Tests.Engines;

/// <summary>The host seen from its pipes.</summary>
public sealed class ProtocolTests : IAsyncDisposable
{
    private static readonly SolveOptions Options = new("highs", 20, null, null, 1, 1, Maximise: true);

    private readonly Process host;

    public ProtocolTests()
    {
        var launch = EngineCatalog.Choose(EngineKind.Highs, new EnginePoolOptions());
        host = Process.Start(new ProcessStartInfo(launch.Program, launch.Arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Stream Input => host.StandardInput.BaseStream;

    public async ValueTask DisposeAsync()
    {
        if (!host.HasExited)
        {
            host.Kill();
        }

        await host.WaitForExitAsync();
        host.Dispose();
    }

    [Fact]
    public async Task Frames_that_make_no_sense_are_refused_and_the_host_goes_on()
    {
        (await ReadAsync()).Kind.ShouldBe(FrameKind.Ready);

        await FrameStream.WriteAsync(Input, (FrameKind)42, new byte[10], Cancellation);
        await FrameStream.WriteAsync(Input, FrameKind.Solve, new byte[3], Cancellation);
        await FrameStream.WriteAsync(Input, FrameKind.Solve, Enumerable.Repeat((byte)255, 40).ToArray(), Cancellation);
        await FrameStream.WriteAsync(Input, FrameKind.Stop, new byte[1], Cancellation);
        await FrameStream.WriteAsync(Input, FrameKind.Solve, Messages.WriteSolve(7, Options, Models.Workshop().ToByteArray()), Cancellation);

        for (var i = 0; i < 3; i++)
        {
            var refusal = await ReadAsync();
            refusal.Kind.ShouldBe(FrameKind.Error);
            Messages.ReadError(refusal.Payload.Span).Message.Code.ShouldBe("malformed");
        }

        Frame frame;
        do
        {
            frame = await ReadAsync();
        }
        while (frame.Kind is FrameKind.Incumbent or FrameKind.Bound);
        frame.Kind.ShouldBe(FrameKind.Final);
        var (id, response) = Messages.ReadBytes(frame.Payload.Span);
        id.ShouldBe(7u);
        CpSolverResponse.Parser.ParseFrom(response).ObjectiveValue.ShouldBe(1100);
    }

    [Fact]
    public async Task A_frame_too_long_ends_the_host()
    {
        (await ReadAsync()).Kind.ShouldBe(FrameKind.Ready);

        await Input.WriteAsync(new byte[] { 255, 255, 255, 255, 1 }, Cancellation);
        await Input.FlushAsync(Cancellation);

        (await ReadAsync()).Kind.ShouldBe(FrameKind.Error);
        await host.WaitForExitAsync(Cancellation);
        host.ExitCode.ShouldBe(2);
    }

    [Fact]
    public async Task A_host_ends_with_its_parent_even_in_mid_solve()
    {
        await FrameStream.WriteAsync(Input, FrameKind.Solve, Messages.WriteSolve(1, Options, Models.Endless().ToByteArray()), Cancellation);
        (await ReadAsync()).Kind.ShouldBe(FrameKind.Ready);
        await ReadAsync(); // the engine is at work

        host.StandardInput.Close();

        await host.WaitForExitAsync(Cancellation).WaitAsync(TimeSpan.FromSeconds(5), Cancellation);
    }

    [Fact]
    public void An_incumbent_survives_the_round_trip()
    {
        var message = Messages.ReadIncumbent(Messages.WriteIncumbent(new IncumbentMessage(3, 1.5, double.NaN, [1, -2, long.MaxValue])));

        message.Id.ShouldBe(3u);
        message.Objective.ShouldBe(1.5);
        message.Bound.ShouldBe(double.NaN);
        message.Values.ShouldBe([1, -2, long.MaxValue]);
    }

    [Fact]
    public void A_solve_survives_the_round_trip()
    {
        var (id, options, model) = Messages.ReadSolve(Messages.WriteSolve(9, Options, [1, 2, 3]));

        id.ShouldBe(9u);
        options.ShouldBe(Options);
        model.ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task A_stream_that_ends_inside_a_frame_is_an_error() =>
        await Should.ThrowAsync<InvalidDataException>(() => FrameStream.ReadAsync(new MemoryStream([4, 0, 0, 0, 69, 1]), Cancellation));

    private async Task<Frame> ReadAsync() =>
        (await FrameStream.ReadAsync(host.StandardOutput.BaseStream, Cancellation).WaitAsync(TimeSpan.FromSeconds(20), Cancellation))!.Value;
}
