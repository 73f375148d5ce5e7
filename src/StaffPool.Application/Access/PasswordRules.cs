using StaffPool.Domain.Rules;

namespace StaffPool.Application.Access;

/// <summary>
/// What a password must be: about 80 bits of surprise, as the CNIL recommends where a password is the first proof
/// (délibération n° 2022-100 of 21 July 2022): 12 characters of four sorts, 14 of three, or a sentence of seven words.
/// </summary>
public static class PasswordRules
{
    /// <summary>Longer is refused: hashing would be a way to keep the service busy.</summary>
    public const int Longest = 200;

    private const int LeastWithFourSorts = 12;
    private const int LeastWithThreeSorts = 14;
    private const int LeastWords = 7;
    private const int LeastDistinct = 6;
    private const int LeastOfName = 4;

    // What people choose first, once small letters stand for the signs that look like them.
    private static readonly string[] Common =
    [
        "motdepasse", "password", "azerty", "qwerty", "123456", "abcdef", "bonjour", "soleil", "doudou", "admin", "iloveyou", "jetaime",
        "bienvenue", "welcome", "letmein", "secret", "changeme", "staffpool", "ehpad", "picardie", "marseille", "football",
    ];

    /// <param name="password">What was chosen.</param>
    /// <param name="email">Address of the user.</param>
    /// <param name="name">Of the user.</param>
    /// <returns>Every rule that it breaks; empty where it is good.</returns>
    public static IReadOnlyList<Violation> Assess(string password, string email, string name) =>
        password.Length > Longest ? [AccessTexts.Blocking("password.too-long", Longest)] : [.. Strength(password), .. Guessable(password, email, name)];

    private static IEnumerable<Violation> Strength(string password)
    {
        if (password.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 1).Distinct(StringComparer.OrdinalIgnoreCase).Count() >= LeastWords)
        {
            yield break;
        }

        (string Key, bool IsThere)[] sorts =
        [
            ("password.upper", password.Any(char.IsUpper)),
            ("password.lower", password.Any(char.IsLower)),
            ("password.digit", password.Any(char.IsDigit)),
            ("password.sign", password.Any(c => !char.IsLetterOrDigit(c))),
        ];
        var present = sorts.Count(s => s.IsThere);
        var least = present == sorts.Length ? LeastWithFourSorts : LeastWithThreeSorts;
        if (password.Length < least)
        {
            yield return AccessTexts.Blocking("password.too-short", password.Length, LeastWithFourSorts, LeastWithThreeSorts, LeastWords);
        }

        if (present < sorts.Length - 1)
        {
            var missing = sorts.Where(s => !s.IsThere).Select(s => AccessTexts.Of(s.Key).ToString());
            yield return AccessTexts.Blocking("password.few-sorts", string.Join(", ", missing), LeastWords);
        }
    }

    private static IEnumerable<Violation> Guessable(string password, string email, string name)
    {
        if (password.Length > 0 && password.Distinct().Count() < LeastDistinct)
        {
            yield return AccessTexts.Blocking("password.monotonous", LeastDistinct);
        }

        var own = name.Split(' ', '-', '’', '\'').Append(email.Split('@')[0]).Where(part => part.Length >= LeastOfName);
        if (own.FirstOrDefault(part => password.Contains(part, StringComparison.OrdinalIgnoreCase)) is { } found)
        {
            yield return AccessTexts.Blocking("password.own-name", found);
        }

        // A common one with a year and a dot is still the common one.
        var plain = Plain(password);
        if (Common.FirstOrDefault(c => plain.Contains(c, StringComparison.Ordinal) && plain.Length - c.Length < LeastWithFourSorts - 2) is { } common)
        {
            yield return AccessTexts.Blocking("password.common", common);
        }
    }

    private static string Plain(string password) => string.Concat(password.ToLowerInvariant().Where(c => c != ' ').Select(c => c switch
    {
        '@' => 'a',
        '0' => 'o',
        '€' => 'e',
        '$' => 's',
        _ => c,
    }));
}
