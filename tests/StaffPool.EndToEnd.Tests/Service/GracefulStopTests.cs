using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace StaffPool.EndToEnd.Tests.Service;

/// <summary>Told to stop, the service finishes what it is doing and takes nothing new.</summary>
public sealed class GracefulStopTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_under_way_at_SIGTERM_gets_its_answer_and_the_process_ends_well()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no signals.");
        await using var service = new RunningService();
        await service.StartAsync();
        using var line = new TcpClient();
        await line.ConnectAsync("127.0.0.1", service.Address.Port, Stop);
        var stream = line.GetStream();
        // A form whose last byte is still to come.
        const string Body = "Email=a%40exemple.invalid&Password=x";
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"POST /connexion HTTP/1.1\r\nHost: staffpool\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {Body.Length}\r\n\r\n{Body[..^1]}")),
            Stop);
        await Task.Delay(500, Stop);

        var end = service.TerminateAsync();
        await Task.Delay(1500, Stop);
        end.IsCompleted.ShouldBeFalse("it waits for the request under way");
        using (var late = new TcpClient())
        {
            await Should.ThrowAsync<SocketException>(() => late.ConnectAsync("127.0.0.1", service.Address.Port, Stop).AsTask());
        }

        await stream.WriteAsync("x"u8.ToArray(), Stop);
        using var reader = new StreamReader(stream);

        (await reader.ReadLineAsync(Stop)).ShouldNotBeNull().ShouldStartWith("HTTP/1.1 400");
        (await end.WaitAsync(TimeSpan.FromSeconds(30), Stop)).ShouldBe(0);
    }
}
