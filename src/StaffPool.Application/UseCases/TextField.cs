using StaffPool.Domain.Rules;

namespace StaffPool.Application.UseCases;

/// <summary>What a text from a form must be, whatever it says: kept by both databases and readable wherever it is shown.</summary>
internal static class TextField
{
    public const int MostInALine = 200;

    /// <param name="field">Its column, which has a name among the texts.</param>
    /// <param name="value">As typed.</param>
    /// <param name="isRequired">Whether it may not be left empty.</param>
    /// <param name="most">Characters.</param>
    /// <param name="hasLines">Whether line breaks are welcome.</param>
    public static IEnumerable<Violation> Assess(
        string field, string? value, bool isRequired = true, int most = MostInALine, bool hasLines = false)
    {
        var name = UseCaseTexts.Of($"field.{field}");
        if (string.IsNullOrWhiteSpace(value))
        {
            if (isRequired)
            {
                yield return UseCaseTexts.Blocking("text.missing", name);
            }

            yield break;
        }

        if (value.Length > most)
        {
            yield return UseCaseTexts.Blocking("text.too-long", name, most, value.Length);
        }

        if (!IsReadable(value, hasLines))
        {
            yield return UseCaseTexts.Blocking("text.unreadable", name);
        }
    }

    /// <summary>Without the spaces around it; null where nothing is left.</summary>
    public static string? Kept(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    private static bool IsReadable(string value, bool hasLines) =>
        !value.Any(c => char.IsControl(c) && !(hasLines && c is '\n' or '\r' or '\t')) && ColumnLimits.IsUnicode(value);
}
