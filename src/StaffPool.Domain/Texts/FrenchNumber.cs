using System.Globalization;

namespace StaffPool.Domain.Texts;

/// <summary>Numbers as people type and paste them: 1 234,50 or 1234.5, with spaces of any kind between thousands.</summary>
public static class FrenchNumber
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    /// <returns>Whether it is a number without a sign; at most one comma or point.</returns>
    public static bool TryRead(string? typed, out decimal number) =>
        decimal.TryParse(
            string.Concat((typed ?? "").Replace('.', ',').Where(c => !char.IsWhiteSpace(c))), NumberStyles.AllowDecimalPoint, French, out number);
}
