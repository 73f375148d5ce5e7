using System.Net;
using System.Net.Sockets;

namespace StaffPool.Application.Webhooks;

/// <summary>Where webhooks may go, and how long they are tried.</summary>
/// <param name="MayStayInside">
/// Whether an address of this machine or of a private network is allowed, and http beside https: for tests and for a
/// service whose programs are its neighbours. Otherwise a webhook could be made to knock at doors that only we can reach.
/// </param>
public sealed record WebhookRules(bool MayStayInside = false)
{
    /// <summary>How long an event is tried to be told.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Between the first attempt and the second; doubled each time.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(30);

    public TimeSpan LongestPause { get; init; } = TimeSpan.FromHours(2);

    /// <summary>For the whole of one attempt.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a delivery that has ended is kept to be looked at.</summary>
    public TimeSpan Kept { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Pause after so many attempts.</summary>
    public TimeSpan PauseAfter(int attempts)
    {
        var pause = FirstPause * Math.Pow(2, Math.Min(attempts - 1, 20));
        return pause < LongestPause ? pause : LongestPause;
    }

    /// <summary>Whether an address may be called by its form.</summary>
    public bool Allows(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (MayStayInside && address.Scheme == Uri.UriSchemeHttp))
        && address.UserInfo.Length == 0 && address.Fragment.Length == 0
        && (MayStayInside || !IPAddress.TryParse(address.Host.Trim('[', ']'), out var number) || IsOutside(number));

    /// <summary>Whether a number is one of the public internet: asked of what a name leads to, at the moment of the call.</summary>
    public static bool IsOutside(IPAddress number)
    {
        var address = number.IsIPv4MappedToIPv6 ? number.MapToIPv4() : number;
        return address.AddressFamily == AddressFamily.InterNetwork ? IsOutside(address.GetAddressBytes()) : IsOutsideV6(address);
    }

    // RFC 6890: what is not to be reached from the internet.
    private static bool IsOutside(byte[] b) => b switch
    {
        [0 or 10 or 127, ..] or [>= 224, ..] => false,
        [100, >= 64 and <= 127, ..] or [169, 254, ..] or [172, >= 16 and <= 31, ..] or [192, 168, ..] or [198, 18 or 19, ..] => false,
        [192, 0, 0 or 2, _] or [198, 51, 100, _] or [203, 0, 113, _] => false,
        _ => true,
    };

    // Global unicast (2000::/3) without tunnels that lead back to IPv4, nor documentation.
    private static bool IsOutsideV6(IPAddress address)
    {
        var b = address.GetAddressBytes();
        return (b[0] & 0xE0) == 0x20 && !(b[0] == 0x20 && (b[1] == 0x02 || (b[1] == 0x01 && (b[2] < 0x02 || (b[2] == 0x0D && b[3] == 0xB8)))));
    }
}
