using StaffPool.Application.Access;
using StaffPool.Application.UseCases;

namespace StaffPool.Application.Replacements;

/// <summary>Writes to the people whom an offer asks, on the channels that they chose. After the commit: no letter leads to an offer that is not there.</summary>
public sealed class OfferPost(IMail mail, ISms sms, IServiceAddress address)
{
    /// <summary>Whether somebody with these channels can be written to at all.</summary>
    public bool Reaches(string? email, string? phone) => email is not null || (phone is not null && sms.IsConfigured);

    /// <returns>Links that nothing was sent for: no server of mail took the letter, and no message was sent.</returns>
    public async Task<IReadOnlyList<UnsentLink>> SendAsync(Guid groupingId, IReadOnlyList<OfferNotice> notices, CancellationToken stop)
    {
        var unsent = new List<UnsentLink>();
        foreach (var notice in notices)
        {
            var link = address.Of($"/proposition/{groupingId}/{notice.Token}");
            if (!await SendAsync(notice, link, stop))
            {
                unsent.Add(new UnsentLink(notice.Name, link));
            }
        }

        return unsent;
    }

    private async Task<bool> SendAsync(OfferNotice notice, Uri link, CancellationToken stop)
    {
        var expires = ParisTime.Of(notice.ExpiresAt);
        var sent = false;
        if (notice.Email is { } email)
        {
            try
            {
                sent = await mail.SendAsync(
                    new Letter(
                        email,
                        notice.Name,
                        CoverTexts.Of("offer.subject", notice.Site, notice.FirstDay).ToString(),
                        CoverTexts.Of("offer.body", notice.Name, notice.Site, notice.Duties, link, expires, notice.Grouping).ToString()),
                    stop);
            }
            catch (RefusedException)
            {
                // The other channel, or the coordinator with the link, takes over.
            }
        }

        if (notice.Phone is { } phone && sms.IsConfigured)
        {
            sent |= await sms.SendAsync(new ShortMessage(phone, CoverTexts.Of("offer.sms", notice.Site, notice.Duties, link, expires).ToString()), stop);
        }

        return sent;
    }
}

/// <param name="Name">Of the person.</param>
/// <param name="Email">Address, or null.</param>
/// <param name="Phone">Number, or null.</param>
/// <param name="Token">Of the link; kept nowhere.</param>
/// <param name="Grouping">As shown.</param>
/// <param name="Site">As shown.</param>
/// <param name="FirstDay">Of the replacement.</param>
/// <param name="Duties">Half-days in words.</param>
/// <param name="ExpiresAt">UTC.</param>
public sealed record OfferNotice(
    string Name, string? Email, string? Phone, string Token, string Grouping, string Site, DateOnly FirstDay, string Duties, DateTime ExpiresAt);

/// <param name="Name">Of the person.</param>
/// <param name="Link">To be handed over by other means.</param>
public sealed record UnsentLink(string Name, Uri Link);
