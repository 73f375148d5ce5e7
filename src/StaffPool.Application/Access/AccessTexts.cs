using System.Resources;
using StaffPool.Data.Access;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Texts;

namespace StaffPool.Application.Access;

/// <summary>What the module says; pages take the names of roles from it.</summary>
public static class AccessTexts
{
    private static readonly ResourceManager Source = new("StaffPool.Application.Access.AccessTexts", typeof(AccessTexts).Assembly);

    internal static Text Of(string key, params object?[] arguments) => new(Source, key, arguments);

    /// <summary>Why a letter is refused.</summary>
    public static Text MailNotTaken => Of("mail.not-taken");

    /// <summary>In the words of the users.</summary>
    public static Text RoleName(Role role) => Of($"role.{role}");

    internal static Violation Blocking(string key, params object?[] arguments) =>
        new(key, Severity.Blocking, Of(key, arguments), [], null);
}
