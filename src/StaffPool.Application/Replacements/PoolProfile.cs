using System.Net.Mail;
using StaffPool.Application.UseCases;
using StaffPool.Data.Replacements;
using StaffPool.Domain.Replacements;
using StaffPool.Domain.Rules;

namespace StaffPool.Application.Replacements;

/// <summary>What somebody says of replacements.</summary>
/// <param name="AcceptsRestDays">Whether they may be asked for days of rest, and on them.</param>
/// <param name="Email">Address for offers; null for no mail.</param>
/// <param name="Phone">Number for offers; null for no text messages.</param>
public sealed record PoolAnswer(bool AcceptsRestDays, string? Email, string? Phone)
{
    private const int MostInPhone = 20;
    private const int LongestEmail = 254;

    internal IEnumerable<Violation> Assess()
    {
        if (TextField.Kept(Email) is { } email && (email.Length > LongestEmail || !MailAddress.TryCreate(email, out var parsed) || parsed.Address != email))
        {
            yield return CoverTexts.Blocking("profile.email", email);
        }

        if (TextField.Kept(Phone) is { } phone
            && (phone.Length > MostInPhone || phone.Count(char.IsAsciiDigit) < 8 || phone.Any(c => !char.IsAsciiDigit(c) && c is not ('+' or ' ' or '.'))))
        {
            yield return CoverTexts.Blocking("profile.phone", phone);
        }
    }

    internal void WriteTo(PoolProfileRow row) =>
        (row.AcceptsRestDays, row.Email, row.Phone) = (AcceptsRestDays, TextField.Kept(Email), TextField.Kept(Phone));
}

/// <summary>What the employer says of somebody.</summary>
/// <param name="Stage">How far they have come.</param>
/// <param name="ContractFrom">First day of the contract, or null.</param>
/// <param name="ContractUntil">Last day of the contract, or null.</param>
public sealed record PoolStanding(PoolStage Stage, DateOnly? ContractFrom, DateOnly? ContractUntil)
{
    internal IEnumerable<Violation> Assess()
    {
        if (!Enum.IsDefined(Stage))
        {
            yield return CoverTexts.Blocking("profile.stage");
        }

        if (ContractUntil < ContractFrom)
        {
            yield return CoverTexts.Blocking("profile.contract");
        }
    }

    internal void WriteTo(PoolProfileRow row) => (row.Stage, row.ContractFrom, row.ContractUntil) = (Stage, ContractFrom, ContractUntil);
}
