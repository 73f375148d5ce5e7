using StaffPool.Domain.Members;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Governance.Life;

/// <summary>
/// Whether the services of the grouping to its members stay free of VAT: CGI art. 261 B. A breach that costs the
/// exemption blocks, a doubt warns.
/// </summary>
public static class VatConditions
{
    private static readonly LegalReference Article = new("CGI art. 261 B");
    private static readonly LegalReference EuroForEuro = new("CGI art. 261 B, « à l’euro près »");

    /// <summary>Every condition that is not met, or not known to be.</summary>
    public static IReadOnlyList<Violation> Assess(VatSituation situation, DateOnly day, FoundingAgreement agreement) =>
        [.. Broken(situation, day, agreement)];

    /// <summary>What an admission or a withdrawal changes, to be looked at before it is voted.</summary>
    public static VatChange Compare(VatSituation before, VatSituation after, DateOnly day, FoundingAgreement agreement)
    {
        var then = Assess(before, day, agreement);
        var next = Assess(after, day, agreement);
        return new(
            [.. next.ExceptBy(then.Select(Key), Key)],
            [.. then.ExceptBy(next.Select(Key), Key)],
            [.. next.IntersectBy(then.Select(Key), Key)]);

        static (string, string) Key(Violation v) => (v.Code, string.Join('\n', v.Subjects));
    }

    private static IEnumerable<Violation> Broken(VatSituation situation, DateOnly day, FoundingAgreement agreement)
    {
        var members = situation.Members.OrderBy(m => m.Member.Id, StringComparer.Ordinal).ToList();
        var least = agreement.ValueOf(LifeSettings.VatLeastMembers, day);
        if (members.Count < least)
        {
            yield return new Violation(
                "life.vat-too-few", Severity.Blocking, LifeTexts.Of("life.vat-too-few", members.Count, least), [],
                agreement.ReferenceOf(LifeSettings.VatLeastMembers, day));
        }

        if (!situation.CallsMatchCosts)
        {
            yield return new Violation("life.vat-not-exact", Severity.Blocking, LifeTexts.Of("life.vat-not-exact"), [], EuroForEuro);
        }

        foreach (var member in members)
        {
            if (member.Status == VatStatus.Taxable)
            {
                yield return OfMember("life.vat-taxable", Severity.Blocking, member.Member);
            }

            if (member.Status == VatStatus.Unknown)
            {
                yield return OfMember("life.vat-unknown", Severity.Warning, member.Member);
            }

            if (!member.UsesServicesForExemptActivityOnly)
            {
                yield return OfMember("life.vat-other-use", Severity.Blocking, member.Member);
            }
        }

        var percent = agreement.ValueOf(LifeSettings.VatNonProfitPercent, day);
        var nonProfit = members.Count(m => m.Member.Kind.IsNonProfitLegalPerson());
        if (nonProfit * 100 < percent * members.Count)
        {
            yield return new Violation(
                "life.vat-non-profit", Severity.Warning, LifeTexts.Of("life.vat-non-profit", nonProfit, members.Count, percent), [],
                agreement.ReferenceOf(LifeSettings.VatNonProfitPercent, day));
        }
    }

    private static Violation OfMember(string code, Severity severity, Member member) =>
        new(code, severity, LifeTexts.Of(code, member.Name), [member.Id], Article);
}
