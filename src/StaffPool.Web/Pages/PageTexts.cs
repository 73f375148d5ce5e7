using System.Resources;
using StaffPool.Domain.Texts;

namespace StaffPool.Web.Pages;

/// <summary>What all pages say; each module has its own beside its pages.</summary>
public static class PageTexts
{
    private static readonly ResourceManager Source = new("StaffPool.Web.Pages.PageTexts", typeof(PageTexts).Assembly);

    public static Text Of(string key, params object?[] arguments) => new(Source, key, arguments);
}
