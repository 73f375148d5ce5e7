using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Governance.Shares;

/// <summary>Breaches that several rules on rights and votes find.</summary>
internal static class RightsViolations
{
    public static Violation UnknownMember(string id) => new(
        "rights.unknown-member", Severity.Blocking, ShareTexts.Of("rights.unknown-member", id), [id]);

    public static Violation Negative(string name, string id, object amount) => new(
        "rights.negative", Severity.Blocking, ShareTexts.Of("rights.negative", name, amount), [id]);
}
