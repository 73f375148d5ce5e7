using Microsoft.EntityFrameworkCore;
using StaffPool.Application.Access;
using StaffPool.Application.UseCases;
using StaffPool.Data.Planning;
using StaffPool.Domain.Replacements;

namespace StaffPool.Application.Replacements;

/// <summary>
/// Tells those who are still to answer a swap, by mail and where they chose it. In quiet hours nothing is sent: a swap hurries
/// nobody, and waits on their page.
/// </summary>
public sealed class SwapPost(IMail mail, IServiceAddress address)
{
    internal static async Task<IReadOnlyList<SwapNotice>> NoticesAsync(WorkScope scope, SwapDeal deal, CancellationToken stop)
    {
        if (OfferWaves.QuietUntil(deal.Loaded, scope) is not null)
        {
            return [];
        }

        var asked = deal.Row.Sides.Where(s => s.AcceptedAt is null).Select(s => s.ProfessionalId).ToList();
        var profiles = await scope.Db.PoolProfiles.AsNoTracking().Where(p => asked.Contains(p.ProfessionalId) && p.Email != null).ToListAsync(stop);
        return
        [
            .. from profile in profiles
               let own = profile.ProfessionalId == deal.First.ProfessionalId ? deal.First : deal.Second
               let other = own == deal.First ? deal.Second : deal.First
               select new SwapNotice(
                   profile.Email!, own.Professional!.Name, other.Professional!.Name, Say(own), Say(other), deal.Loaded.Rows.Grouping.Name,
                   $"/g/{deal.Loaded.Rows.Grouping.Code}/permutations"),
        ];

        string Say(BookingRow booking) => CoverTexts.Of(
            "swap.half-day", ObstacleSentences.Say([new AskedDuty(booking.Day, booking.Part).ToDuty()]), deal.Loaded.Rows.Sites.Single(s => s.Id == booking.SiteId).Name).ToString();
    }

    internal async Task SendAsync(IReadOnlyList<SwapNotice> notices, CancellationToken stop)
    {
        foreach (var notice in notices)
        {
            try
            {
                await mail.SendAsync(
                    new Letter(
                        notice.Email,
                        notice.Name,
                        CoverTexts.Of("swap.subject", notice.OtherName).ToString(),
                        CoverTexts.Of("swap.body", notice.Name, notice.OtherName, notice.Gives, notice.Takes, address.Of(notice.Path), notice.Grouping).ToString()),
                    stop);
            }
            catch (RefusedException)
            {
                // It waits on their page.
            }
        }
    }
}

/// <param name="Email">Address.</param>
/// <param name="Name">Who is asked.</param>
/// <param name="OtherName">With whom.</param>
/// <param name="Gives">What they would give, in words.</param>
/// <param name="Takes">What they would take.</param>
/// <param name="Grouping">As shown.</param>
/// <param name="Path">Where they answer.</param>
internal sealed record SwapNotice(string Email, string Name, string OtherName, string Gives, string Takes, string Grouping, string Path);
