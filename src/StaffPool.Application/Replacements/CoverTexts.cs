using System.Resources;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Texts;

namespace StaffPool.Application.Replacements;

/// <summary>What is said about covering absences: lists, offers, missions.</summary>
public static class CoverTexts
{
    private static readonly ResourceManager Source =
        new("StaffPool.Application.Replacements.CoverTexts", typeof(CoverTexts).Assembly);

    public static Text Of(string key, params object?[] arguments) => new(Source, key, arguments);

    public static Violation Blocking(string key, params object?[] arguments) =>
        new(key, Severity.Blocking, Of(key, arguments), [], null);
}
