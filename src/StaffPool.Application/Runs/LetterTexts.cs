using System.Resources;
using StaffPool.Domain.Texts;

namespace StaffPool.Application.Runs;

internal static class LetterTexts
{
    private static readonly ResourceManager Source = new("StaffPool.Application.Runs.LetterTexts", typeof(LetterTexts).Assembly);

    public static Text Of(string key, params object?[] arguments) => new(Source, key, arguments);
}
