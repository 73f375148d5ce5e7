using System.Resources;
using StaffPool.Domain.Texts;

namespace StaffPool.Documents.Pages;

/// <summary>The words that every page has.</summary>
internal static class PageTexts
{
    private static readonly ResourceManager Source = new("StaffPool.Documents.Pages.PageTexts", typeof(PageTexts).Assembly);

    public static Text Of(string key, params object?[] arguments) => new(Source, key, arguments);
}
