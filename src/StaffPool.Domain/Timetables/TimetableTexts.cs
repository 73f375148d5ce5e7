using System.Resources;
using StaffPool.Domain.Calendar;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Texts;

namespace StaffPool.Domain.Timetables;

public static class TimetableTexts
{
    private static readonly ResourceManager Source =
        new("StaffPool.Domain.Timetables.TimetableTexts", typeof(TimetableTexts).Assembly);

    public static Text Of(HalfDay half) => Of($"half.{half}");

    public static Text Of(Obstacle obstacle) => Of($"obstacle.{obstacle}");

    internal static Text Of(string key, params object?[] arguments) => new(Source, key, arguments);

    /// <param name="code">Of the rule, also the key of its sentence.</param>
    /// <param name="subjects">Identifiers concerned.</param>
    /// <param name="arguments">Of the sentence.</param>
    internal static Violation Blocking(string code, IReadOnlyList<string> subjects, params object?[] arguments) =>
        new(code, Severity.Blocking, Of(code, arguments), subjects);

    internal static Violation Warning(string code, IReadOnlyList<string> subjects, params object?[] arguments) =>
        new(code, Severity.Warning, Of(code, arguments), subjects);
}
