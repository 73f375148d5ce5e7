using Microsoft.AspNetCore.Identity;
using QRCoder;
using StaffPool.Data.Access;

namespace StaffPool.Web.Access;

/// <summary>Six digits that change every thirty seconds (RFC 6238), and codes for the day when the telephone is lost.</summary>
public sealed class SecondFactor(UserManager<User> users)
{
    private const string Issuer = "StaffPool";
    private const int RecoveryCodes = 10;
    private const string UsedProvider = "StaffPool";
    private const string UsedName = "UsedCodes";

    // Identity takes the codes of two steps before and after the clock's.
    private const int ValidAtOnce = 5;

    /// <summary>The secret to put into an authenticator, made where there is none.</summary>
    public async Task<Enrolment> BeginAsync(User user)
    {
        if (await users.GetAuthenticatorKeyAsync(user) is not { } key)
        {
            await users.ResetAuthenticatorKeyAsync(user);
            key = (await users.GetAuthenticatorKeyAsync(user))!;
        }

        var uri = $"otpauth://totp/{Issuer}:{Uri.EscapeDataString(user.Email ?? "")}?secret={key}&issuer={Issuer}&digits=6&period=30";
        using var code = QRCodeGenerator.GenerateQrCode(uri, QRCodeGenerator.ECCLevel.M);
        using var drawing = new SvgQRCode(code);
        return new Enrolment(key, uri, drawing.GetGraphic(4));
    }

    /// <summary>Turns it on, once the user shows that their authenticator works.</summary>
    /// <returns>The recovery codes, shown this once; null where the code is wrong.</returns>
    public async Task<IReadOnlyList<string>?> EnableAsync(User user, string code)
    {
        if (!await IsRightAsync(user, code))
        {
            return null;
        }

        await users.SetTwoFactorEnabledAsync(user, true);
        return await NewCodesAsync(user);
    }

    /// <summary>New recovery codes; the former ones no longer work.</summary>
    public async Task<IReadOnlyList<string>> NewCodesAsync(User user) => [.. await users.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodes) ?? []];

    public async Task DisableAsync(User user)
    {
        await users.SetTwoFactorEnabledAsync(user, false);
        await users.ResetAuthenticatorKeyAsync(user);
    }

    /// <summary>Whether a code of the authenticator or one for recovery is right; five wrong ones lock the account.</summary>
    public async Task<bool> TryAsync(User user, string code)
    {
        if (await users.IsLockedOutAsync(user))
        {
            return false;
        }

        if (await IsRightAsync(user, code) || (await users.RedeemTwoFactorRecoveryCodeAsync(user, code)).Succeeded)
        {
            await users.ResetAccessFailedCountAsync(user);
            return true;
        }

        await users.AccessFailedAsync(user);
        return false;
    }

    // A code is taken once (RFC 6238, 5.2): whoever looks over a shoulder comes too late.
    private async Task<bool> IsRightAsync(User user, string code)
    {
        var digits = string.Concat(code.Where(char.IsAsciiDigit));
        var used = (await users.GetAuthenticationTokenAsync(user, UsedProvider, UsedName) ?? "").Split(' ');
        if (digits.Length != 6
            || used.Contains(digits, StringComparer.Ordinal)
            || !await users.VerifyTwoFactorTokenAsync(user, TokenOptions.DefaultAuthenticatorProvider, digits))
        {
            return false;
        }

        await users.SetAuthenticationTokenAsync(user, UsedProvider, UsedName, string.Join(' ', used.TakeLast(ValidAtOnce).Append(digits)));
        return true;
    }
}

/// <param name="Key">The secret in base 32.</param>
/// <param name="Address">The same as an <c>otpauth:</c> address.</param>
/// <param name="Drawing">The address as a QR code, in SVG.</param>
public sealed record Enrolment(string Key, string Address, string Drawing);
