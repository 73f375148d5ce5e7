using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace StaffPool.Testing;

/// <summary>An HTTP server on the loopback address that gives each request the answer of a function of its path.</summary>
public sealed class RoutingServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Func<string, (int Status, string Body)> answer;

    public RoutingServer(Func<string, (int Status, string Body)> answer)
    {
        this.answer = answer;
        listener.Start();
        Client = new HttpClient
        {
            BaseAddress = new Uri($"http://{listener.LocalEndpoint}/"),
            Timeout = TimeSpan.FromSeconds(5),
        };
        _ = ServeAsync();
    }

    public HttpClient Client { get; }

    public ConcurrentQueue<string> Paths { get; } = [];

    public void Dispose()
    {
        Client.Dispose();
        listener.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var connection = await listener.AcceptTcpClientAsync();
                await using var stream = connection.GetStream();
                using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
                var path = (await reader.ReadLineAsync())!.Split(' ')[1];
                while (!string.IsNullOrEmpty(await reader.ReadLineAsync()))
                {
                }

                Paths.Enqueue(path);
                var (status, body) = answer(path);
                var bytes = Encoding.UTF8.GetBytes(body);
                var head = string.Create(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $"HTTP/1.1 {status} X\r\nContent-Type: application/json\r\nContent-Length: {bytes.Length}\r\nConnection: close\r\n\r\n");
                await stream.WriteAsync(Encoding.ASCII.GetBytes(head));
                await stream.WriteAsync(bytes);
            }
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The test is over.
        }
    }
}
