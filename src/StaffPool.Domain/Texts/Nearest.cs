using System.Numerics;

namespace StaffPool.Domain.Texts;

/// <summary>Finds what somebody probably meant to write.</summary>
public static class Nearest
{
    /// <summary>The candidates within the given number of typing errors, nearest first, then in their own order.</summary>
    /// <param name="written">What was written.</param>
    /// <param name="candidates">What exists.</param>
    /// <param name="count">Most candidates returned.</param>
    /// <param name="mostErrors">Letters added, lost, changed or swapped; by default one in three, at least 1.</param>
    public static IReadOnlyList<string> To(
        string written, IEnumerable<string> candidates, int count = 3, int? mostErrors = null)
    {
        var most = mostErrors ?? Math.Clamp(written.Length / 3, 1, 4);
        var letters = Letters(written);
        return [.. candidates
            .Where(c => Math.Abs(c.Length - written.Length) <= most && FarApart(letters, Letters(c)) <= most)
            .Select(c => (Candidate: c, Errors: Errors(written, c, most)))
            .Where(c => c.Errors <= most)
            .OrderBy(c => c.Errors)
            .Take(count)
            .Select(c => c.Candidate)];
    }

    // A cheap floor of the edit distance, so that 35,000 names are sifted in a few milliseconds.
    private static int FarApart(ulong first, ulong second) =>
        Math.Max(BitOperations.PopCount(first & ~second), BitOperations.PopCount(second & ~first));

    private static ulong Letters(string text)
    {
        var letters = 0ul;
        foreach (var letter in text)
        {
            letters |= 1ul << (letter & 63);
        }

        return letters;
    }

    /// <summary>Edit distance (optimal string alignment), or any number above <paramref name="most"/> where it is larger.</summary>
    public static int Errors(string first, string second, int most)
    {
        if (Math.Abs(first.Length - second.Length) > most)
        {
            return most + 1;
        }

        var (before, previous, current) = (new int[second.Length + 1], new int[second.Length + 1], new int[second.Length + 1]);
        for (var j = 0; j <= second.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= first.Length; i++)
        {
            current[0] = i;
            var least = i;
            for (var j = 1; j <= second.Length; j++)
            {
                var change = first[i - 1] == second[j - 1] ? 0 : 1;
                current[j] = Math.Min(Math.Min(previous[j] + 1, current[j - 1] + 1), previous[j - 1] + change);
                if (i > 1 && j > 1 && first[i - 1] == second[j - 2] && first[i - 2] == second[j - 1])
                {
                    current[j] = Math.Min(current[j], before[j - 2] + 1);
                }

                least = Math.Min(least, current[j]);
            }

            if (least > most)
            {
                return most + 1;
            }

            (before, previous, current) = (previous, current, before);
        }

        return previous[second.Length];
    }
}
