using System.Net;
using System.Net.Mail;
using System.Text;
using Microsoft.Extensions.Logging;
using StaffPool.Application.Access;
using StaffPool.Application.UseCases;
using StaffPool.Web.Hosting;

namespace StaffPool.Web.Access;

/// <summary>Letters by the server of mail that the service was started with; without one, files in the folder <c>mail</c> of its data.</summary>
public sealed partial class ServiceMail(WebServiceOptions options, ILogger<ServiceMail> log) : IMail
{
    private const string NoSender = "staffpool@localhost";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Where letters are put down without a server.</summary>
    public string Folder { get; } = Path.GetFullPath(Path.Combine(options.DataFolder, "mail"));

    /// <summary>Whether there is a server.</summary>
    public bool HasServer => options.Mail is not null;

    public async Task<bool> SendAsync(Letter letter, CancellationToken stop)
    {
        using var message = new MailMessage(options.Mail?.From ?? NoSender, letter.To)
        {
            Subject = string.Concat(letter.Subject.Where(c => !char.IsControl(c))),
            Body = letter.Body,
            BodyEncoding = Encoding.UTF8,
            SubjectEncoding = Encoding.UTF8,
        };
        if (options.Mail is not { } server)
        {
            PutDown(message);
            return false;
        }

        // The client has no limit of its own for asynchronous sending: a server that says nothing would hold a run for ever.
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(Patience);
        try
        {
            using var client = new SmtpClient(server.Host, server.Port) { EnableSsl = server.IsEncrypted };
            client.Credentials = server.User is { } user ? new NetworkCredential(user, server.Password) : null;
            await client.SendMailAsync(message, limit.Token);
            return true;
        }
        catch (Exception failure) when (failure is SmtpException or OperationCanceledException && !stop.IsCancellationRequested)
        {
            LogFailure(log, server.Host, failure.Message);
            throw RefusedException.Of(Refusal.Invalid, AccessTexts.MailNotTaken);
        }
    }

    private void PutDown(MailMessage message)
    {
        Directory.CreateDirectory(Folder);
        using var client = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = Folder };
        client.Send(message);
    }

    [LoggerMessage(LogLevel.Error, "The server of mail {Host} did not take a letter: {Reason}")]
    private static partial void LogFailure(ILogger log, string host, string reason);
}
