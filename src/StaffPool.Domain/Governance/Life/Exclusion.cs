using StaffPool.Domain.Members;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Governance.Life;

/// <summary>
/// A member that the others exclude for a breach, after hearing it. The vote itself is a motion of the assembly.
/// </summary>
/// <param name="Member">Who is excluded.</param>
/// <param name="Grounds">The breach of its duties.</param>
/// <param name="HeardOn">Day when it was heard, or null where it was not.</param>
/// <param name="DecidedOn">Day of the vote.</param>
public sealed record Exclusion(Member Member, string Grounds, DateOnly? HeardOn, DateOnly DecidedOn)
{
    private static readonly LegalReference Hearing = new("CASF R.312-194-10, GCS : CSP R.6133-7", Confidence.Inferred);

    /// <summary>Every reason why the exclusion cannot stand.</summary>
    public IEnumerable<Violation> Assess(IReadOnlyList<Membership> memberships, FoundingAgreement agreement)
    {
        var members = memberships.Where(m => m.IsInForceOn(DecidedOn)).Select(m => m.Member).Distinct().ToList();
        var least = agreement.ValueOf(LifeSettings.ExclusionLeastMembers, DecidedOn);
        if (!members.Contains(Member))
        {
            yield return Breach("life.exclusion-of-stranger", Hearing, Member.Name, DecidedOn);
        }

        if (members.Count < least)
        {
            yield return Breach(
                "life.exclusion-too-few", agreement.ReferenceOf(LifeSettings.ExclusionLeastMembers, DecidedOn), members.Count, least);
        }

        if (string.IsNullOrWhiteSpace(Grounds))
        {
            yield return Breach("life.exclusion-without-grounds", Hearing, Member.Name);
        }

        if (HeardOn is null)
        {
            yield return Breach("life.exclusion-not-heard", Hearing, Member.Name);
        }
        else if (HeardOn > DecidedOn)
        {
            yield return Breach("life.exclusion-heard-after", Hearing, Member.Name, HeardOn, DecidedOn);
        }

        Violation Breach(string code, LegalReference reference, params object?[] arguments) =>
            new(code, Severity.Blocking, LifeTexts.Of(code, arguments), [Member.Id], reference);
    }
}
