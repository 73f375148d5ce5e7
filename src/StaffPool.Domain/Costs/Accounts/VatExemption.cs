using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Costs.Accounts;

/// <summary>
/// What can cost the grouping its exemption from VAT (CGI 261 B): checked before a member is admitted, on the members as they
/// would be. That the sums follow the costs is the work of <see cref="TrueUp"/>.
/// </summary>
public static class VatExemption
{
    private static readonly LegalReference Exemption = new("CGI, article 261 B", Confidence.Source);

    /// <param name="members">Members, the new one included.</param>
    /// <param name="leastNonProfitPercent">From <see cref="CostSettings.LeastNonProfitPercent"/>.</param>
    public static IReadOnlyList<Violation> Assess(IReadOnlyList<MemberVat> members, decimal leastNonProfitPercent)
    {
        var percent = members.Count == 0 ? 0 : 100m * members.Count(m => m.IsNonProfit) / members.Count;
        return
        [
            .. members.Where(m => !m.IsExempt).Select(m => Warning("costs.vat-taxable-member", [m.MemberId], Exemption, m.Name)),
            .. members.Count < 2 ? [Warning("costs.vat-one-member", [], Exemption)] : Array.Empty<Violation>(),
            .. percent < leastNonProfitPercent
                ? [Warning("costs.vat-non-profit", [], CostSettings.LeastNonProfitPercent.Reference, percent, leastNonProfitPercent)]
                : Array.Empty<Violation>(),
        ];
    }

    private static Violation Warning(string code, IReadOnlyList<string> subjects, LegalReference reference, params object?[] arguments) =>
        new(code, Severity.Warning, CostTexts.Of(code, arguments), subjects, reference);
}

/// <param name="MemberId">The member.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsExempt">Exempt from VAT, or not taxable, for the activity that uses the services.</param>
/// <param name="IsNonProfit">Non-profit legal person.</param>
public sealed record MemberVat(string MemberId, string Name, bool IsExempt, bool IsNonProfit);
