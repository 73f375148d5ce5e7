using System.Net;
using System.Net.Sockets;
using System.Text;
using StaffPool.Web.Access;

namespace StaffPool.Web.Tests;

/// <summary>A server of mail (RFC 5321) that keeps what it gets.</summary>
internal sealed class MailSink : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource closing = new();
    private readonly Task listening;
    private readonly System.Threading.Channels.Channel<string> letters = System.Threading.Channels.Channel.CreateUnbounded<string>();

    public MailSink()
    {
        listener.Start();
        listening = ListenAsync();
    }

    public MailSettings Settings => new("127.0.0.1", ((IPEndPoint)listener.LocalEndpoint).Port, "staffpool@exemple.invalid", null, null, IsEncrypted: false);

    /// <summary>The next letter, headers as sent and body decoded; waits for it.</summary>
    public async Task<string> NextAsync()
    {
        var raw = await letters.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(20));
        var (head, body) = (raw[..raw.IndexOf("\r\n\r\n", StringComparison.Ordinal)], raw[(raw.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]);
        return head.Contains("base64", StringComparison.OrdinalIgnoreCase)
            ? $"{head}\n\n{Encoding.UTF8.GetString(Convert.FromBase64String(body.ReplaceLineEndings("")))}"
            : $"{head}\n\n{Encoding.UTF8.GetString(Unquoted(body))}";
    }

    public bool HasMore => letters.Reader.Count > 0;

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        listener.Stop();
        await listening;
        closing.Dispose();
    }

    private async Task ListenAsync()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(closing.Token);
                await TalkAsync(client.GetStream());
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Closed.
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 sink");
        while (await reader.ReadLineAsync(closing.Token) is { } line)
        {
            switch (line.Split(' ')[0].ToUpperInvariant())
            {
                case "DATA":
                    await writer.WriteLineAsync("354 go on");
                    var letter = new StringBuilder();
                    while (await reader.ReadLineAsync(closing.Token) is { } content && content != ".")
                    {
                        letter.Append(content.StartsWith('.') ? content[1..] : content).Append("\r\n");
                    }

                    letters.Writer.TryWrite(letter.ToString());
                    await writer.WriteLineAsync("250 kept");
                    break;
                case "QUIT":
                    await writer.WriteLineAsync("221 bye");
                    return;
                default:
                    await writer.WriteLineAsync("250 ok");
                    break;
            }
        }
    }

    private static byte[] Unquoted(string body)
    {
        var text = body.Replace("=\r\n", "", StringComparison.Ordinal);
        var bytes = new List<byte>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '=' && i + 2 < text.Length)
            {
                bytes.Add(Convert.ToByte(text.Substring(i + 1, 2), 16));
                i += 2;
            }
            else
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(text[i].ToString()));
            }
        }

        return [.. bytes];
    }
}
