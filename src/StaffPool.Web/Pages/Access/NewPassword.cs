using StaffPool.Application.Access;
using StaffPool.Domain.Rules;

namespace StaffPool.Web.Pages.Access;

/// <summary>A password typed twice.</summary>
public sealed class NewPassword
{
    public string Password { get; set; } = "";

    public string Again { get; set; } = "";

    /// <returns>Every reason to refuse it.</returns>
    public IReadOnlyList<Violation> Assess(string email, string name) =>
        [.. PasswordRules.Assess(Password, email, name), .. Password == Again ? Array.Empty<Violation>() : [AccessPageTexts.Blocking("password.differ")]];

    /// <summary>Field that a reason is about, in a form that calls this <c>New</c>.</summary>
    public static string? FieldOf(Violation reason) => reason.Code switch
    {
        "password.differ" => "New_Again",
        var code when code.StartsWith("password.", StringComparison.Ordinal) => "New_Password",
        _ => null,
    };
}
