using StaffPool.Domain.Texts;

namespace StaffPool.Domain.Rules;

public enum Severity
{
    /// <summary>To be known; the plan may be published.</summary>
    Warning,

    /// <summary>The plan cannot be published.</summary>
    Blocking,
}

/// <summary>One breach of one rule, with who and what it concerns, ready to be shown, filtered or audited.</summary>
/// <param name="Code">Stable code of the rule, for example <c>planning.site-limit</c>.</param>
/// <param name="Severity">Whether it blocks publication.</param>
/// <param name="Message">What is wrong, with figures and names.</param>
/// <param name="Subjects">Identifiers concerned (professional, site, need, member), for links and filters.</param>
/// <param name="Reference">The article or clause that the rule comes from.</param>
public sealed record Violation(
    string Code,
    Severity Severity,
    Text Message,
    IReadOnlyList<string> Subjects,
    LegalReference? Reference = null);
