using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StaffPool.Application.Access;

namespace StaffPool.Web.Access;

/// <summary>Letters that nobody waits for: how long an answer takes does not tell whether an address is known.</summary>
public sealed partial class LaterMail(IMail mail, ILogger<LaterMail> log) : BackgroundService
{
    private const int MostWaiting = 1000;

    private readonly Channel<Func<CancellationToken, Task<Letter?>>> waiting =
        Channel.CreateBounded<Func<CancellationToken, Task<Letter?>>>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <param name="write">Writes the letter, or finds that there is none to send.</param>
    public void Send(Func<CancellationToken, Task<Letter?>> write) => waiting.Writer.TryWrite(write);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var write in waiting.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                if (await write(stoppingToken) is { } letter)
                {
                    await mail.SendAsync(letter, stoppingToken);
                }
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailure(log, failure);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "A letter could not be written.")]
    private static partial void LogFailure(ILogger log, Exception failure);
}
