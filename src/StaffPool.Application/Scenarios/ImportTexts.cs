using System.Resources;
using StaffPool.Domain.Texts;

namespace StaffPool.Application.Scenarios;

/// <summary>What an import says when it refuses.</summary>
internal static class ImportTexts
{
    private static readonly ResourceManager Source = new("StaffPool.Application.Scenarios.ImportTexts", typeof(ImportTexts).Assembly);

    public static Text Of(string key, params object?[] arguments) => new(Source, key, arguments);
}
