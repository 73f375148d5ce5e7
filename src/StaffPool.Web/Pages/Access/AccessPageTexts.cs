using System.Resources;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Texts;

namespace StaffPool.Web.Pages.Access;

/// <summary>What the pages of sign-in, account and users say.</summary>
public static class AccessPageTexts
{
    private static readonly ResourceManager Source = new("StaffPool.Web.Pages.Access.AccessPageTexts", typeof(AccessPageTexts).Assembly);

    public static Text Of(string key, params object?[] arguments) => new(Source, key, arguments);

    /// <summary>A reason to refuse a form of these pages.</summary>
    public static Violation Blocking(string key, params object?[] arguments) => new(key, Severity.Blocking, Of(key, arguments), []);

    /// <summary>A moment as the users' clock shows it.</summary>
    /// <param name="utc">In UTC.</param>
    public static Text Moment(DateTime utc) => Of("moment", ParisTime.Of(utc));
}
